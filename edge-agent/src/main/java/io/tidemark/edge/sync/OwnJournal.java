package io.tidemark.edge.sync;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.sync.Evidence;

/**
 * The till's journal, and what is needed to believe a mark about it.
 *
 * @param signer of this till
 * @param gateway the one receiver whose marks count
 * @param gatewayKey checks that gateway's signatures
 */
public record OwnJournal(Journal journal, Signer signer, NodeName gateway, Verifier gatewayKey)
        implements Evidence {
    @Override
    public Head forced() {
        return journal.forced();
    }

    @Override
    public Hash hashAt(long sequence) {
        return journal.hashAt(sequence);
    }

    @Override
    public boolean isByReceiver(Mark mark) {
        return mark.isBy(gateway, gatewayKey);
    }

    /**
     * Whether its receiver says it of this journal. One that does not fit is so as well: it says
     * that an old disk was put back.
     */
    boolean isAbout(Mark mark) {
        return mark.origin().equals(journal.id()) && isByReceiver(mark);
    }

    /** Where the journal ends, signed; also before its first entry. */
    SignedHead signedHead() {
        return journal.signedHead()
                .orElseGet(() -> SignedHead.sign(journal.id(), Head.genesis(journal.id()), signer));
    }
}
