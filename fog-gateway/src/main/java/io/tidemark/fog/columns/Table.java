package io.tidemark.fog.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of numbers, a column each: so many rows at a time are packed, and the last ones lie open.
 * Not safe for use by several threads.
 */
final class Table {
    /** Rows that are packed together: few enough that all their columns stay in a core's cache. */
    static final int CHUNK = 1_024;

    private final int width;
    private final List<PackedInts[]> packed = new ArrayList<>();
    private IntColumn[] open;
    private long packedBytes;

    Table(int width) {
        this.width = width;
        this.open = columns(0);
    }

    private IntColumn[] columns(int room) {
        return Stream.generate(() -> new IntColumn(room)).limit(width).toArray(IntColumn[]::new);
    }

    /**
     * @param row each within 32 bits
     */
    void add(long... row) {
        for (int i = 0; i < width; i++) open[i].add(Math.toIntExact(row[i]));
        if (open[0].size() == CHUNK) pack();
    }

    /** The arrays are not used again: whoever is shown the rows of a moment before has them. */
    private void pack() {
        PackedInts[] chunk = new PackedInts[width];
        for (int i = 0; i < width; i++) {
            chunk[i] = PackedInts.of(open[i].values(), CHUNK);
            packedBytes += chunk[i].bytes();
        }
        packed.add(chunk);
        open = columns(CHUNK);
    }

    /** Those there are now; more may be added meanwhile. */
    Rows rows() {
        return new Rows(
                List.copyOf(packed),
                Stream.of(open).map(IntColumn::values).toArray(int[][]::new),
                open[0].size());
    }

    long bytes() {
        return packedBytes + Stream.of(open).mapToLong(IntColumn::bytes).sum();
    }
}
