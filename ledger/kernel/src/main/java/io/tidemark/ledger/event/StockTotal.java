package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;

/**
 * Goods that went one way in a day, in one unit.
 *
 * @param movements lines of entries
 * @param thousandths of the unit; positive, and the flow says which way
 * @param cost of those lines that know theirs, in the store's currency
 */
public record StockTotal(StockFlow flow, Unit unit, long movements, long thousandths, Money cost) {
    public BigDecimal quantity() {
        return BigDecimal.valueOf(thousandths, Quantity.PLACES_MAX);
    }

    /** The array [flow, unit, movements, thousandths, cost]. */
    void writeTo(CborWriter writer) {
        writer.array(5).integer(flow.ordinal()).integer(unit.ordinal());
        writer.integer(movements).integer(thousandths).integer(cost.minor());
    }

    static StockTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                5,
                () ->
                        new StockTotal(
                                StockFlow.values()[
                                        reader.integer(0, StockFlow.values().length - 1)],
                                Unit.readFrom(reader),
                                reader.integer(),
                                reader.integer(),
                                Items.minor(currency, reader)));
    }
}
