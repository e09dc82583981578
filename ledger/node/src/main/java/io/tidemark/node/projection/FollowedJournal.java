package io.tidemark.node.projection;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.Journal;
import java.util.List;

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
     */
    List<EntryBytes> read(long from, int bytesTarget);

    static FollowedJournal of(Journal journal) {
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
                return journal.read(from, bytesTarget).entries();
            }
        };
    }
}
