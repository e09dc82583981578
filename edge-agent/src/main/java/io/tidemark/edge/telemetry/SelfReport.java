package io.tidemark.edge.telemetry;

import io.tidemark.edge.sync.Beside;
import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.telemetry.OwnTelemetry;
import io.tidemark.node.telemetry.TelemetryTimer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says how this device is: at once when its gateway has answered, again as soon as it knows how its
 * clock stands, and then every interval. Safe for use by several threads.
 */
public final class SelfReport implements Beside {
    private final OwnTelemetry own;
    private final Duration interval;
    private final Way way;
    private final AtomicReference<byte @Nullable []> waiting = new AtomicReference<>();
    private volatile @Nullable TelemetryTimer timer;

    /**
     * How it goes out.
     *
     * @param status how things stand with the gateway
     * @param wake has the loop ask for what there is to say
     */
    public record Way(Supplier<SyncStatus> status, Runnable wake) {}

    public SelfReport(OwnTelemetry own, Duration interval, Way way) {
        this.own = own;
        this.interval = interval;
        this.way = way;
    }

    /** From here on it measures; closing what is given ends that. */
    public AutoCloseable start() {
        TelemetryTimer started = TelemetryTimer.start(interval, own, this::take);
        timer = started;
        return started;
    }

    /** Offline nobody would hear it, and later it would be old. */
    private void take(Telemetry measured) {
        if (!way.status().get().isHeard()) return;
        waiting.set(measured.toBytes());
        way.wake().run();
    }

    @Override
    public void connected() {
        waiting.set(null);
        measureNow();
    }

    @Override
    public void say(Predicate<byte[]> once) {
        byte[] newest = waiting.get();
        if (newest != null && once.test(newest)) waiting.compareAndSet(newest, null);
    }

    @Override
    public void heard(byte[] clockTold) {
        boolean isFirst = own.clock().isEmpty();
        own.heard(ClockTold.parse(clockTold));
        if (isFirst && own.clock().isPresent()) measureNow();
    }

    private void measureNow() {
        TelemetryTimer running = timer;
        if (running != null) running.wake();
    }
}
