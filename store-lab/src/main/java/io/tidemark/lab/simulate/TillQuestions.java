package io.tidemark.lab.simulate;

import io.tidemark.edge.sync.GatewayQuestions.Outcome;
import io.tidemark.edge.sync.Questions;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Subject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A till's questions to its gateway: the product's, timed out by the simulated clock. */
final class TillQuestions {
    private static final int IDS = 1 << 30;

    private final Machine machine;
    private final SyncLink link;
    private final Questions questions;
    private long last;

    TillQuestions(Machine machine, SyncLink link) {
        this.machine = machine;
        this.link = link;
        this.questions =
                new Questions(
                        new Questions.Way(link::isOnline, () -> {}),
                        this::inTime,
                        machine.random().nextInt(IDS));
    }

    private CompletableFuture<Outcome> inTime(CompletableFuture<Outcome> asked) {
        machine.later(Questions.DEADLINE.toMillis(), () -> asked.complete(new Outcome.TimedOut()));
        return asked;
    }

    /**
     * @param about the command that is decided by what comes of it
     * @param then on the till's own time, whatever comes of it
     */
    void ask(CommandId about, Subject subject, Consumer<Outcome> then) {
        CompletableFuture<Outcome> asked = questions.ask(subject);
        questions.say(this::said);
        long id = last;
        var _ =
                asked.whenComplete((outcome, _) ->
                        machine.later(0, () -> heard(about, id, subject, outcome, then)));
    }

    private boolean said(byte[] question) {
        last = Question.parse(question).id();
        link.ask(question);
        return true;
    }

    private void heard(
            CommandId about, long id, Subject subject, Outcome outcome, Consumer<Outcome> then) {
        machine.world()
                .oracle()
                .enquired()
                .believed(machine.name(), about, new Question(id, subject), outcome);
        then.accept(outcome);
    }

    void replied(byte[] answered) {
        questions.heard(machine.world().parts().replied(answered, last));
    }

    void dropped() {
        questions.dropped();
    }
}
