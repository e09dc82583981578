package io.tidemark.ledger.journal;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.SignedHead;
import java.util.List;

/**
 * Entries in a row as they stand in a journal, up to a signed head that is kept there.
 *
 * @param from the sequence of the first
 * @param head about the last
 */
public record Slice(long from, List<EntryBytes> entries, SignedHead head) {
    public Slice {
        entries = List.copyOf(entries);
    }

    public long last() {
        return head.sequence();
    }

    public Batch toBatch() {
        return new Batch(head.journal(), from, entries, head);
    }
}
