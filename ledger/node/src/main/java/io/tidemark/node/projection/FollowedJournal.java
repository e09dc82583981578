package io.tidemark.node.projection;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;

/** A journal as a projection reads it, from another thread than the one that appends. */
public interface FollowedJournal {
    JournalId id();

    /** What the disk is known to hold; only this far is it followed. */
    Head forced();

    /**
     * @param sequence from 0, the genesis, to {@link #forced}
     */
    Hash hashAt(long sequence);

    /**
     * Entries from this sequence on, in sequence.
     *
     * @param bytesTarget enough, if there is as much; at least one entry comes if one is there
     * @throws EntryPruned where receipts among them are pruned
     */
    List<EntryBytes> read(long from, int bytesTarget);

    /**
     * Shows entries where {@link #read} meets receipts that were pruned.
     *
     * @param to a forced one
     */
    default void replay(long from, long to, EntryVisitor visitor) {
        throw new IllegalStateException("nothing of journal " + id().label() + " is pruned");
    }

    /** Whether tables take this entry in; not where it only repeats one of another journal. */
    default boolean isPosted(long sequence) {
        return true;
    }

    /** Whether its next entries can be taken in, with this much of each journal in the tables. */
    default Turn turn(ToLongFunction<JournalId> applied) {
        return Turn.GO;
    }

    /** What is to be done about entries that are not in the tables yet. */
    enum Turn {
        GO,
        /** Others come first. */
        WAIT,
        /** What the tables have of another journal would not be taken in any more. */
        BUILD_ANEW
    }

    static FollowedJournal of(Journal journal) {
        return of(journal, _ -> true);
    }

    /**
     * @param posted whether the entry of this sequence is taken in
     */
    static FollowedJournal of(Journal journal, LongPredicate posted) {
        return of(journal, posted, _ -> Turn.GO);
    }

    /**
     * @param posted whether the entry of this sequence is taken in: a function of the journals'
     *     entries
     * @param turn whether the next ones are now
     */
    static FollowedJournal of(
            Journal journal, LongPredicate posted, Function<ToLongFunction<JournalId>, Turn> turn) {
        return new FollowedJournal() {
            @Override
            public JournalId id() {
                return journal.id();
            }

            @Override
            public Head forced() {
                return journal.forced();
            }

            @Override
            public Hash hashAt(long sequence) {
                return journal.hashAt(sequence);
            }

            @Override
            public List<EntryBytes> read(long from, int bytesTarget) {
                return journal.entries(from, bytesTarget);
            }

            @Override
            public void replay(long from, long to, EntryVisitor visitor) {
                journal.replay(from, to, visitor);
            }

            @Override
            public boolean isPosted(long sequence) {
                return posted.test(sequence);
            }

            @Override
            public Turn turn(ToLongFunction<JournalId> applied) {
                return turn.apply(applied);
            }
        };
    }
}
