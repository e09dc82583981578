package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * What one operator did in a day at all devices, with what was out of the ordinary.
 *
 * @param operator as the entries' headers have it; empty for what devices did by themselves
 * @param transactions receipts: sales, returns and post-voids
 * @param gross the signed sum of line amounts, tax included
 * @param returned the part of it that returns took off: zero or negative, unless exchanged upwards
 * @param tallies ascending by kind
 */
public record CashierTotal(
        String operator,
        long transactions,
        long returns,
        long lines,
        long noSales,
        Money gross,
        Money returned,
        List<Tally> tallies) {
    /**
     * Operators of whom a close-down tells one by one: with every tally and the longest codes they
     * take less than half of an entry.
     */
    public static final int TOLD_MAX = 2_000;

    /** Stands for all others, where there are more. */
    public static final String OTHERS = "*";

    private static final int FIELDS = 8;

    public CashierTotal {
        Items.within(operator, Limits.CODE_MAX, "an operator");
        tallies = List.copyOf(tallies);
        Items.atMost(tallies.size(), Totals.KEYS_MAX, "tallies");
    }

    /** The array [operator, transactions, returns, lines, no sales, gross, returned, tallies]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(operator).integer(transactions).integer(returns);
        writer.integer(lines).integer(noSales).integer(gross.minor()).integer(returned.minor());
        writer.list(tallies, Tally::writeTo);
    }

    static CashierTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new CashierTotal(
                                Items.code(reader),
                                reader.integer(),
                                reader.integer(),
                                reader.integer(),
                                reader.integer(),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                reader.list(
                                        Totals.KEYS_MAX, () -> Tally.readFrom(currency, reader))));
    }
}
