package io.tidemark.fog.columns;

import java.util.Arrays;

/** Numbers of 32 bits, one behind the other. Not safe for use by several threads. */
final class IntColumn {
    private static final int LEAST = 64;

    private int[] values;
    private int size;

    /**
     * @param room for how many at once
     */
    IntColumn(int room) {
        values = new int[Math.max(LEAST, room)];
    }

    void add(int value) {
        // By a half, not to twice: what is not used yet counts as memory, too.
        if (size == values.length) values = Arrays.copyOf(values, size + (size >> 1));
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** At least as long as {@link #size}. */
    int[] values() {
        return values;
    }

    long bytes() {
        return (long) Integer.BYTES * values.length;
    }
}
