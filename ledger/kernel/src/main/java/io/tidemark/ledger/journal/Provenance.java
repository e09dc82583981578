package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;

/** How the entries of a journal came to whoever keeps it. */
public enum Provenance {
    /**
     * Recorded here: a power cut may take the last signature, and the next start makes it again.
     */
    OWN,

    /**
     * Sent by the node whose journal it is, in one write with the head it signed. No stop parts the
     * two, so entries at the end that nobody signed were not sent by it.
     */
    RECEIVED;

    /**
     * @param keeper the node that has the journal on its disk
     */
    public static Provenance of(JournalId journal, NodeName keeper) {
        return journal.node().equals(keeper) ? OWN : RECEIVED;
    }
}
