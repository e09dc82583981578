package io.tidemark.lab.bench.day;

import java.util.Arrays;

/** Rows of numbers, each column an array of its own that grows. */
public final class Columns {
    private static final int FIRST = 1_024;

    private final long[][] columns;
    private int rows;

    Columns(int width) {
        columns = new long[width][FIRST];
    }

    void add(long... row) {
        if (rows == columns[0].length)
            for (int i = 0; i < columns.length; i++)
                columns[i] = Arrays.copyOf(columns[i], rows * 2);
        for (int i = 0; i < columns.length; i++) columns[i][rows] = row[i];
        rows++;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.length;
    }

    /** As long as there is room, or longer than {@link #rows}: only those count. */
    public long[] column(int index) {
        return columns[index];
    }
}
