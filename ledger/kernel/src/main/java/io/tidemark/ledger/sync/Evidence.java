package io.tidemark.ledger.sync;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Mark;

/** What a {@link Sender} needs to know of its own journal and its receiver to believe a mark. */
public interface Evidence {
    /** The last forced position of the sender's own journal. */
    Head forced();

    /** The journal's own hash at a sequence from 0 to {@link #forced()}. */
    Hash hashAt(long sequence);

    /** Whether this mark carries the signature of the receiver this node is enrolled with. */
    boolean isByReceiver(Mark mark);
}
