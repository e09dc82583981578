package io.tidemark.edge.epoch;

import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import java.util.Optional;

/** A branch as its two journals hold it. */
public final class Branch {
    private Branch() {}

    /** How many of its entries stand in the new journal; after a power cut perhaps not all yet. */
    public static long takenIn(JournalContinued from, Journal journal) {
        return Math.min(from.branchEntries(), journal.forced().sequence() - 1);
    }

    /** What is wrong with how a journal goes on from another one that is here as well. */
    public static Optional<String> difference(JournalContinued from, Journal old, Journal journal) {
        long shared = from.grant().shared().sequence();
        if (old.forced().sequence() < Math.max(shared, from.branchEnd()))
            return Optional.of("the old journal ends before that");
        if (!old.hashAt(shared).equals(from.grant().shared().hash()))
            return Optional.of("the old journal has another entry " + shared);
        for (long taken = 0; taken < takenIn(from, journal); taken++)
            if (!old.read(from.forkedAt() + taken, 1)
                    .entries()
                    .getFirst()
                    .equals(journal.read(2 + taken, 1).entries().getFirst()))
                return Optional.of(
                        "entry "
                                + (2 + taken)
                                + " is not what the old journal has at "
                                + (from.forkedAt() + taken));
        return Optional.empty();
    }
}
