package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * An article of the catalogue: what a line says of it, and what it costs.
 *
 * @param price in force at the moment it was looked up
 * @param cost what one unit stands in the books for; null where head office does not say
 */
public record Article(Line.Article line, Unit unit, UnitPrice price, @Nullable UnitPrice cost) {
    public Article(Line.Article line, Unit unit, UnitPrice price) {
        this(line, unit, price, null);
    }
}
