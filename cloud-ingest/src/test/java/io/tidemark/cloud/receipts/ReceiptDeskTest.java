package io.tidemark.cloud.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReceiptDeskTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant MORNING = Instant.parse("2010-12-06T08:00:00Z");

    private Instant elapsed = Instant.EPOCH;
    private final ReceiptDesk desk =
            new ReceiptDesk(
                    _ -> (statement, signature) -> false,
                    Clock.fixed(MORNING, ZoneOffset.UTC),
                    () -> elapsed);

    @Test
    void a_question_waits_for_its_store_and_is_handed_over_once() {
        assertThat(desk.want(one("s001", 1))).isEqualTo(new ReceiptDesk.Waiting(MORNING, false));
        assertThat(ask("s002")).isNotDone();

        CompletableFuture<List<ReceiptQuestion>> handed = ask("s001");

        assertThat(handed).isCompleted();
        assertThat(handed.join())
                .extracting(ReceiptQuestion::journal)
                .containsExactly(till("s001"));
        assertThat(desk.want(one("s001", 1))).isEqualTo(new ReceiptDesk.Waiting(MORNING, true));
        assertThat(ask("s001")).isNotDone();
    }

    @Test
    void a_store_that_waits_is_given_what_is_asked_then() {
        CompletableFuture<List<ReceiptQuestion>> waiting = ask("s001");

        desk.want(one("s001", 1));

        assertThat(waiting.join()).hasSize(1);
    }

    @Test
    void what_was_not_answered_is_handed_over_again() {
        desk.want(one("s001", 1));
        assertThat(ask("s001")).isCompleted();
        elapsed = elapsed.plus(ReceiptDesk.AGAIN_AFTER).plusMillis(1);

        assertThat(ask("s001").join()).hasSize(1);
    }

    @Test
    void what_came_is_kept_for_a_while_and_then_asked_for_again() {
        desk.want(one("s001", 1));
        long id = ask("s001").join().getFirst().id();
        assertThat(desk.reply("s002", gone(id))).isFalse();
        assertThat(desk.reply("s001", gone(id))).isTrue();
        assertThat(desk.news()).isEqualTo(1);

        assertThat(desk.want(one("s001", 1))).isInstanceOf(ReceiptDesk.Told.class);
        elapsed = elapsed.plus(ReceiptDesk.KEPT_FOR).plusMillis(1);

        assertThat(desk.want(one("s001", 1))).isEqualTo(new ReceiptDesk.Waiting(MORNING, false));
    }

    @Test
    void no_more_waits_for_a_store_than_may() {
        for (int i = 1; i <= ReceiptDesk.WAITING_MAX; i++) desk.want(one("s001", i));

        assertThat(desk.want(one("s001", 99))).isInstanceOf(ReceiptDesk.Busy.class);
        assertThat(desk.want(one("s002", 99))).isInstanceOf(ReceiptDesk.Waiting.class);
        assertThat(ask("s001").join()).hasSize(ReceiptDesk.WAITING_MAX);
    }

    @Test
    void of_all_stores_the_oldest_is_forgotten_first() {
        for (int i = 0; i < ReceiptDesk.KEPT_MAX + 5; i++) desk.want(one("s" + i, 1));

        assertThat(ask("s0")).isNotDone();
        assertThat(ask("s" + (ReceiptDesk.KEPT_MAX + 4))).isCompleted();
    }

    @Test
    void an_answer_to_another_question_is_refused() {
        desk.want(one("s001", 1));
        long id = ask("s001").join().getFirst().id();

        desk.reply("s001", new ReceiptReply.Listed(id, List.of()));

        assertThat(desk.want(one("s001", 1)))
                .isEqualTo(
                        new ReceiptDesk.Told(
                                MORNING,
                                MORNING,
                                new Outcome.Refused("the gateway answered another question")));
    }

    @Test
    void when_it_closes_nobody_is_kept_waiting() {
        CompletableFuture<List<ReceiptQuestion>> waiting = ask("s001");

        desk.close();

        assertThat(waiting.join()).isEmpty();
        assertThat(ask("s001").join()).isEmpty();
    }

    private CompletableFuture<List<ReceiptQuestion>> ask(String store) {
        return desk.wanted(store, LONG);
    }

    private static ReceiptReply gone(long id) {
        return new ReceiptReply.NotHere(id, false, "gone");
    }

    private static Wanted one(String store, long sequence) {
        return new Wanted.One(till(store), sequence);
    }

    private static JournalId till(String store) {
        return new JournalId(new NodeName("shop.example", store, "till-1"), 1);
    }
}
