package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;

/** An article of the catalogue: what a line says of it, and what it costs. */
public record Article(Line.Article line, Unit unit, UnitPrice price) {}
