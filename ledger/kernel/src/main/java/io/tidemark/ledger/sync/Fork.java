package io.tidemark.ledger.sync;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Mark;
import java.util.Optional;

/**
 * What a quarantined {@link Sender} knows of the other history.
 *
 * @param at a sequence at which they differ, or at which the receiver's ended although it had
 *     marked more
 * @param shared the last sequence that both are known to have in common
 * @param exact whether they differ right after {@code shared}
 * @param disputed the mark that does not fit, which proves the fork to the receiver
 */
public record Fork(
        long at, Hash ours, Hash theirs, long shared, boolean exact, Optional<Mark> disputed) {
    /** The receiver forgot what it had marked: its disk is old, not the sender's. */
    boolean isFallenMark() {
        return ours.equals(theirs);
    }

    /** All up to here was known to the receiver. */
    Fork sharedUpTo(long sequence) {
        return exact || sequence <= shared
                ? this
                : new Fork(at, ours, theirs, sequence, false, disputed);
    }

    /**
     * The receiver compared entry by entry: this is the first that differs of what it was shown. A
     * later one is of the same branch; an earlier one shows that an answer heard twice was taken
     * for another's.
     */
    Fork firstDifference(long sequence, Hash mine, Hash receivers) {
        return exact && sequence > shared
                ? this
                : new Fork(sequence, mine, receivers, sequence - 1, true, disputed);
    }

    /** Only what was marked is certain: what answers seemed to say is asked once more. */
    Fork sharedCertainly(long marked) {
        long certain = isFallenMark() ? Math.min(at, marked) : marked;
        return new Fork(at, ours, theirs, Math.min(shared, certain), false, disputed);
    }
}
