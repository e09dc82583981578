package io.tidemark.edge.epoch;

import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import java.util.Optional;

/** A branch as its two journals hold it. */
public final class Branch {
    private Branch() {}

    /** What is wrong with how a journal goes on from another one that is here as well. */
    public static Optional<String> difference(JournalContinued from, Journal old, Journal journal) {
        long shared = from.grant().shared().sequence();
        if (old.forced().sequence() < Math.max(shared, from.branchEnd()))
            return Optional.of("the old journal ends before that");
        if (!old.hashAt(shared).equals(from.grant().shared().hash()))
            return Optional.of("the old journal has another entry " + shared);
        if (from.nextOfBranch(journal.forced().sequence()).isPresent())
            return Optional.of("not all of its branch is taken in; the next start does");
        for (long taken = 0; taken < from.branchEntries(); taken++)
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
