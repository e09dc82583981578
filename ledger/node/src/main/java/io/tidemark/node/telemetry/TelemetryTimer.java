package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.loop.Joining;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures again and again, and sooner where there is news, on a thread of its own, and hands over
 * what it found. What fails in it is told and stops nothing: telemetry is no reason for a node to
 * end.
 */
public final class TelemetryTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelemetryTimer.class);
    private static final int JITTER_PERCENT = 10;

    /** What is over must not be told of for long: a laboratory's clock runs hours in a minute. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Duration interval;
    private final OwnTelemetry own;
    private final Consumer<Telemetry> taker;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private boolean failing;

    private TelemetryTimer(Duration interval, OwnTelemetry own, Consumer<Telemetry> taker) {
        this.interval = interval;
        this.own = own;
        this.taker = taker;
        this.thread = new Thread(this::run, "telemetry");
        thread.setDaemon(true);
    }

    /**
     * @param taker must not wait
     */
    public static TelemetryTimer start(
            Duration interval, OwnTelemetry own, Consumer<Telemetry> taker) {
        TelemetryTimer timer = new TelemetryTimer(interval, own, taker);
        timer.thread.start();
        return timer;
    }

    /** Measures now, and the interval begins anew. Returns at once. */
    public void wake() {
        woken.release();
    }

    @Override
    public void close() {
        closing = true;
        wake();
        Joining.join(thread);
    }

    private void run() {
        try {
            while (!closing) {
                measure();
                rest();
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            LOG.warn(
                    "nobody interrupts this on purpose; no more telemetry until the next start", e);
        }
    }

    private void measure() {
        try {
            taker.accept(own.measure());
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) LOG.warn("no telemetry: {}. All else goes on", e.getMessage(), e);
            failing = true;
        }
    }

    /** Until the time is over, somebody wakes this, or there is news. */
    private void rest() throws InterruptedException {
        Duration left = jittered();
        while (left.isPositive()) {
            Duration length = left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
            if (woken.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS) || hasNews()) return;
            left = left.minus(length);
        }
    }

    private boolean hasNews() {
        try {
            return own.hasNews();
        } catch (RuntimeException e) {
            // Measuring comes upon the same, and tells it.
            return true;
        }
    }

    /** A little more or less, so that a store's devices do not speak all at once. */
    private Duration jittered() {
        int percent = ThreadLocalRandom.current().nextInt(-JITTER_PERCENT, JITTER_PERCENT + 1);
        return interval.plus(interval.multipliedBy(percent).dividedBy(100));
    }
}
