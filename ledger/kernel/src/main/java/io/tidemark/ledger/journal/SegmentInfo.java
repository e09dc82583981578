package io.tidemark.ledger.journal;

import java.time.LocalDate;

/**
 * One segment file of a journal.
 *
 * @param number from 1
 * @param first the sequence of its first entry; {@code last < first} while it has none
 * @param last the sequence of its last forced entry
 * @param closed sealed: it never changes again
 */
public record SegmentInfo(
        String name, int number, LocalDate day, long first, long last, boolean closed) {
    public boolean isEmpty() {
        return last < first;
    }
}
