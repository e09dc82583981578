package io.tidemark.edge.sync;

import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the gateway while somebody waits at this device. Any thread may ask; no sale does, for a
 * till that is offline must sell all the same.
 */
@FunctionalInterface
public interface GatewayQuestions {
    /** Of a device that has no gateway to ask. */
    GatewayQuestions NOBODY = _ -> CompletableFuture.completedFuture(new Outcome.Offline());

    /**
     * What comes of it, always and soon: at once while offline, else within the deadline. Never
     * completes with an exception.
     */
    CompletableFuture<Outcome> ask(Subject subject);

    /** What came of a question. */
    sealed interface Outcome {
        record Answered(Reply reply) implements Outcome {}

        /** There is no connection, or it ended before the reply came. */
        record Offline() implements Outcome {}

        /** No reply came in time, or as many questions as may wait for one already do. */
        record TimedOut() implements Outcome {}
    }
}
