package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;

/**
 * Which journal it is, and what it takes to check and to keep it.
 *
 * @param key that its frames are encrypted under on this disk
 * @param origin checks the signatures of the node whose journal it is
 */
public record Whose(JournalId id, JournalKey key, Verifier origin, Provenance provenance) {
    /** Of a node's own. */
    public Whose(JournalId id, JournalKey key, Verifier origin) {
        this(id, key, origin, Provenance.OWN);
    }
}
