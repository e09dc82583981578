package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.PrunedEntry;

/** Sees a journal's entries in order. Only entries that a signed head covers are ever shown. */
@FunctionalInterface
public interface EntryVisitor {
    /** Sees nothing: for who wants a journal checked, or open, and no more. */
    EntryVisitor NOBODY =
            new EntryVisitor() {
                @Override
                public void entry(long sequence, Hash hash, EntryBytes entry) {}

                @Override
                public void pruned(PrunedEntry left) {}
            };

    /**
     * @param hash the chain's hash at this entry
     */
    void entry(long sequence, Hash hash, EntryBytes entry);

    /**
     * In the place of a receipt that was pruned. Whoever makes something of entries must say what
     * it makes of this.
     *
     * @throws EntryPruned unless it is overridden
     */
    default void pruned(PrunedEntry left) {
        throw new EntryPruned(left);
    }
}
