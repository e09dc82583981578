package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * Perpetual totals over all close-downs of a store, this one included.
 *
 * @param sales what all receipts above zero came to
 * @param returns what all receipts below zero came to; zero or negative
 */
public record GrandTotals(Money sales, Money returns) {
    public static GrandTotals none(CurrencyCode currency) {
        return new GrandTotals(Money.zero(currency), Money.zero(currency));
    }

    public Money net() {
        return sales.plus(returns);
    }

    /** By rules of which a post-void lowered what had been sold. */
    public GrandTotals and(Totals day) {
        return new GrandTotals(
                sales.plus(day.gross().minus(day.returned())), returns.plus(day.returned()));
    }

    /** Both only grow, whatever is taken back. */
    public GrandTotals and(DayDetails day) {
        return new GrandTotals(sales.plus(day.charged()), returns.plus(day.refunded()));
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
