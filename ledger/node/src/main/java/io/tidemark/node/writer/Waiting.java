package io.tidemark.node.writer;

import io.tidemark.ledger.journal.JournalBroken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A command between its arrival and its answer. The outcome is known before the force, and told
 * only after it.
 */
final class Waiting<T> {
    final CompletableFuture<T> answer = new CompletableFuture<>();

    private final Decision<T> decision;
    private final Executor answering;
    private Runnable outcome = () -> {};

    /**
     * @param answering where the answer is told
     */
    Waiting(Decision<T> decision, Executor answering) {
        this.decision = decision;
        this.answering = answering;
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

    /** What is on disk is answered, even when the place for answers has been closed first. */
    void answer() {
        try {
            answering.execute(outcome);
        } catch (RejectedExecutionException closed) {
            outcome.run();
        }
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }
}
