package io.tidemark.node.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Goes on evenly from where the system's clock stood at the start, whatever is done to that one
 * since: for waiting and backing off. A till whose clock is set back by an hour must not wait an
 * hour before it knocks at its gateway again.
 */
public final class SteadyClock implements InstantSource {
    private final Instant start;
    private final LongSupplier nanos;
    private final long startNanos;

    private SteadyClock(Instant start, LongSupplier nanos) {
        this.start = start;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    /** From now on, which is this. */
    public static SteadyClock from(Instant now) {
        return from(now, System::nanoTime);
    }

    /**
     * @param nanos counts evenly from anywhere
     */
    static SteadyClock from(Instant start, LongSupplier nanos) {
        return new SteadyClock(start, nanos);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }
}
