package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.event.PrunedEntry;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** What a reader finds at a position of a segment. */
sealed interface Frame {
    long position();

    /**
     * Everything but {@link Unreadable} and {@link End} was authenticated.
     *
     * @param again it is the data key that holds already
     */
    record Key(long position, SecretKey dataKey, boolean again) implements Frame {}

    record Entry(long position, long sequence, EntryBytes entry) implements Frame {}

    /** What is left of an entry that was pruned. */
    record Pruned(long position, PrunedEntry left) implements Frame {
        Head after() {
            return left.after();
        }
    }

    record Signed(long position, SignedHead head) implements Frame {}

    /**
     * @param stub whether receipts were pruned before it
     */
    record Seal(long position, Head head, boolean stub) implements Frame {}

    /**
     * These bytes are no frame, or not the one that was written.
     *
     * @param kind null where the header itself cannot be read
     * @param mayBeTorn an interrupted write could look like this
     */
    record Unreadable(long position, @Nullable FrameKind kind, boolean mayBeTorn, String why)
            implements Frame {}

    record End(long position) implements Frame {}
}
