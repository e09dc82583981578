package io.tidemark.lab.simulate;

import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.JournalKey;

/** What one node holds to sign, to check and to read its disk. */
record Keys(NodeName own, JournalKey journalKey, Signatures signatures) {
    Signer signer() {
        return signatures.signerOf(own);
    }

    /** Whoever may let an epoch begin: head office, or the store's recovery key from the safe. */
    Verifier authority() {
        Verifier office = verifierOf(World.HEAD_OFFICE);
        Verifier safe = verifierOf(World.RECOVERY_KEY);
        return (statement, signature) ->
                office.verify(statement, signature) || safe.verify(statement, signature);
    }

    Verifier verifierOf(NodeName node) {
        return signatures.verifierOf(node);
    }
}
