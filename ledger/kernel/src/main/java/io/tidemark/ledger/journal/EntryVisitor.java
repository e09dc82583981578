package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;

/** Sees a journal's entries in order. Only entries that a signed head covers are ever shown. */
@FunctionalInterface
public interface EntryVisitor {
    /**
     * @param hash the chain's hash at this entry
     */
    void entry(long sequence, Hash hash, EntryBytes entry);

    /**
     * In the place of an entry that was pruned. Whoever makes something of entries must say what it
     * makes of this.
     *
     * @param after the chain after the entry
     * @throws PrunedEntry unless it is overridden
     */
    default void pruned(Head after) {
        throw new PrunedEntry(after.sequence());
    }
}
