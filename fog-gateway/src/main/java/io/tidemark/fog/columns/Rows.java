package io.tidemark.fog.columns;

import java.util.List;

/**
 * A table's rows of one moment, shown some at a time, from the first on. Not safe for use by
 * several threads.
 */
final class Rows {
    private final List<PackedInts[]> packed;
    private final int[][] open;
    private final int openRows;
    private final int[][] unpacked;
    private int at = -1;

    Rows(List<PackedInts[]> packed, int[][] open, int openRows) {
        this.packed = packed;
        this.open = open;
        this.openRows = openRows;
        this.unpacked = new int[open.length][0];
    }

    /** Goes on to the first rows, and then to the next; false when there are none left. */
    boolean next() {
        at++;
        return at < packed.size() || (at == packed.size() && openRows > 0);
    }

    /** Begins again with the first. */
    Rows again() {
        at = -1;
        return this;
    }

    /** How many rows are shown. */
    int count() {
        return at < packed.size() ? Table.CHUNK : openRows;
    }

    /** A column of theirs, at least so long; other numbers are in it after {@link #next}. */
    int[] column(int index) {
        if (at == packed.size()) return open[index];
        // What nobody asks for needs no room.
        if (unpacked[index].length == 0) unpacked[index] = new int[Table.CHUNK];
        packed.get(at)[index].unpack(unpacked[index]);
        return unpacked[index];
    }
}
