package io.tidemark.ledger.journal;

import java.time.LocalDate;

/**
 * One segment file of a journal.
 *
 * @param number from 1
 * @param first the sequence of its first entry; {@code last < first} while it has none
 * @param last the sequence of its last forced entry
 * @param day the latest of its entries
 * @param closed sealed: it never grows again
 * @param pruned its receipts are given up
 */
public record SegmentInfo(
        String name,
        int number,
        LocalDate day,
        long first,
        long last,
        boolean closed,
        boolean pruned) {
    /** With all its entries. */
    public SegmentInfo(
            String name, int number, LocalDate day, long first, long last, boolean closed) {
        this(name, number, day, first, last, closed, false);
    }

    public boolean isEmpty() {
        return last < first;
    }
}
