package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Forces;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Telemetry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of devices as the fleet's pages show them. */
public final class FleetWords {
    private static final String DASH = "\u2013";
    private static final int LEAST_MILLIS = 5;
    private static final char MINUS = '\u2212';

    private FleetWords() {}

    /** {@code 12 s}, {@code 7 min}, {@code 3 h}, {@code 2 days}. */
    public static String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(2)) < 0) return length.toSeconds() + " s";
        if (length.compareTo(Duration.ofHours(2)) < 0) return length.toMinutes() + " min";
        if (length.compareTo(Duration.ofDays(2)) < 0) return length.toHours() + " h";
        return length.toDays() + " days";
    }

    public static String heard(StoreFleet fleet) {
        return fleet.heard().map(ago -> length(ago) + " ago").orElse("not since the start");
    }

    public static String clock(Optional<ClockOffset> clock) {
        return clock.map(FleetWords::clock).orElse(DASH);
    }

    public static String clock(Telemetry said) {
        return clock(Optional.ofNullable(said.clock()));
    }

    private static String clock(ClockOffset clock) {
        return seconds(clock.ahead().toMillis()) + within(clock.error());
    }

    /** With a sign, unless it is nothing in the digits shown. */
    static String seconds(long millis) {
        if (Math.abs(millis) < LEAST_MILLIS) return "0.00 s";
        return String.format(Locale.ROOT, "%+.2f s", millis / 1_000.0).replace('-', MINUS);
    }

    private static String within(Duration error) {
        return error.compareTo(Duration.ofSeconds(1)) < 0
                ? " ± " + error.toMillis() + " ms"
                : String.format(Locale.ROOT, " ± %.1f s", error.toMillis() / 1_000.0);
    }

    public static String unmarked(Telemetry said) {
        return said.unmarked().entries() == 0
                ? "0"
                : Shown.count(said.unmarked().entries())
                        + ", for "
                        + length(said.unmarked().oldest());
    }

    public static String processor(Telemetry said) {
        @Nullable Integer cpu = said.machine().nodeCpu();
        return cpu == null ? DASH : String.format(Locale.ROOT, "%.1f %%", cpu / 10.0);
    }

    public static String memory(Telemetry said) {
        @Nullable Long resident = said.machine().resident();
        return resident == null ? DASH : Shown.bytes(resident);
    }

    public static String battery(Telemetry said) {
        Machine.Battery battery = said.machine().battery();
        return battery == null
                ? DASH
                : battery.percent() + " %" + (battery.charging() ? ", charging" : "");
    }

    public static String forces(Telemetry said) {
        Forces forces = said.forces();
        return forces == null
                ? DASH
                : String.format(Locale.ROOT, "%.1f ms", forces.p99() / 1_000.0);
    }

    public static String masterData(Telemetry said) {
        return said.software().masterData() == 0 ? "none" : "v" + said.software().masterData();
    }
}
