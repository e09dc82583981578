package io.tidemark.edge.sync;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Slice;

/**
 * A journal that another one of this till goes on from. What it has beyond {@code last} is the
 * branch, which comes with the other one.
 *
 * @param last the last entry of it that is sent
 */
public record EndedJournal(Journal journal, long last, Signer signer) {
    /**
     * @param ended by which another journal goes on
     */
    public static EndedJournal of(Journal journal, EpochGrant ended, Signer signer) {
        long here = journal.forced().sequence();
        return new EndedJournal(journal, Math.min(here, ended.shared().sequence()), signer);
    }

    JournalId id() {
        return journal.id();
    }

    Hash hashAt(long sequence) {
        return journal.hashAt(sequence);
    }

    SignedHead head() {
        return SignedHead.sign(id(), new Head(last, hashAt(last)), signer);
    }

    /**
     * @param to the last entry at most
     */
    Batch batch(long from, long to, int bytesTarget) {
        Slice slice = journal.read(from, bytesTarget);
        if (slice.last() <= to) return slice.toBatch();
        SignedHead end = SignedHead.sign(id(), new Head(to, hashAt(to)), signer);
        return new Batch(id(), from, slice.entries().subList(0, (int) (to - from) + 1), end);
    }
}
