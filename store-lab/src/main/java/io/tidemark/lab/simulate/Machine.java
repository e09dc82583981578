package io.tidemark.lab.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.lab.simulate.disk.PowerLost;
import io.tidemark.lab.simulate.disk.SimDisk;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.JournalKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A computer: a disk, a clock of its own, and at most one process.
 *
 * <pre>
 * state     event                                   becomes
 * running   power cut, at any disk operation        off; unforced bytes are left to chance
 * running   killed                                  off; the machine's memory keeps what was written
 * running   a force failed, the disk was full       off: a failed force is fatal
 * running   damage found                            off until repaired from a peer
 * off       its time has come                       running, on what the disk then holds
 * </pre>
 */
final class Machine {
    private static final int OFF_MILLIS_MAX = 40_000;

    private final World world;
    private final NodeName name;
    private final SimDisk disk;
    private final JournalKey key;
    private final SplittableRandom random;
    private final Function<Machine, Node> boot;
    private final Database database;
    private @Nullable Node node;
    private int life;
    private int epoch = 1;
    private long skewMillis;
    private boolean held;
    private long retiredAt = Long.MAX_VALUE;

    Machine(World world, NodeName name, SplittableRandom random, Function<Machine, Node> boot) {
        this.world = world;
        this.name = name;
        this.random = random;
        this.boot = boot;
        this.disk = new SimDisk(random.split());
        this.key = JournalKey.of(Hash.digest(name.uri().getBytes(UTF_8)).toBytes());
        this.database = new Database(random.split());
    }

    World world() {
        return world;
    }

    NodeName name() {
        return name;
    }

    /** The journal it writes itself now, and in whose name it marks. */
    JournalId journalId() {
        return new JournalId(name, epoch);
    }

    /** Of all its lives, the newest last. */
    List<JournalId> journalIds() {
        return IntStream.rangeClosed(1, epoch).mapToObj(life -> new JournalId(name, life)).toList();
    }

    /** An empty disk, and a new life under this authorisation. The machine is off. */
    void begin(EpochGrant grant, Verifier authority) {
        requireAllowed(grant, authority);
        disk.replaceByEmptyOne();
        database.lose();
        epoch = grant.successor().epoch();
    }

    /** A new life on the disk that is here. The machine is off. */
    void goesOn(EpochGrant grant, Verifier authority) {
        requireAllowed(grant, authority);
        epoch = grant.successor().epoch();
    }

    private void requireAllowed(EpochGrant grant, Verifier authority) {
        if (!grant.isBy(authority) || !grant.continued().equals(journalId()))
            throw new IllegalArgumentException(grant + " is no grant for " + journalId());
    }

    SimDisk disk() {
        return disk;
    }

    Database database() {
        return database;
    }

    JournalKey key() {
        return key;
    }

    SplittableRandom random() {
        return random;
    }

    /** By this machine's own clock. */
    Instant now() {
        return World.START.plusMillis(world.agenda().now() + skewMillis);
    }

    /** The same, on the calendar by which business days go. */
    Instant businessNow() {
        return now().plus(world.calendar().passed());
    }

    LocalDate today() {
        return businessNow().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    void jumpClock(long millis) {
        skewMillis += millis;
    }

    boolean isRunning() {
        return node != null;
    }

    /** Kept off by a person, whatever would start it. */
    void hold(boolean off) {
        held = off;
    }

    boolean isHeld() {
        return held;
    }

    boolean isRetired() {
        return retiredAt <= world.agenda().now();
    }

    /** Whether all that it sent has arrived by now, or never will. */
    boolean isSilent() {
        return retiredAt <= world.agenda().now() - Wire.LATE_MILLIS_MAX;
    }

    @Nullable Node node() {
        return node;
    }

    void receive(Wire wire, Parcel parcel) {
        Node running = node;
        if (running != null) perform(() -> running.receive(wire, parcel));
    }

    /** After this time, unless the process is another one by then. */
    void later(long millis, Runnable what) {
        int planned = life;
        world.agenda()
                .in(
                        millis,
                        () -> {
                            if (life == planned && node != null) perform(what);
                        });
    }

    void start() {
        if (node != null || held || isRetired()) return;
        perform(() -> node = boot.apply(this));
    }

    /** The power goes now, between two steps. */
    void cutPower() {
        world.tally().crashed();
        end();
        disk.powerCut();
        database.powerCut();
        startLater();
    }

    /** {@code kill -9}: the machine's memory survives. */
    void kill() {
        world.tally().crashed();
        end();
        disk.processEnded();
        startLater();
    }

    /** Off, for whoever changes the disk under it. */
    void switchOff() {
        end();
        disk.powerCut();
        database.powerCut();
    }

    /** The process ends by itself and is there again at once. */
    void restart() {
        end();
        disk.processEnded();
        world.agenda().in(1, this::start);
    }

    void retire() {
        retiredAt = world.agenda().now();
        end();
    }

    void startLater() {
        world.agenda().in(1_000 + random.nextInt(OFF_MILLIS_MAX), this::start);
    }

    private void end() {
        node = null;
        life++;
    }

    /** Runs a step of the process, which may be its last. */
    private void perform(Runnable step) {
        try {
            step.run();
        } catch (PowerLost atOperation) {
            cutPower();
        } catch (JournalBroken e) {
            stopped(e, e.getCause());
        } catch (UncheckedIOException e) {
            stopped(e, e.getCause());
        } catch (JournalDamaged e) {
            damaged(e);
        } catch (Violation e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Violation(Check.NO_NODE_STOPS_BY_ITSELF, name + " stopped: " + e, e);
        }
    }

    private void stopped(RuntimeException why, @Nullable Throwable cause) {
        if (!isSimulated(cause))
            throw new Violation(Check.NO_NODE_STOPS_BY_ITSELF, name + " stopped: " + why, why);
        if (random.nextBoolean()) kill();
        else cutPower();
    }

    /** Whether a fault of the simulated disk is behind it. */
    static boolean isSimulated(@Nullable Throwable cause) {
        if (cause instanceof IOException)
            return String.valueOf(cause.getMessage()).endsWith(SimDisk.SIMULATED);
        return cause != null && isSimulated(cause.getCause());
    }

    private void damaged(JournalDamaged damage) {
        end();
        disk.processEnded();
        world.repairs().damaged(this, damage);
    }
}
