package io.tidemark.edge.record;

/**
 * Where a command stands in the journal.
 *
 * @param digest of what was asked
 * @param first sequence of its first entry
 * @param last sequence of its last entry
 */
public record Recorded(long digest, long first, long last) {
    Recorded extendedTo(long sequence) {
        return new Recorded(digest, first, sequence);
    }
}
