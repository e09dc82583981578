package io.tidemark.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.sync.GatewayQuestions.Outcome;
import io.tidemark.ledger.question.Answered;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuestionsTest extends TillAtHand {
    private static final Subject STOCK = new Subject.StockOnHand("85123A");

    @Test
    void while_offline_nothing_is_asked_and_who_asks_is_told_at_once() {
        CompletableFuture<Outcome> asked = till.questions.ask(STOCK);

        assertThat(asked).isCompletedWithValue(new Outcome.Offline());
        till.connect(0);
        assertThat(till.channels()).doesNotContain(Channel.QUESTION);
    }

    @Test
    void a_reply_goes_to_who_asked() {
        till.connect(0);
        CompletableFuture<Outcome> first = till.questions.ask(STOCK);
        CompletableFuture<Outcome> second = till.questions.ask(new Subject.SuspendedBaskets());
        till.settle();
        List<Question> questions = questions();

        till.hears(
                Channel.ANSWERED,
                new Answered(questions.get(1).id(), new Reply.Baskets(List.of(), List.of()))
                        .toBytes());

        assertThat(questions).extracting(Question::subject).first().isEqualTo(STOCK);
        assertThat(second)
                .isCompletedWithValue(
                        new Outcome.Answered(new Reply.Baskets(List.of(), List.of())));
        assertThat(first).isNotDone();
    }

    @Test
    void without_a_reply_in_time_it_is_timed_out_and_a_late_one_is_nobodys() throws Exception {
        List<byte[]> said = new ArrayList<>();
        Questions impatient =
                new Questions(
                        new Questions.Way(() -> true, () -> {}),
                        Duration.ofMillis(1),
                        Long.MIN_VALUE);
        CompletableFuture<Outcome> asked = impatient.ask(STOCK);

        assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.TimedOut());
        impatient.say(said::add);
        assertThat(said).isEmpty();
        impatient.heard(new Answered(1, new Reply.NotKnown()).toBytes());
        assertThat(asked).isCompletedWithValue(new Outcome.TimedOut());
    }

    @Test
    void when_the_connection_ends_who_waits_is_told() {
        till.connect(0);
        CompletableFuture<Outcome> asked = till.questions.ask(STOCK);
        till.settle();

        till.happens(new UplinkEvent.Down(till.connection, "cut"));

        assertThat(asked).isCompletedWithValue(new Outcome.Offline());
    }

    @Test
    void a_question_waits_for_room_and_what_is_recorded_does_not_wait_for_it() {
        till.connect(0);
        till.hasRoomBeside = false;
        CompletableFuture<Outcome> asked = till.questions.ask(STOCK);
        till.record(3);

        till.settle();

        assertThat(till.batches()).hasSize(1);
        assertThat(questions()).isEmpty();
        assertThat(asked).isNotDone();
    }

    @Test
    void only_so_many_wait_for_a_reply() {
        till.connect(0);
        List<CompletableFuture<Outcome>> asked = new ArrayList<>();
        for (int i = 0; i < Questions.WAITING_MAX; i++) asked.add(till.questions.ask(STOCK));

        assertThat(till.questions.ask(STOCK)).isCompletedWithValue(new Outcome.TimedOut());
        assertThat(asked.getFirst()).isNotCompletedExceptionally();
    }

    private List<Question> questions() {
        return till.said.stream()
                .filter(said -> said.channel() == Channel.QUESTION)
                .map(said -> Question.parse(said.payload()))
                .toList();
    }
}
