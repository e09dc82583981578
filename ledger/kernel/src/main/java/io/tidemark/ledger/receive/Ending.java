package io.tidemark.ledger.receive;

import io.tidemark.ledger.Head;

/**
 * Where a journal ends from which another one goes on.
 *
 * @param shared the last entry that the other one's node has, too; what that node records beyond it
 *     comes with the other journal
 * @param end the last that was accepted when the other one was granted: what lies between is not
 *     its node's any more, but may come from where it was kept
 */
record Ending(Head shared, Head end) {
    /**
     * Whether what leads from one head to another still belongs to what was granted upon. A
     * receiver that has lost its disk knows only these two heads: whatever passes {@code shared}
     * from before it may be the branch, and would be counted with both journals.
     */
    boolean admits(Head from, Head to) {
        return from.sequence() < shared.sequence() ? leads(to, shared) : leads(to, end);
    }

    private static boolean leads(Head to, Head limit) {
        return to.sequence() < limit.sequence() || to.equals(limit);
    }
}
