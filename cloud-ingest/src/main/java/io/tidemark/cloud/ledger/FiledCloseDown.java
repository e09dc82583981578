package io.tidemark.cloud.ledger;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.money.Money;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One close-down in the books.
 *
 * @param supplement 0 for the store Z itself
 * @param complete false if a device's day was not over
 * @param overShort counted − expected, per currency, over all tenders that were counted
 */
public record FiledCloseDown(
        int supplement,
        long zNumber,
        Source source,
        OffsetDateTime closedAt,
        String operator,
        boolean complete,
        int rulesVersion,
        long masterDataVersion,
        Sums sums,
        GrandTotals grand,
        List<Money> overShort) {
    public FiledCloseDown {
        overShort = List.copyOf(overShort);
    }

    /** The entry of the store's journal that says so. */
    public record Source(int epoch, long sequence, Hash hash) {}
}
