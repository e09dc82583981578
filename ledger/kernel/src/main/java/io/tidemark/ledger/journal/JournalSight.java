package io.tidemark.ledger.journal;

import io.tidemark.ledger.SignedHead;

/**
 * Sees all that {@link JournalView} passes: entries, and the signed heads that end their groups.
 */
@FunctionalInterface
public interface JournalSight extends EntryVisitor {
    default void signed(SignedHead head) {}
}
