package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborWriter;

/**
 * Where a journal ends: all one must know to append to it, or to check what follows.
 *
 * @param sequence of the last entry, counted from 1; 0 where there is none
 * @param hash the chain's hash there; at 0 the genesis hash
 */
public record Head(long sequence, Hash hash) {
    private static final String TAG = "tidemark-journal";

    public Head {
        if (sequence < 0)
            throw new IllegalArgumentException("a sequence is never negative: " + sequence);
    }

    /** An empty journal already knows whose it is, so that no entry fits into another's. */
    public static Head genesis(JournalId id) {
        CborWriter writer = new CborWriter().array(1 + JournalId.FIELDS).text(TAG);
        return new Head(0, Hash.digest(id.writeTo(writer).toBytes()));
    }

    /** The head after this entry. */
    public Head then(EntryBytes entry) {
        return new Head(Math.addExact(sequence, 1), entry.chainedOnto(hash));
    }
}
