package io.tidemark.edge.record;

import io.tidemark.ledger.JournalId;

/**
 * Where a command was first recorded.
 *
 * @param digest of what was asked
 * @param first sequence of its first entry
 * @param last sequence of its last entry
 * @param lastType what kind of entry that is
 */
public record Recorded(JournalId journal, long digest, long first, long last, int lastType) {
    /** Entries of one command follow each other; what does not was recorded anew. */
    Recorded then(Recorded more) {
        return more.journal.equals(journal) && more.first == last + 1
                ? new Recorded(journal, digest, first, more.last, more.lastType)
                : more;
    }
}
