package io.tidemark.fog.dashboard;

import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Of a telemetry, what is shown as a figure and as a line over time. */
final class Measures {
    private static final double PER_MILLE_IN_PERCENT = 10;
    private static final double MICROS_IN_MILLIS = 1_000;
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final double LEAST_SECONDS = 0.005;
    private static final char MINUS = '\u2212';

    static final TimeChart.Measure PROCESSOR =
            new TimeChart.Measure("Processor, this program", Measures::nodeCpu, Measures::percent);

    static final List<TimeChart.Measure> ALL =
            List.of(
                    PROCESSOR,
                    new TimeChart.Measure(
                            "Processor, everything", Measures::wholeCpu, Measures::percent),
                    new TimeChart.Measure(
                            "Memory, this program", Measures::resident, Measures::bytes),
                    new TimeChart.Measure(
                            "Disk, free",
                            telemetry -> (double) telemetry.machine().diskFree(),
                            Measures::bytes),
                    new TimeChart.Measure(
                            "Entries not marked yet",
                            telemetry -> (double) telemetry.unmarked().entries(),
                            entries -> Shown.count((long) entries)),
                    new TimeChart.Measure("Clock, ahead", Measures::ahead, Measures::seconds),
                    new TimeChart.Measure(
                            "Forces, 99 of 100 within", Measures::force, Measures::millis),
                    new TimeChart.Measure("Battery", Measures::battery, Measures::percent));

    private Measures() {}

    static String percent(double percent) {
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    static String perMille(int perMille) {
        return percent(perMille / PER_MILLE_IN_PERCENT);
    }

    static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    private static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        for (; value >= 1024 && unit < BYTE_UNITS.length - 1; unit++) value /= 1024;
        return String.format(Locale.ROOT, value < 100 && unit > 0 ? "%.1f" : "%.0f", value)
                + " "
                + BYTE_UNITS[unit];
    }

    /** With a sign, unless it is nothing in the digits shown. */
    static String seconds(double seconds) {
        if (Math.abs(seconds) < LEAST_SECONDS) return "0.00 s";
        return String.format(Locale.ROOT, "%+.2f s", seconds).replace('-', MINUS);
    }

    /** How far a measure may be off. */
    static String within(Duration error) {
        return error.compareTo(Duration.ofSeconds(1)) < 0
                ? "± " + error.toMillis() + " ms"
                : String.format(Locale.ROOT, "± %.1f s", inSeconds(error));
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    static String millisOfMicros(long micros) {
        return millis(micros / MICROS_IN_MILLIS);
    }

    /** {@code 12 s}, {@code 7 min}, {@code 3 h}, {@code 2 days}. */
    static String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(2)) < 0) return length.toSeconds() + " s";
        if (length.compareTo(Duration.ofHours(2)) < 0) return length.toMinutes() + " min";
        if (length.compareTo(Duration.ofDays(2)) < 0) return length.toHours() + " h";
        return length.toDays() + " days";
    }

    static double inSeconds(Duration length) {
        return length.toMillis() / 1_000.0;
    }

    private static @Nullable Double nodeCpu(Telemetry telemetry) {
        Integer cpu = telemetry.machine().nodeCpu();
        return cpu == null ? null : cpu / PER_MILLE_IN_PERCENT;
    }

    private static @Nullable Double wholeCpu(Telemetry telemetry) {
        Integer cpu = telemetry.machine().wholeCpu();
        return cpu == null ? null : cpu / PER_MILLE_IN_PERCENT;
    }

    private static @Nullable Double resident(Telemetry telemetry) {
        Long resident = telemetry.machine().resident();
        return resident == null ? null : resident.doubleValue();
    }

    private static @Nullable Double ahead(Telemetry telemetry) {
        ClockOffset clock = telemetry.clock();
        return clock == null ? null : inSeconds(clock.ahead());
    }

    private static @Nullable Double force(Telemetry telemetry) {
        return telemetry.forces() == null ? null : telemetry.forces().p99() / MICROS_IN_MILLIS;
    }

    private static @Nullable Double battery(Telemetry telemetry) {
        Machine.Battery battery = telemetry.machine().battery();
        return battery == null ? null : (double) battery.percent();
    }
}
