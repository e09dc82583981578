package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * Perpetual totals over all close-downs of a store, this one included.
 *
 * @param sales gross of all sales
 * @param returns what returns took off, zero or negative
 */
public record GrandTotals(Money sales, Money returns) {
    public static GrandTotals none(CurrencyCode currency) {
        return new GrandTotals(Money.zero(currency), Money.zero(currency));
    }

    public Money net() {
        return sales.plus(returns);
    }

    public GrandTotals and(Totals day) {
        return new GrandTotals(
                sales.plus(day.gross().minus(day.returned())), returns.plus(day.returned()));
    }

    void writeTo(CborWriter writer) {
        writer.array(2).integer(sales.minor()).integer(returns.minor());
    }

    static GrandTotals readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new GrandTotals(
                                Items.minor(currency, reader), Items.minor(currency, reader)));
    }
}
