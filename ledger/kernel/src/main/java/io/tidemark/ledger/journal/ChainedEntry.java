package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a segment, and where the chain stood before and after it.
 *
 * @param position of its frame
 * @param entry null where it was pruned
 */
record ChainedEntry(long position, @Nullable EntryBytes entry, Head before, Head after) {
    int size() {
        return entry == null ? 0 : entry.size();
    }

    void show(EntryVisitor visitor) {
        if (entry == null) visitor.pruned(after);
        else visitor.entry(after.sequence(), after.hash(), entry);
    }
}
