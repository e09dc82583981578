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

    Verifier verifierOf(NodeName node) {
        return signatures.verifierOf(node);
    }
}
