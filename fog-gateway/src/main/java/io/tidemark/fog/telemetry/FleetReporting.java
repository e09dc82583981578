package io.tidemark.fog.telemetry;

import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells head office how the store's devices are, again and again, and learns how far the gateway's
 * clock is from head office's. What was not heard there is not said again: the next one says more.
 */
public final class FleetReporting implements AutoCloseable {
    /** Between one report and the next, about: 5,000 stores are then 170 requests a second. */
    public static final Duration EVERY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(FleetReporting.class);

    private final Supplier<FleetReport> fleet;
    private final FleetLink link;
    private final OwnClock clock;
    private final Duration every;
    private final BackgroundLoop loop = new BackgroundLoop("fleet-reporting", this::turn);
    private boolean away;

    /**
     * @param business the clock that the gateway's business runs on
     * @param measured told how far it is from head office's
     */
    public record OwnClock(InstantSource business, Consumer<ClockOffset> measured) {}

    public FleetReporting(
            Supplier<FleetReport> fleet, FleetLink link, OwnClock clock, Duration every) {
        this.fleet = fleet;
        this.link = link;
        this.clock = clock;
        this.every = every;
    }

    public FleetReporting start(Halting halting) {
        loop.start(halting);
        return this;
    }

    @Override
    public void close() {
        loop.close();
    }

    private Rest turn() {
        try {
            report();
            away = false;
        } catch (IOException e) {
            // The forwarding says it to people when head office is away; this is about no money.
            if (!away && !loop.isClosing())
                LOG.info("head office is not told of the fleet: {}", e.getMessage());
            away = true;
        }
        return Rest.about(every);
    }

    private void report() throws IOException {
        FleetReport report = fleet.get();
        Instant asked = clock.business().instant();
        ClockTold told = link.tell(report);
        if (told.number() == report.number())
            ClockOffset.between(asked, told.received(), clock.business().instant())
                    .ifPresent(clock.measured());
    }
}
