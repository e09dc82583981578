package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;

/** Sees a journal's entries in order. Only entries that a signed head covers are ever shown. */
@FunctionalInterface
public interface EntryVisitor {
    /**
     * @param hash the chain's hash at this entry
     */
    void entry(long sequence, Hash hash, EntryBytes entry);
}
