package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.masterdata.PriceFrom;
import io.tidemark.ledger.masterdata.SoldAs;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * An article of the catalogue: what a line says of it, and what it costs.
 *
 * @param price in force at the moment it was looked up
 * @param cost what one unit stands in the books for; null where head office does not say
 * @param next the price that comes after it, and from when; null where none is known
 * @param soldAs goods for anybody, unless it says otherwise
 */
public record Article(
        Line.Article line,
        Unit unit,
        UnitPrice price,
        @Nullable UnitPrice cost,
        @Nullable PriceFrom next,
        SoldAs soldAs) {
    public Article(Line.Article line, Unit unit, UnitPrice price, @Nullable UnitPrice cost) {
        this(line, unit, price, cost, null, SoldAs.GOODS);
    }

    public Article(Line.Article line, Unit unit, UnitPrice price) {
        this(line, unit, price, null);
    }
}
