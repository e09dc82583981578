package io.tidemark.fog.forward;

import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Has open segments closed early, so that they reach the archive: when their first entry has waited
 * {@link #ARCHIVE_WAIT}, or when their device has gone. A till that is lost and a gateway that is
 * lost after it take no more with them than that. For one thread.
 */
public final class OpenSegments {
    public static final Duration ARCHIVE_WAIT = Duration.ofMinutes(5);

    /** A device that comes straight back was not away. */
    static final Duration AWAY_WAIT = Duration.ofSeconds(30);

    private final Supplier<List<Watched>> watched;
    private final Map<String, Seen> seen = new HashMap<>();

    /**
     * A journal that is received here.
     *
     * @param away whether its device is not connected
     * @param close closes the segment on the thread that writes the journal; one that comes to
     *     nothing is asked for again
     */
    public record Watched(Journal journal, BooleanSupplier away, Runnable close) {}

    /** When the segment was first seen with entries, by elapsed time. */
    private record Seen(int segment, Instant since) {}

    /**
     * @param watched all that are received at the time; more may begin
     */
    public OpenSegments(Supplier<List<Watched>> watched) {
        this.watched = watched;
    }

    /**
     * @param now elapsed time, not the business clock
     */
    void closeEarly(Instant now) {
        for (Watched each : watched.get()) {
            List<SegmentInfo> segments = each.journal().segments();
            if (segments.isEmpty()) continue;
            SegmentInfo last = segments.getLast();
            if (last.closed() || last.isEmpty()) seen.remove(each.journal().id().label());
            else if (isDue(each, last, now)) each.close().run();
        }
    }

    private boolean isDue(Watched each, SegmentInfo open, Instant now) {
        Seen first =
                seen.compute(
                        each.journal().id().label(),
                        (_, before) ->
                                before != null && before.segment() == open.number()
                                        ? before
                                        : new Seen(open.number(), now));
        Duration waited = Duration.between(first.since(), now);
        Duration wait = each.away().getAsBoolean() ? AWAY_WAIT : ARCHIVE_WAIT;
        return waited.compareTo(wait) >= 0;
    }
}
