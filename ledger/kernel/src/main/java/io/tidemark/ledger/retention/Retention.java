package io.tidemark.ledger.retention;

import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.journal.SegmentInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * For how long a node keeps receipts that it need not keep for anybody else's sake.
 *
 * @param days after its business day that a receipt is kept at least; 0 keeps all for ever
 */
public record Retention(int days) {
    /** What is never pruned. */
    public static final Retention FOR_EVER = new Retention(0);

    /**
     * The least: for so long customers may bring goods back without a reason in most shops, and 30
     * days is their right where goods are faulty (United Kingdom, Consumer Rights Act 2015, section
     * 22). The till must find the receipt.
     */
    public static final int DAYS_MIN = 30;

    /** A hundred years: beyond it somebody has mistyped. */
    public static final int DAYS_MAX = 36_500;

    public Retention {
        if (days != 0 && (days < DAYS_MIN || days > DAYS_MAX))
            throw new IllegalArgumentException(
                    "receipts are kept for "
                            + DAYS_MIN
                            + " days or more, up to "
                            + DAYS_MAX
                            + ", or for ever (0), not for "
                            + days);
    }

    /** What to give up next, and why. */
    public record Due(SegmentInfo segment, Pruning why) {}

    /**
     * The next segment of a journal that may be pruned: the oldest whole one, if nothing of it is
     * needed any more, and something is forced behind it: the segment that a new day begins has
     * none for a moment, or for longer after a power cut. Segments are pruned in order.
     *
     * @param segments of the journal, all of them
     * @param released the last entry that head office has all of ({@link Settled})
     * @param today by this node's clock
     * @param closed the newest business day that head office knows to be closed: where clock and
     *     closed days disagree, the earlier counts
     */
    public Optional<Due> next(
            List<SegmentInfo> segments, long released, LocalDate today, LocalDate closed) {
        if (days == 0) return Optional.empty();
        LocalDate now = today.isBefore(closed) ? today : closed;
        return segments.stream()
                .filter(segment -> !segment.pruned())
                .findFirst()
                .filter(oldest -> oldest.closed() && oldest.last() < segments.getLast().last())
                .filter(oldest -> oldest.last() <= released)
                .filter(oldest -> oldest.day().plusDays(days).isBefore(now))
                .map(oldest -> new Due(oldest, new Pruning(today, days)));
    }
}
