package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * How a till is settled before its day is closed: what is counted of a tender may differ from what
 * should be there by a tolerance; beyond it one counts again, and then says why.
 *
 * @param recounts how often one counts again before a difference is taken for one, 0 for never
 * @param tolerances one amount per currency, each at most once; none tolerates nothing
 */
public record SettleRules(int recounts, List<Money> tolerances) {
    private static final int RECOUNTS_MAX = 10;
    private static final int CURRENCIES_MAX = 200;
    private static final int CURRENCY_CHARACTERS = 3;

    public SettleRules {
        tolerances = List.copyOf(tolerances);
        if (recounts < 0 || recounts > RECOUNTS_MAX)
            throw new IllegalArgumentException(
                    "one counts again 0 to " + RECOUNTS_MAX + " times, not " + recounts);
        if (tolerances.stream().anyMatch(Money::isNegative))
            throw new IllegalArgumentException("a tolerance is never negative");
        if (tolerances.stream().map(Money::currency).distinct().count() != tolerances.size())
            throw new IllegalArgumentException("one tolerance per currency");
        if (tolerances.size() > CURRENCIES_MAX)
            throw new IllegalArgumentException("at most " + CURRENCIES_MAX + " tolerances");
    }

    /** Whether so much over or short needs no reason. */
    public boolean tolerates(Money overShort) {
        long most =
                tolerances.stream()
                        .filter(each -> each.currency().equals(overShort.currency()))
                        .mapToLong(Money::minor)
                        .findFirst()
                        .orElse(0);
        return Math.absExact(overShort.minor()) <= most;
    }

    void writeTo(CborWriter writer) {
        writer.array(2)
                .integer(recounts)
                .list(
                        tolerances,
                        (each, to) ->
                                to.array(2).text(each.currency().code()).integer(each.minor()));
    }

    static SettleRules readFrom(CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new SettleRules(
                                reader.integer(0, RECOUNTS_MAX),
                                reader.list(CURRENCIES_MAX, () -> tolerance(reader))));
    }

    private static Money tolerance(CborReader reader) {
        return reader.fields(
                2,
                () -> {
                    CurrencyCode currency = new CurrencyCode(reader.text(CURRENCY_CHARACTERS));
                    return new Money(reader.integer(), currency);
                });
    }
}
