package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Forces;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;

/**
 * How long forces took since it was last asked: counts per span of time, 16 spans for each
 * doubling, so that what it tells is at most a sixteenth too long. It is three kilobytes and one
 * atomic increment for a force; a histogram of a library's would tell no more. Safe for use by
 * several threads.
 */
public final class ForceTimes implements LongConsumer {
    private static final int SPANS_PER_DOUBLING = 16;
    private static final int SPAN_BITS = 4;

    /** A force of more than a minute is counted as one of a minute. */
    private static final long MICROS_MAX = (1L << 26) - 1;

    private static final int NANOS_PER_MICRO = 1_000;

    private final AtomicLongArray counts = new AtomicLongArray(spanOf(MICROS_MAX) + 1);

    /**
     * @param nanos that one force took
     */
    @Override
    public void accept(long nanos) {
        counts.incrementAndGet(spanOf(Math.clamp(nanos / NANOS_PER_MICRO, 0, MICROS_MAX)));
    }

    /** Those since the last call; empty where there were none. */
    public Optional<Forces> take() {
        long[] taken = new long[counts.length()];
        long count = 0;
        for (int span = 0; span < taken.length; span++) {
            taken[span] = counts.getAndSet(span, 0);
            count += taken[span];
        }
        if (count == 0) return Optional.empty();
        return Optional.of(
                new Forces(
                        count,
                        reached(taken, Math.ceilDiv(count, 2)),
                        reached(taken, Math.ceilDiv(count * 99, 100)),
                        reached(taken, count)));
    }

    /** The longest time of the span in which the so-manieth shortest force lies. */
    private static long reached(long[] counts, long wanted) {
        long passed = 0;
        int span = -1;
        while (passed < wanted) passed += counts[++span];
        return longestOf(span);
    }

    static int spanOf(long micros) {
        int doublings = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - SPAN_BITS);
        return doublings * SPANS_PER_DOUBLING + (int) (micros >>> doublings);
    }

    static long longestOf(int span) {
        int doublings = Math.max(0, span / SPANS_PER_DOUBLING - 1);
        long first = span - (long) doublings * SPANS_PER_DOUBLING;
        return ((first + 1) << doublings) - 1;
    }
}
