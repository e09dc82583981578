package io.tidemark.ledger.retention;

import io.tidemark.ledger.journal.SegmentInfo;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Up to where head office has marked all that becomes of a journal's entries. */
public final class Settled {
    private Settled() {}

    /**
     * What a journal has of one business day.
     *
     * @param first sequence of its first entry
     * @param last sequence of its last
     * @param taken the last that close-downs which head office has marked took in; 0 for none
     */
    public record Day(long first, long last, long taken) {
        boolean isSettledWithin(long end) {
            return taken >= last && last <= end;
        }
    }

    /**
     * The last entry of the longest beginning of a journal that holds whole days only, each of them
     * closed, with nothing of it waiting for a supplement.
     *
     * @param archived the last entry that the archive has, with all before it
     * @param days all that the journal has entries of, up to its end
     */
    public static long upTo(long archived, Collection<Day> days) {
        long end = archived;
        for (long before = Long.MAX_VALUE; end < before; ) {
            before = end;
            for (Day day : days)
                if (day.first() <= end && !day.isSettledWithin(end)) end = day.first() - 1;
        }
        return Math.max(0, end);
    }

    /**
     * The last entry of the closed segments that are archived, from the first one without a gap.
     */
    public static long archivedUpTo(List<SegmentInfo> segments, Predicate<SegmentInfo> isArchived) {
        long end = 0;
        for (SegmentInfo segment : segments) {
            if (!segment.pruned() && !(segment.closed() && isArchived.test(segment))) return end;
            end = segment.last();
        }
        return end;
    }
}
