package io.tidemark.lab.bench.day;

import java.util.function.IntToLongFunction;

/** Mean, median and 95th percentile of baskets, as a close-down rounds them. */
public final class Statistics {
    private static final int HUNDREDTHS = 100;

    private Statistics() {}

    /**
     * The mean is rounded HALF_UP; median and percentile are the value at the nearest rank.
     *
     * @param lines of the n-th smallest basket by lines, from 0
     * @param values of the n-th smallest basket by value, from 0
     */
    static long[] of(
            int count,
            long lineSum,
            long valueSum,
            IntToLongFunction lines,
            IntToLongFunction values) {
        if (count == 0) return new long[7];
        return of(
                count,
                lineSum,
                valueSum,
                new long[] {
                    lines.applyAsLong(rank(count, 50)),
                    lines.applyAsLong(rank(count, 95)),
                    values.applyAsLong(rank(count, 50)),
                    values.applyAsLong(rank(count, 95))
                });
    }

    /**
     * @param ranked median and p95 of lines, then of values
     */
    public static long[] of(long count, long lineSum, long valueSum, long[] ranked) {
        return new long[] {
            count,
            mean(lineSum * HUNDREDTHS, count),
            ranked[0],
            ranked[1],
            mean(valueSum, count),
            ranked[2],
            ranked[3]
        };
    }

    private static int rank(int count, int percent) {
        return (int) Math.ceilDiv((long) count * percent, 100) - 1;
    }

    private static long mean(long sum, long count) {
        return Math.floorDiv(2 * sum + count, 2 * count);
    }
}
