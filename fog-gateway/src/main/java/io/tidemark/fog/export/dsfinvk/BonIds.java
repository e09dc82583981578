package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.DayEntry;
import java.util.BitSet;

/**
 * Ids of a workstation's receipts: the number that is printed on them, by which others refer to
 * them. What has none, or the number of another one (both branches of a forked till are kept), is
 * called by its place in the journal.
 */
final class BonIds {
    /** Receipts of one day and workstation; what is beyond is called by its place. */
    private static final int NUMBERS_MAX = 1 << 24;

    private final BitSet used = new BitSet();
    private long first;

    String of(DayEntry entry) {
        long number = entry.header().receipt();
        if (number <= 0) return entry.place();
        if (first == 0) first = number;
        long offset = number - first;
        if (offset < 0 || offset >= NUMBERS_MAX || used.get((int) offset)) return entry.place();
        used.set((int) offset);
        return Long.toString(number);
    }
}
