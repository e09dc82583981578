package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a till program is told about the drawer. */
final class CashAnswers {
    private CashAnswers() {}

    /**
     * Cash that moved, on disk.
     *
     * @param movement by which it is confirmed
     * @param confirmed whether another person has
     */
    @Serdeable
    record Moved(
            String kind,
            String businessDay,
            Answers.Position entry,
            String movement,
            boolean confirmed) {}

    /**
     * A count that is on disk.
     *
     * @param settle what is to be done next
     * @param drawers what is over or short; none as long as the till is not settled
     */
    @Serdeable
    record Counted(
            String kind,
            String businessDay,
            Answers.Position entry,
            Standing settle,
            List<OverShort> drawers) {}

    /**
     * Where the count stands; nothing of it says what should be there.
     *
     * @param step COUNT, RECOUNT, REASON, READY or SETTLED
     * @param drawers what is to be counted, or needs a reason
     * @param required whether the day is not closed before the till is settled
     */
    @Serdeable
    record Standing(String step, List<Drawer> drawers, boolean required) {}

    @Serdeable
    record Drawer(String tender, String currency) {}

    /** The till is settled, on disk. */
    @Serdeable
    record Settled(
            String businessDay,
            Answers.Position entry,
            List<OverShort> drawers,
            String reason,
            List<ApprovedBy> approvals) {}

    /** What was held against what. */
    @Serdeable
    record OverShort(String tender, Amount expected, Amount counted, Amount overShort) {}

    @Serdeable
    record ApprovedBy(String act, String supervisor, String reason) {}

    /**
     * Cash that nobody but who recorded it has confirmed.
     *
     * @param movement by which it is confirmed
     * @param kind TILL_OPENED, FLOAT_PROVIDED, CASH_PICKED_UP, SAFE_DROP, PAID_IN or PAID_OUT
     */
    @Serdeable
    record Unconfirmed(
            String movement,
            String kind,
            String businessDay,
            String operator,
            List<Amount> amounts) {
        /** To who is to count a drawer blind, in which they are. */
        Unconfirmed withoutAmounts() {
            return new Unconfirmed(movement, kind, businessDay, operator, List.of());
        }
    }

    /** A confirmation that is on disk. */
    @Serdeable
    record Confirmed(
            String businessDay,
            Answers.Position entry,
            String movement,
            String kind,
            String by,
            List<Difference> amounts,
            String note) {}

    @Serdeable
    record Difference(Amount given, Amount confirmed) {}

    /**
     * The coins and notes of a currency, the largest first, in minor units.
     *
     * @param source who says so; null where the currency is counted as one amount
     */
    @Serdeable
    record Faces(
            String currency,
            int digits,
            List<Long> notes,
            List<Long> coins,
            @Nullable String source) {}

    /** A till Z that was made here. */
    @Serdeable
    record ZLine(long zNumber, String businessDay, String at, Amount gross) {}

    /**
     * A till Z that is printed again.
     *
     * @param copy which copy was recorded; 0 for a look at it
     */
    @Serdeable
    record ZCopy(Answers.Report z, int copy, Answers.@Nullable Position entry) {}
}
