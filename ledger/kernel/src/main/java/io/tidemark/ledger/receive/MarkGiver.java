package io.tidemark.ledger.receive;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.receive.ReceivedJournal.Self;
import org.jspecify.annotations.Nullable;

/** Signs this receiver's marks about one journal, and knows them again. */
final class MarkGiver {
    private final JournalId journal;
    private final @Nullable Self self;
    private @Nullable Mark latest;

    /**
     * @param self null where the journal is only looked at
     */
    MarkGiver(JournalId journal, @Nullable Self self) {
        this.journal = journal;
        this.self = self;
    }

    /** Not to be told before all up to there is forced. */
    Mark of(Head head) {
        Self giver = requireSelf();
        Mark mark = latest;
        if (mark == null || !mark.head().equals(head))
            mark = Mark.sign(giver.receiver(), journal, head, giver.signer());
        latest = mark;
        return mark;
    }

    /** Ed25519 signs the same statement with the same bytes (RFC 8032 §5.1.6). */
    boolean isMine(Mark mark) {
        Self giver = requireSelf();
        return mark.origin().equals(journal)
                && new JournalId(mark.receiver(), mark.receiverEpoch()).equals(giver.receiver())
                && Mark.sign(giver.receiver(), journal, mark.head(), giver.signer()).equals(mark);
    }

    private Self requireSelf() {
        Self giver = self;
        if (giver == null)
            throw new IllegalStateException(journal.label() + " was opened to be read only");
        return giver;
    }
}
