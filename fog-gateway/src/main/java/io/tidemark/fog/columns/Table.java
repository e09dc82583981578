package io.tidemark.fog.columns;

import java.util.stream.Stream;

/** Rows of numbers, a column each. Not safe for use by several threads. */
final class Table {
    private final IntColumn[] columns;

    Table(int width) {
        columns = Stream.generate(IntColumn::new).limit(width).toArray(IntColumn[]::new);
    }

    /**
     * @param row each within 32 bits
     */
    void add(long... row) {
        for (int i = 0; i < columns.length; i++) columns[i].add(Math.toIntExact(row[i]));
    }

    int rows() {
        return columns[0].size();
    }

    /** At least as long as there are {@link #rows}. */
    int[] column(int index) {
        return columns[index].values();
    }

    /** All of them. */
    int[][] columns() {
        return Stream.of(columns).map(IntColumn::values).toArray(int[][]::new);
    }

    long bytes() {
        return Stream.of(columns).mapToLong(IntColumn::bytes).sum();
    }
}
