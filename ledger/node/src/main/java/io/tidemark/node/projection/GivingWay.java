package io.tidemark.node.projection;

import java.time.Duration;

/**
 * How long the tables rest after a transaction, so that those who wait for a mark have the cores.
 * Only while journals grow faster than any shop sells: then a backlog is coming in, and the tables
 * take a quarter of one core until it is. Pure: told the time and how much is forced.
 */
final class GivingWay {
    /** A store of hundreds of tills that all sell stays below. */
    static final long BACKLOG_ENTRIES_PER_SECOND = 2_000;

    /** So that what a till sells beside another's backlog is soon in the tables all the same. */
    static final Duration REST_MAX = Duration.ofMillis(100);

    /** Of a transaction's own time. */
    private static final int RESTS = 3;

    private long forcedBefore;
    private long nanosBefore;

    GivingWay(long forced, long nanos) {
        forcedBefore = forced;
        nanosBefore = nanos;
    }

    /**
     * To be asked once after each transaction.
     *
     * @param forced entries on disk, of all journals
     * @param nanos the time now
     * @param took how long the transaction did, in nanoseconds
     * @return zero where no backlog comes in
     */
    Duration restAfter(long forced, long nanos, long took) {
        double seconds = Math.max(1, nanos - nanosBefore) / 1e9;
        boolean isBacklog = (forced - forcedBefore) / seconds > BACKLOG_ENTRIES_PER_SECOND;
        forcedBefore = forced;
        nanosBefore = nanos;
        if (!isBacklog) return Duration.ZERO;
        Duration rest = Duration.ofNanos(RESTS * took);
        return rest.compareTo(REST_MAX) < 0 ? rest : REST_MAX;
    }
}
