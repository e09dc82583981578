package io.tidemark.ledger.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Something of what a node says that a person should see to.
 *
 * @param text for that person
 */
public record Concern(Kind kind, String text) {
    /**
     * Receipts carry seconds, and a count on one device is compared with sales on another by their
     * clocks.
     */
    public static final Duration CLOCK_AHEAD_OR_BEHIND_MAX = Duration.ofSeconds(2);

    /** Enough for the rest of a shift on most handhelds. */
    public static final int BATTERY_PERCENT_MIN = 20;

    /** Of the whole disk; H2, journals and the system share what is left. */
    public static final int DISK_FREE_PERCENT_MIN = 5;

    /** Whatever the disk's size: some days of a busy till. */
    public static final long DISK_FREE_BYTES_MIN = 256L << 20;

    /** A device that is connected is marked within a second: what waits this long is stuck. */
    public static final Duration UNMARKED_MAX = Duration.ofMinutes(5);

    /** A cashier waits for two of them. */
    public static final Duration FORCE_MAX = Duration.ofMillis(250);

    /** Fewer forces say nothing of one in a hundred. */
    private static final long FORCES_MIN = 20;

    private static final long MICROS = 1_000;

    /** What it is about. */
    public enum Kind {
        CLOCK,
        BATTERY,
        DISK,
        UNMARKED,
        FORCES,
        MASTER_DATA,
        VERSION,
        SILENT
    }

    /**
     * All there are.
     *
     * @param store what the store's gateway runs and sells by
     */
    public static List<Concern> of(Telemetry telemetry, Software store) {
        List<Concern> found = new ArrayList<>();
        clock(telemetry, found);
        battery(telemetry.machine(), found);
        disk(telemetry.machine(), found);
        unmarked(telemetry.unmarked(), found);
        forces(telemetry, found);
        software(telemetry.software(), store, found);
        return List.copyOf(found);
    }

    /**
     * A device that is connected and says nothing of itself.
     *
     * @param since how long ago it last did
     */
    public static Concern silent(Duration since) {
        return new Concern(
                Kind.SILENT,
                "it is connected and has said nothing of itself for "
                        + (since.compareTo(Duration.ofMinutes(2)) < 0
                                ? since.toSeconds() + " s"
                                : since.toMinutes() + " minutes"));
    }

    private static void clock(Telemetry telemetry, List<Concern> found) {
        ClockOffset clock = telemetry.clock();
        if (clock == null || !clock.isBeyond(CLOCK_AHEAD_OR_BEHIND_MAX)) return;
        found.add(
                new Concern(
                        Kind.CLOCK,
                        "its clock is "
                                + inSeconds(clock.ahead().abs())
                                + (clock.ahead().isNegative() ? " behind" : " ahead")
                                + ": set it by the network's time"));
    }

    private static void battery(Machine machine, List<Concern> found) {
        Machine.Battery battery = machine.battery();
        if (battery == null || battery.charging() || battery.percent() > BATTERY_PERCENT_MIN)
            return;
        found.add(
                new Concern(
                        Kind.BATTERY,
                        "battery at " + battery.percent() + " %: put it in its cradle"));
    }

    private static void disk(Machine machine, List<Concern> found) {
        long least =
                Math.max(DISK_FREE_BYTES_MIN, machine.diskTotal() / 100 * DISK_FREE_PERCENT_MIN);
        if (machine.diskTotal() == 0 || machine.diskFree() >= least) return;
        found.add(
                new Concern(
                        Kind.DISK,
                        (machine.diskFree() >> 20)
                                + " MiB left on its disk: free some space before it stops taking payments"));
    }

    private static void unmarked(Unmarked unmarked, List<Concern> found) {
        if (!unmarked.isTooLong()) return;
        found.add(
                new Concern(
                        Kind.UNMARKED,
                        unmarked.entries()
                                + (unmarked.entries() == 1 ? " entry waits" : " entries wait")
                                + " to be taken, the oldest for "
                                + unmarked.oldest().toMinutes()
                                + " minutes"));
    }

    private static void forces(Telemetry telemetry, List<Concern> found) {
        Forces forces = telemetry.forces();
        if (forces == null
                || forces.count() < FORCES_MIN
                || forces.p99() <= FORCE_MAX.toMillis() * MICROS) return;
        found.add(
                new Concern(
                        Kind.FORCES,
                        "its disk is slow: one force in a hundred takes more than "
                                + forces.p99() / MICROS
                                + " ms"));
    }

    private static void software(Software own, Software store, List<Concern> found) {
        if (own.masterData() == 0 && store.masterData() > 0)
            found.add(new Concern(Kind.MASTER_DATA, "it has no master data yet"));
        else if (own.masterData() < store.masterData())
            found.add(
                    new Concern(
                            Kind.MASTER_DATA,
                            "it sells by master data v"
                                    + own.masterData()
                                    + ", its store has v"
                                    + store.masterData()));
        if (!own.version().equals(store.version()))
            found.add(
                    new Concern(
                            Kind.VERSION,
                            "it runs Tidemark "
                                    + own.version()
                                    + ", its gateway "
                                    + store.version()));
    }

    private static String inSeconds(Duration length) {
        return length.toSeconds() + "." + length.toMillisPart() / 100 + " s";
    }
}
