package io.tidemark.node.home;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import java.util.Optional;

/** What a check says of the end of a node's own journal that it has not signed yet (ADR 11). */
public final class UnsignedEnd {
    private UnsignedEnd() {}

    /** Nothing where the newest signature is about the last entry. */
    public static Optional<String> of(Head last, Optional<SignedHead> newest) {
        long signed = newest.map(SignedHead::sequence).orElse(0L);
        if (last.sequence() <= signed) return Optional.empty();
        boolean one = last.sequence() == signed + 1;
        return Optional.of(
                (one
                                ? "entry " + last.sequence() + " is"
                                : "entries " + (signed + 1) + " to " + last.sequence() + " are")
                        + " recorded and not signed yet, as a power cut leaves it: the next start signs"
                        + " before anything else");
    }
}
