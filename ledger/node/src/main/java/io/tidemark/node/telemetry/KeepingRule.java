package io.tidemark.node.telemetry;

import java.time.Duration;

/**
 * How long telemetry is kept.
 *
 * @param all for so long all of it
 * @param coarse after that one for each node in so long a time
 * @param longest after that none
 * @param rowsMax whatever the times, no more rows than this: the oldest go first
 */
public record KeepingRule(Duration all, Duration coarse, Duration longest, long rowsMax) {
    /** Where {@code telemetryDays} is not set. */
    public static final int DAYS = 14;

    public static final int DAYS_MAX = 400;
    private static final Duration ALL = Duration.ofDays(1);
    private static final Duration COARSE = Duration.ofMinutes(5);

    /** At some 200 bytes each, less than half a gigabyte. */
    private static final long ROWS_MAX = 2_000_000;

    public KeepingRule {
        if (longest.compareTo(all) < 0 || coarse.isZero() || coarse.isNegative() || rowsMax < 1)
            throw new IllegalArgumentException(
                    "not a rule: " + all + ", " + coarse + ", " + longest);
    }

    /**
     * The usual one.
     *
     * @param days for so many in all
     */
    public static KeepingRule days(int days) {
        if (days < 1 || days > DAYS_MAX)
            throw new IllegalArgumentException(
                    "telemetryDays is " + days + ": write 1 to " + DAYS_MAX);
        return new KeepingRule(ALL, COARSE, Duration.ofDays(days), ROWS_MAX);
    }
}
