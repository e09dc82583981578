package io.tidemark.node.writer;

import io.tidemark.ledger.journal.JournalBroken;
import java.util.concurrent.CompletableFuture;

/**
 * A command between its arrival and its answer. The outcome is known before the force, and told
 * only after it.
 */
final class Waiting<T> {
    final CompletableFuture<T> answer = new CompletableFuture<>();

    private final Decision<T> decision;
    private Runnable outcome = () -> {};

    Waiting(Decision<T> decision) {
        this.decision = decision;
    }

    /**
     * @throws RuntimeException only when the decision broke off after it had appended
     */
    void decide(Group group) {
        int before = group.touches();
        try {
            T decided = decision.decide(group);
            outcome = () -> answer.complete(decided);
        } catch (RuntimeException refused) {
            if (group.touches() != before || refused instanceof JournalBroken) throw refused;
            outcome = () -> answer.completeExceptionally(refused);
        }
    }

    void answer() {
        outcome.run();
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }
}
