package io.tidemark.node.telemetry;

import java.time.Duration;
import java.util.Locale;

/** Figures of a telemetry as people read them, the same on every page. */
public final class TelemetryFigures {
    private static final double PER_MILLE_IN_PERCENT = 10;
    private static final double MICROS_IN_MILLIS = 1_000;
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final double LEAST_SECONDS = 0.005;
    private static final char MINUS = '\u2212';

    private TelemetryFigures() {}

    public static String percent(double percent) {
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    public static String perMille(int perMille) {
        return percent(perMille / PER_MILLE_IN_PERCENT);
    }

    public static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    public static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        for (; value >= 1024 && unit < BYTE_UNITS.length - 1; unit++) value /= 1024;
        return String.format(Locale.ROOT, value < 100 && unit > 0 ? "%.1f" : "%.0f", value)
                + " "
                + BYTE_UNITS[unit];
    }

    /** How far a clock is off: with a sign, unless it is nothing in the digits shown. */
    public static String seconds(Duration off) {
        return seconds(inSeconds(off));
    }

    public static String seconds(double seconds) {
        if (Math.abs(seconds) < LEAST_SECONDS) return "0.00 s";
        return String.format(Locale.ROOT, "%+.2f s", seconds).replace('-', MINUS);
    }

    /** How far a measure may be off. */
    public static String within(Duration error) {
        return error.compareTo(Duration.ofSeconds(1)) < 0
                ? "± " + error.toMillis() + " ms"
                : String.format(Locale.ROOT, "± %.1f s", inSeconds(error));
    }

    public static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    public static String millisOfMicros(long micros) {
        return millis(micros / MICROS_IN_MILLIS);
    }

    /** {@code 12 s}, {@code 7 min}, {@code 3 h}, {@code 2 days}. */
    public static String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(2)) < 0) return length.toSeconds() + " s";
        if (length.compareTo(Duration.ofHours(2)) < 0) return length.toMinutes() + " min";
        if (length.compareTo(Duration.ofDays(2)) < 0) return length.toHours() + " h";
        return length.toDays() + " days";
    }

    public static double inSeconds(Duration length) {
        return length.toMillis() / 1_000.0;
    }
}
