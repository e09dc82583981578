package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.List;
import java.util.Optional;

/**
 * How much was parked, given up or given away in one day, all counted positive. Nobody pays it, so
 * no other limit holds it; but it is tallied, and must be added up like what is paid.
 */
final class TalliedAmounts {
    private final CurrencyCode currency;
    private long minor;

    TalliedAmounts(CurrencyCode currency) {
        this.currency = currency;
    }

    /** What another journal carried over. */
    TalliedAmounts(Totals carried) {
        this(carried.currency());
        minor = sum(carried.tallies());
    }

    /** Why the day cannot hold this too. */
    Optional<String> refusal(Event event) {
        try {
            if (Math.addExact(minor, of(event)) <= Limits.DAY_MINOR_MAX) return Optional.empty();
        } catch (ArithmeticException beyondSixtyThreeBits) {
            // Far beyond the limit.
        }
        return Optional.of(
                "with this, more than "
                        + Limits.DAY_MINOR_MAX
                        + " minor units would have been parked, given up or given away today:"
                        + " check the amounts and quantities");
    }

    void add(Event event) {
        minor = Math.addExact(minor, of(event));
    }

    private long of(Event event) {
        if (!isTallied(event)) return 0;
        TotalsSum one = new TotalsSum(currency);
        one.add(event);
        return sum(one.totals().tallies());
    }

    private static boolean isTallied(Event event) {
        return event instanceof BasketSuspended
                || event instanceof BasketVoided
                || event instanceof TrainingTransaction
                || (event instanceof RetailTransaction sale && isOutOfTheOrdinary(sale));
    }

    private static boolean isOutOfTheOrdinary(RetailTransaction sale) {
        return !sale.details().isNone()
                || sale.lines().stream().anyMatch(line -> line.details().override() != null);
    }

    private static long sum(List<Tally> tallies) {
        long sum = 0;
        for (Tally tally : tallies) sum = Math.addExact(sum, Math.absExact(tally.amount().minor()));
        return sum;
    }
}
