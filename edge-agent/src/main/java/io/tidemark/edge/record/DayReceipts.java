package io.tidemark.edge.record;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the open day's receipts stand in the journal: numbers follow each other, so a sequence for
 * each is enough. Changed by the till's fold only.
 */
final class DayReceipts {
    private static final int FEW = 64;

    private long first;
    private int count;
    private long[] sequences = new long[0];

    void clear() {
        count = 0;
        sequences = new long[0];
    }

    void add(long receipt, long sequence) {
        if (count == 0) first = receipt;
        long index = receipt - first;
        // A number out of order is one that a branch brought; it is found as a return is.
        if (index != count) return;
        if (count == sequences.length)
            sequences = Arrays.copyOf(sequences, Math.max(FEW, 2 * count));
        sequences[count++] = sequence;
    }

    Optional<Long> sequence(long receipt) {
        long index = receipt - first;
        return index < 0 || index >= count ? Optional.empty() : Optional.of(sequences[(int) index]);
    }
}
