package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.ledger.telemetry.Unmarked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures its own node, one telemetry after the other. Safe for use by several threads. */
public final class OwnTelemetry {
    private final Sources sources;
    private long number;
    private Instant asked = Instant.EPOCH;
    private @Nullable ClockOffset clock;
    private @Nullable Standing told;

    /** What may be over, or begin, from one moment to the next, whatever the interval. */
    private record Standing(boolean waitsTooLong, long masterData) {}

    /**
     * What it is put together from.
     *
     * @param clock the one that the node's business runs on
     */
    public record Sources(
            MachineGauge machine,
            ForceTimes forces,
            Supplier<Software> software,
            Supplier<Unmarked> unmarked,
            InstantSource clock) {}

    public OwnTelemetry(Sources sources) {
        this.sources = sources;
    }

    /** To be sent at once: its time is that of the question what the receiver's time is. */
    public synchronized Telemetry measure() {
        number++;
        told = null;
        try {
            Telemetry measured =
                    new Telemetry(
                            sources.clock().instant(),
                            number,
                            sources.machine().read(),
                            sources.software().get(),
                            sources.unmarked().get(),
                            clock,
                            sources.forces().take().orElse(null));
            asked = measured.at();
            told = new Standing(measured.unmarked().isTooLong(), measured.software().masterData());
            return measured;
        } catch (IOException e) {
            throw new UncheckedIOException("this machine cannot be measured: " + e.getMessage(), e);
        }
    }

    /**
     * Whether something that a person is told of is over or has begun since it was measured last:
     * entries that wait for too long, another version of master data. Costs next to nothing.
     */
    synchronized boolean hasNews() {
        if (told == null) return false;
        return !told.equals(
                new Standing(
                        sources.unmarked().get().isTooLong(),
                        sources.software().get().masterData()));
    }

    /** The receiver's answer to the last one; one to an earlier tells nothing any more. */
    public synchronized void heard(ClockTold told) {
        if (told.number() != number) return;
        Optional<ClockOffset> measured =
                ClockOffset.between(asked, told.received(), sources.clock().instant());
        clock = measured.orElse(null);
    }

    /** Where it was measured in another way. */
    public synchronized void clockIs(ClockOffset measured) {
        clock = measured;
    }

    /** How far the clock is from the receiver's, once it is known. */
    public synchronized Optional<ClockOffset> clock() {
        return Optional.ofNullable(clock);
    }
}
