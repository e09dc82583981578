package io.tidemark.edge.epoch;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A branch as its two journals hold it. */
public final class TakenIn {
    private TakenIn() {}

    /** How many of its entries stand in the new journal; after a power cut perhaps not all yet. */
    public static long entries(JournalContinued from, Journal journal) {
        return Math.min(from.branchEntries(), journal.forced().sequence() - 1);
    }

    /** What is wrong with how a journal goes on from another one that is here as well. */
    public static Optional<String> difference(JournalContinued from, Journal old, Journal journal) {
        long shared = from.grant().shared().sequence();
        if (old.forced().sequence() < Math.max(shared, from.branchEnd()))
            return Optional.of("the old journal ends before that");
        if (!old.hashAt(shared).equals(from.grant().shared().hash()))
            return Optional.of("the old journal has another entry " + shared);
        Iterator<EntryBytes> before = new Reading(old, from.forkedAt());
        Iterator<EntryBytes> now = new Reading(journal, 2);
        for (long taken = 0; taken < entries(from, journal); taken++)
            if (!before.next().equals(now.next()))
                return Optional.of(
                        "entry "
                                + (2 + taken)
                                + " is not what the old journal has at "
                                + (from.forkedAt() + taken));
        return Optional.empty();
    }

    /** A journal's entries, read a batch at a time. */
    private static final class Reading implements Iterator<EntryBytes> {
        private final Journal journal;
        private long next;
        private Iterator<EntryBytes> batch = List.<EntryBytes>of().iterator();

        Reading(Journal journal, long from) {
            this.journal = journal;
            this.next = from;
        }

        @Override
        public boolean hasNext() {
            return next <= journal.forced().sequence();
        }

        @Override
        public EntryBytes next() {
            if (!batch.hasNext())
                batch = journal.entries(next, Limits.BATCH_BYTES_TARGET).iterator();
            next++;
            return batch.next();
        }
    }
}
