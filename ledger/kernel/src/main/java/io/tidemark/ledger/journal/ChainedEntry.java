package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.PrunedEntry;

/**
 * An entry's frame, whole or pruned, and where the chain stood before and after it.
 *
 * @param position of the frame
 */
record ChainedEntry(long position, Kept kept, Head before, Head after) {
    /** What its segment has of an entry. */
    sealed interface Kept {}

    record Whole(EntryBytes entry) implements Kept {}

    record Stub(PrunedEntry left) implements Kept {}

    static ChainedEntry of(Frame.Entry frame, Head before) {
        return new ChainedEntry(
                frame.position(), new Whole(frame.entry()), before, before.then(frame.entry()));
    }

    static ChainedEntry of(Frame.Pruned frame, Head before) {
        return new ChainedEntry(
                frame.position(), new Stub(frame.left()), before, frame.left().after());
    }

    int size() {
        return kept instanceof Whole(EntryBytes entry) ? entry.size() : 0;
    }

    void show(EntryVisitor visitor) {
        switch (kept) {
            case Whole(EntryBytes entry) -> visitor.entry(after.sequence(), after.hash(), entry);
            case Stub(PrunedEntry left) -> visitor.pruned(left);
        }
    }
}
