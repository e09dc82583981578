package io.tidemark.edge.record;

import io.tidemark.ledger.JournalId;

/**
 * Where a command was first recorded.
 *
 * @param digest of what was asked
 * @param first sequence of its first entry
 * @param last sequence of its last entry
 */
public record Recorded(JournalId journal, long digest, long first, long last) {
    Recorded extendedTo(long sequence) {
        return new Recorded(journal, digest, first, sequence);
    }
}
