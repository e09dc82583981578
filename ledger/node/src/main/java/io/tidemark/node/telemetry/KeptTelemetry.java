package io.tidemark.node.telemetry;

import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.kept.Room;
import io.tidemark.node.loop.Joining;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Telemetry that was heard, in a database of its own, for some days. Nobody waits for it, and
 * nothing of it is worth stopping for: one that is damaged is put aside and begun anew, with a
 * notice; where that fails too, or the disk is nearly full, what comes is dropped for a while.
 *
 * <pre>
 * state     what comes          every {@link #WRITE_EVERY}
 * closed    waits, then gives   opened; if it cannot be: put aside and begun; if not that either,
 *           way to newer        tried again after {@link #AGAIN_AFTER}
 * open      waits               written, thinned a little; on a failure put aside: closed
 * </pre>
 */
public final class KeptTelemetry implements AutoCloseable {
    /** What comes together is written together. */
    static final Duration WRITE_EVERY = Duration.ofSeconds(2);

    static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    /** Beyond this the oldest that waits gives way: 500 devices, 20 times. */
    static final int WAITING_MAX = 10_000;

    /** Deleted at a time, which takes some milliseconds. */
    private static final int THINNED_MAX = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(KeptTelemetry.class);

    private final TelemetryPlace place;
    private final Ports ports;
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore woken = new Semaphore(0);
    private final Queue<Heard> waiting = new ArrayDeque<>();
    private final Map<String, Duration> lasting = new LinkedHashMap<>();
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable TelemetryTables tables;
    private Instant tryAt = Instant.MIN;

    /**
     * What it needs of its node.
     *
     * @param clock the one that says when telemetry was heard
     * @param room below {@link Room#BYTES_MIN} nothing is written: the journals need the rest
     * @param notice told what a person should know
     */
    public record Ports(
            KeepingRule rule, InstantSource clock, Room room, Consumer<String> notice) {}

    private KeptTelemetry(TelemetryPlace place, Ports ports) {
        this.place = place;
        this.ports = ports;
        this.thread = new Thread(this::run, "kept-telemetry");
        thread.setDaemon(true);
    }

    /** Returns at once; what is there already can be read soon after. */
    public static KeptTelemetry start(TelemetryPlace place, Ports ports) {
        KeptTelemetry kept = new KeptTelemetry(place, ports);
        kept.thread.start();
        return kept;
    }

    /** Without a thread: for a caller that steps it. */
    static KeptTelemetry stepped(TelemetryPlace place, Ports ports) {
        return new KeptTelemetry(place, ports);
    }

    /** Returns at once. */
    public void keep(Heard heard) {
        synchronized (waiting) {
            if (waiting.size() >= WAITING_MAX) waiting.remove();
            waiting.add(heard);
        }
    }

    /**
     * Returns at once.
     *
     * @param what of at most 64 characters; those that come last in the alphabet are kept longest
     */
    public void keepLasted(String what, Duration took) {
        synchronized (waiting) {
            if (lasting.size() < WAITING_MAX) lasting.put(what, took);
        }
    }

    /** How long it took, if that is kept and can be read. */
    public Optional<Duration> lasted(String what) {
        synchronized (waiting) {
            Duration waits = lasting.get(what);
            if (waits != null) return Optional.of(waits);
        }
        return read(open -> open.lasted(what), Optional.empty());
    }

    /**
     * What is kept of a node since then, oldest first; nothing while it cannot be read.
     *
     * @param most rows; the newest are left out beyond it
     */
    public List<Heard> of(String node, Instant from, int most) {
        return read(open -> open.of(node, from, most), List.of());
    }

    /** The last of each node. */
    public List<Heard> last() {
        return read(TelemetryTables::last, List.of());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(TelemetryTables open) throws SQLException;
    }

    private <T> T read(Reading<T> reading, T none) {
        lock.lock();
        try {
            return tables == null ? none : reading.from(tables);
        } catch (SQLException | RuntimeException e) {
            damaged(e);
            return none;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, and thins a little. */
    void step() {
        List<Heard> taken = taken();
        Map<String, Duration> lasted = takenLasted();
        lock.lock();
        try {
            Optional<TelemetryTables> open = open();
            if (open.isEmpty()) return;
            if (ports.room().usableBytes() < Room.BYTES_MIN) return;
            if (!taken.isEmpty()) open.get().put(taken, ports.rule());
            if (!lasted.isEmpty()) open.get().lasted(lasted);
            open.get().thin(ports.rule(), ports.clock().instant(), THINNED_MAX);
        } catch (SQLException | RuntimeException e) {
            damaged(e);
        } finally {
            lock.unlock();
        }
    }

    private List<Heard> taken() {
        synchronized (waiting) {
            List<Heard> taken = new ArrayList<>(waiting);
            waiting.clear();
            return taken;
        }
    }

    private Map<String, Duration> takenLasted() {
        synchronized (waiting) {
            Map<String, Duration> taken = Map.copyOf(lasting);
            lasting.clear();
            return taken;
        }
    }

    private Optional<TelemetryTables> open() {
        if (tables != null) return Optional.of(tables);
        if (ports.clock().instant().isBefore(tryAt)) return Optional.empty();
        if (place.isSuspect()) aside("it was being opened when the process ended");
        try {
            tables = TelemetryTables.open(place);
        } catch (SQLException | IOException | RuntimeException e) {
            aside(why(e));
            tables = begun();
        }
        return Optional.ofNullable(tables);
    }

    private @Nullable TelemetryTables begun() {
        try {
            return TelemetryTables.open(place);
        } catch (SQLException | IOException | RuntimeException e) {
            tryAt = ports.clock().instant().plus(AGAIN_AFTER);
            tell(
                    "telemetry is not kept just now: "
                            + why(e)
                            + ". See to the disk; all else goes on");
            return null;
        }
    }

    private void damaged(Exception why) {
        if (tables != null) tables.abandon();
        tables = null;
        aside(why(why));
    }

    private void aside(String why) {
        try {
            place.putAside();
            tell(
                    "the telemetry database was damaged ("
                            + why
                            + "): it lies beside, in "
                            + place.aside()
                            + ", and a new one is begun. Nothing of the ledger is affected");
        } catch (IOException e) {
            tryAt = ports.clock().instant().plus(AGAIN_AFTER);
            tell("the damaged telemetry database cannot be put aside: " + e.getMessage());
        }
    }

    private void tell(String notice) {
        LOG.warn("{}", notice);
        ports.notice().accept(notice);
    }

    private static String why(Exception e) {
        String message = e instanceof Malformed ? "a row cannot be read" : e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private void run() {
        try {
            while (!closing) {
                step();
                var _ = woken.tryAcquire(WRITE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            LOG.warn(
                    "nobody interrupts this on purpose; no telemetry is kept until the next start",
                    e);
        }
    }

    /** Writes what waits, and closes the file. */
    @Override
    public void close() {
        closing = true;
        woken.release();
        if (thread.isAlive()) Joining.join(thread);
        step();
        lock.lock();
        try {
            if (tables != null) tables.close();
            tables = null;
        } catch (SQLException e) {
            LOG.warn("the telemetry database did not close cleanly: {}", e.getMessage());
        } finally {
            lock.unlock();
        }
    }
}
