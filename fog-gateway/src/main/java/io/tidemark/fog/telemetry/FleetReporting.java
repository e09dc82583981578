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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells head office how the store's devices are, again and again, and learns how far the gateway's
 * clock is from head office's. What was not heard there is not said again: the next one says more.
 */
public final class FleetReporting implements AutoCloseable {
    /** Where there is no news, about: 5,000 stores are then 170 requests a second. */
    public static final Duration EVERY = Duration.ofSeconds(30);

    /** Between one report and the next at least, whatever the news. */
    public static final Duration EVERY_MIN = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(FleetReporting.class);

    private final Supplier<FleetReport> fleet;
    private final FleetLink link;
    private final OwnClock clock;
    private final Pace pace;
    private final BackgroundLoop loop = new BackgroundLoop("fleet-reporting", this::turn);
    private boolean away;
    private boolean reported;

    /**
     * @param business the clock that the gateway's business runs on
     * @param measured told how far it is from head office's
     */
    public record OwnClock(InstantSource business, Consumer<ClockOffset> measured) {}

    /**
     * @param every without news
     * @param everyMin with them
     */
    public record Pace(Duration every, Duration everyMin) {
        public static final Pace USUAL = new Pace(EVERY, EVERY_MIN);
    }

    public FleetReporting(Supplier<FleetReport> fleet, FleetLink link, OwnClock clock, Pace pace) {
        this.fleet = fleet;
        this.link = link;
        this.clock = clock;
        this.pace = pace;
    }

    public FleetReporting start(Halting halting) {
        loop.start(halting);
        return this;
    }

    /** A device is new, or there is something else to see to. Returns at once. */
    public void news() {
        loop.wake();
    }

    @Override
    public void close() {
        loop.close();
    }

    /** A report, a short pause whatever happens, then idle until there is news or it is time. */
    private Rest turn() {
        reported = !reported;
        if (!reported) return new Rest.Idle(jittered(pace.every()));
        try {
            report();
            away = false;
        } catch (IOException e) {
            // The forwarding says it to people when head office is away; this is about no money.
            if (!away && !loop.isClosing())
                LOG.info("head office is not told of the fleet: {}", e.getMessage());
            away = true;
        }
        return new Rest.Pause(pace.everyMin());
    }

    /** Half as long or half as long again: 5,000 gateways that lost one head office spread out. */
    private static Duration jittered(Duration every) {
        int percent = ThreadLocalRandom.current().nextInt(50, 150);
        return every.multipliedBy(percent).dividedBy(100);
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
