package io.tidemark.lab.bench;

import java.util.Arrays;

/** Times of one kind, told as percentiles in microseconds. For one thread. */
final class Percentiles {
    private static final double NANOS_PER_MICRO = 1_000;

    private final long[] nanos;
    private int count;
    private boolean sorted;

    Percentiles(int most) {
        nanos = new long[most];
    }

    void add(long nanosTaken) {
        nanos[count++] = nanosTaken;
        sorted = false;
    }

    int count() {
        return count;
    }

    /**
     * @param part from 0 to 1
     */
    double micros(double part) {
        if (count == 0) throw new IllegalStateException("nothing was measured");
        if (!sorted) Arrays.sort(nanos, 0, count);
        sorted = true;
        return nanos[(int) Math.min(count - 1L, (long) (part * count))] / NANOS_PER_MICRO;
    }
}
