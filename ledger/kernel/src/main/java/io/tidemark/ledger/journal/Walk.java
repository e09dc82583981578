package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.PrunedEntry;
import java.io.IOException;

/** Follows the chain through a segment, and finds damage that came after it was checked. */
final class Walk {
    private final JournalId journal;
    private final String segment;
    private Head head;

    Walk(JournalId journal, String segment, Head before) {
        this.journal = journal;
        this.segment = segment;
        this.head = before;
    }

    Head head() {
        return head;
    }

    void take(Frame frame) {
        switch (frame) {
            case Frame.Entry entry -> {
                requireNext(entry.position(), entry.sequence());
                head = head.then(entry.entry());
            }
            case Frame.Pruned(long position, PrunedEntry left) -> {
                requireNext(position, left.sequence());
                head = left.after();
            }
            case Frame.Signed signed -> {
                if (!signed.head().head().equals(head))
                    throw damaged(frame.position(), "the chain does not lead to the signed head");
            }
            case Frame.Unreadable bad -> throw damaged(bad.position(), bad.why());
            case Frame.Key _, Frame.Seal _, Frame.End _ -> {}
        }
    }

    /** Takes the next of these frames until this entry was passed. */
    void to(long sequence, FrameReader frames) throws IOException {
        while (head.sequence() < sequence) {
            Frame frame = frames.next();
            if (frame instanceof Frame.End)
                throw damaged(frame.position(), "the file ends before it");
            take(frame);
        }
    }

    private void requireNext(long position, long sequence) {
        if (sequence != head.sequence() + 1)
            throw damaged(position, "here is entry " + sequence + " instead");
    }

    private JournalDamaged damaged(long position, String why) {
        return new JournalDamaged(
                journal, head.sequence() + 1, new JournalDamaged.Place(segment, position), why);
    }
}
