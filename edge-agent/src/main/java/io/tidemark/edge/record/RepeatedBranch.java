package io.tidemark.edge.record;

import io.tidemark.ledger.event.JournalContinued;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The branch of the journal before that this one repeats at its beginning, where there is one.
 * Changed by the till's fold only.
 */
final class RepeatedBranch {
    private final boolean isSuccessor;
    private @Nullable JournalContinued begun;

    /**
     * @param isSuccessor whether the till that folds this journal has folded the one before
     */
    RepeatedBranch(boolean isSuccessor) {
        this.isSuccessor = isSuccessor;
    }

    /**
     * A branch that was taken in may hold one of these itself; only the first is this journal's.
     */
    void start(JournalContinued from, long sequence) {
        if (sequence == 1) begun = from;
    }

    boolean has(long sequence) {
        JournalContinued from = begun;
        return from != null && sequence <= 1 + from.branchEntries();
    }

    /** Whether it only repeats what was recorded, and answered, in the journal before. */
    boolean isKnown(long sequence) {
        return isSuccessor && has(sequence);
    }

    /** What this journal goes on from; empty where it does not. */
    Optional<JournalContinued> begun() {
        return Optional.ofNullable(begun);
    }
}
