package io.tidemark.fog.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.broker.Dealt;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.question.Answered;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EnquiriesTest {
    private static final NodeName TILL = new NodeName("shop.example", "s001", "till-1");
    private static final NodeName OTHER = new NodeName("shop.example", "s001", "till-2");
    private static final byte[] STOCK =
            new Question(7, new Subject.StockOnHand("85123A")).toBytes();

    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    private record Said(NodeName to, Answered answered) {}

    @Test
    void a_question_is_taken_at_once_and_answered_to_its_device_under_its_id() throws Exception {
        try (Enquiries enquiries = answering((_, _) -> new Reply.NotKnown())) {
            Dealt dealt = enquiries.arrived(TILL, STOCK);

            assertThat(dealt.code()).isEqualTo(Dealt.Code.TAKEN);
            assertThat(dealt.reply()).isEmpty();
            assertThat(heard()).isEqualTo(new Said(TILL, new Answered(7, new Reply.NotKnown())));
        }
    }

    @Test
    void what_is_no_question_is_refused_and_nobody_is_told_anything() {
        try (Enquiries enquiries = answering((_, _) -> new Reply.NotKnown())) {
            Dealt dealt = enquiries.arrived(TILL, new byte[] {1, 2, 3});

            assertThat(dealt.code()).isEqualTo(Dealt.Code.UNREADABLE);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void a_device_that_asks_without_end_is_held_back_and_the_others_are_not() {
        try (Enquiries enquiries = answering((_, _) -> new Reply.NotKnown())) {
            for (int i = 0; i < QuestionRate.AT_ONCE; i++)
                assertThat(enquiries.arrived(TILL, STOCK).code()).isEqualTo(Dealt.Code.TAKEN);

            assertThat(enquiries.arrived(TILL, STOCK).code()).isEqualTo(Dealt.Code.NOT_NOW);
            assertThat(enquiries.arrived(OTHER, STOCK).code()).isEqualTo(Dealt.Code.TAKEN);

            now = now.plus(QuestionRate.EACH);
            assertThat(enquiries.arrived(TILL, STOCK).code()).isEqualTo(Dealt.Code.TAKEN);
            assertThat(enquiries.arrived(TILL, STOCK).code()).isEqualTo(Dealt.Code.NOT_NOW);
        }
    }

    @Test
    void where_too_many_wait_the_next_is_told_so_at_once() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (Enquiries enquiries = answering((_, _) -> afterwards(goOn))) {
            for (int i = 0; i < Enquiries.WAITING_MAX + 2; i++)
                enquiries.arrived(new NodeName("shop.example", "s001", "till-" + i), STOCK);

            enquiries.arrived(OTHER, STOCK);

            assertThat(heard().answered().reply()).isInstanceOf(Reply.NotAnswered.class);
            goOn.countDown();
        }
    }

    @Test
    void a_look_up_that_breaks_is_told_and_the_next_is_answered() throws Exception {
        try (Enquiries enquiries =
                answering((device, _) -> {
                    if (device.equals(TILL)) throw new IllegalStateException("a bug");
                    return new Reply.NotKnown();
                })) {
            enquiries.arrived(TILL, STOCK);
            assertThat(heard().answered().reply()).isInstanceOf(Reply.NotAnswered.class);

            enquiries.arrived(OTHER, STOCK);
            assertThat(heard().answered().reply()).isEqualTo(new Reply.NotKnown());
        }
    }

    private Enquiries answering(Enquiries.Answering answering) {
        return new Enquiries(
                answering,
                (to, bytes) -> said.add(new Said(to, Answered.parse(bytes))),
                new QuestionRate(() -> now));
    }

    private static Reply afterwards(CountDownLatch goOn) {
        try {
            if (!goOn.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("held too long");
            return new Reply.NotKnown();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Said heard() throws InterruptedException {
        Said next = said.poll(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return Objects.requireNonNull(next);
    }
}
