package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import java.time.LocalDate;

/**
 * An entry that was appended and waits for its force.
 *
 * @param day its business day, by which segments are divided
 */
record Pending(Head before, Head after, LocalDate day, EntryBytes entry) {
    static Pending of(Head before, EntryBytes entry) {
        return new Pending(before, before.then(entry), day(entry), entry);
    }

    /**
     * A header that cannot be read must not block what follows it: such an entry stays in the
     * current segment.
     */
    static LocalDate day(EntryBytes entry) {
        try {
            return EntryCodec.header(entry).businessDay();
        } catch (Malformed e) {
            return LocalDate.EPOCH;
        }
    }

    int size() {
        return entry.size();
    }
}
