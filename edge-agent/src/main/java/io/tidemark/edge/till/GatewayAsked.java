package io.tidemark.edge.till;

import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.ledger.question.Subject;
import java.util.concurrent.ExecutionException;

/** Asks the gateway and waits for what comes of it, on the request's own thread. */
final class GatewayAsked {
    private GatewayAsked() {}

    /**
     * @throws io.tidemark.node.web.Refusal if the till is stopped meanwhile
     */
    static GatewayQuestions.Outcome now(GatewayQuestions questions, Subject subject) {
        try {
            return questions.ask(subject).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question always has an outcome", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusalTold.stopping();
        }
    }
}
