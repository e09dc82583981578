package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;

/**
 * What a check holds a journal's files against, and who sees the entries that passed.
 *
 * @param origin of the node whose journal it is
 * @param everySignature also of those heads that a later one, which is signed, vouches for
 * @param provenance whether the last entries may be without a signed head
 */
record Rules(
        JournalId journal,
        JournalKey key,
        Verifier origin,
        EntryVisitor visitor,
        boolean everySignature,
        Provenance provenance) {
    /** For a check that looks for whatever may be wrong. */
    static Rules all(Whose whose, EntryVisitor visitor) {
        return of(whose, visitor, true);
    }

    /** For a start: what it takes to know that all is there as it was written. */
    static Rules opening(Whose whose, EntryVisitor visitor) {
        return of(whose, visitor, false);
    }

    private static Rules of(Whose whose, EntryVisitor visitor, boolean everySignature) {
        return new Rules(
                whose.id(),
                whose.key(),
                whose.origin(),
                visitor,
                everySignature,
                whose.provenance());
    }
}
