package io.tidemark.ledger.sync;

import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SenderTest extends SenderAtHand {
    @Test
    void nothing_is_sent_before_the_current_mark_has_come() {
        Sender sender = Sender.starting(TILL);

        assertThat(sender.next(20, NOON)).isEqualTo(new Step.Connect());
        assertThat(sender.connected().next(20, NOON))
                .isEqualTo(new Step.SayHello(Optional.empty()));
        assertThat(sender.connected().greeted(NOON).next(20, NOON))
                .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.ANSWER_MAX)));
    }

    @Test
    void sending_starts_after_the_mark_and_keeps_to_the_window() {
        Sender ready = readyAt(5);

        Sender oneOut = ready.sent(9, NOON);
        Sender twoOut = oneOut.sent(12, NOON);

        assertThat(ready.next(20, NOON)).isEqualTo(new Step.Send(6));
        assertThat(oneOut.next(20, NOON)).isEqualTo(new Step.Send(10));
        assertThat(twoOut.next(20, NOON))
                .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.ANSWER_MAX)));
    }

    @Test
    void only_a_mark_makes_room_and_when_all_is_marked_it_rests() {
        Sender twoOut = readyAt(5).sent(9, NOON).sent(20, NOON);

        Sender marked9 = hear(twoOut, marked(9));
        Sender marked20 = hear(marked9, marked(20));

        assertThat(twoOut.marked()).isEqualTo(5);
        assertThat(marked9.next(20, NOON)).isInstanceOf(Step.WaitUntil.class);
        assertThat(marked9.marked()).isEqualTo(9);
        assertThat(marked20.next(20, NOON)).isEqualTo(new Step.Idle());
    }

    @Test
    void a_batch_nobody_answers_ends_the_connection_and_is_sent_again() {
        Sender sent = readyAt(5).sent(9, NOON);
        Instant late = NOON.plus(Sender.ANSWER_MAX);

        assertThat(sent.next(9, late)).isEqualTo(new Step.Abandon());

        Sender again = hear(sent.failed(late, 0).connected().greeted(late), marked(5));
        assertThat(again.next(9, late)).isEqualTo(new Step.Send(6));
    }

    @Test
    void waiting_grows_with_each_failure_up_to_a_limit_and_success_resets_it() {
        Sender failing = Sender.starting(TILL);
        for (int i = 0; i < 40; i++) failing = failing.failed(NOON, 1);
        Sender recovered = hear(failing.connected().greeted(NOON), marked(5));

        assertThat(Sender.starting(TILL).failed(NOON, 1).next(20, NOON))
                .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.BACKOFF_FIRST)));
        assertThat(failing.next(20, NOON))
                .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.BACKOFF_MAX)));
        assertThat(recovered.failures()).isZero();
    }

    @Test
    void a_gap_sends_again_from_the_receivers_mark() {
        Sender sent = readyAt(5).sent(9, NOON).sent(12, NOON);

        Sender resumed = hear(sent, new Answer.Gap(mark(5)));

        assertThat(resumed.next(20, NOON)).isEqualTo(new Step.Send(6));
    }

    @Test
    void a_gap_below_what_is_marked_was_overtaken_and_no_late_mark_after_it_is_a_fork() {
        Sender marked = hear(readyAt(5).sent(9, NOON).sent(12, NOON), marked(9));

        Sender below = hear(hear(marked, new Answer.Gap(mark(5))), marked(7));

        assertThat(below).isEqualTo(marked);
        assertThat(below.isQuarantined()).isFalse();
    }

    @Test
    void what_the_receiver_wants_again_goes_first_and_its_mark_stays() {
        Sender wanting = hear(readyAt(15).sent(18, NOON), new Answer.Wanted(3, 6));

        Sender again = wanting.sent(5, NOON);
        Sender whole = again.sent(6, NOON);

        assertThat(wanting.next(20, NOON)).isEqualTo(new Step.Send(3));
        assertThat(again.next(20, NOON)).isEqualTo(new Step.Send(6));
        assertThat(hear(whole, marked(15)).next(20, NOON)).isEqualTo(new Step.Send(19));
        assertThat(wanting.marked()).isEqualTo(15);
    }

    @Test
    void a_mark_of_an_earlier_life_of_the_receiver_is_not_believed() {
        Sender reborn =
                hear(
                        Sender.starting(TILL).connected().greeted(NOON),
                        new Answer.Marked(markOfLife(2, 5)));

        Sender.Result old = reborn.heard(new Answer.Marked(mark(9)), evidence(), NOON);

        assertThat(old.heard()).isInstanceOf(Heard.Disbelieved.class);
        assertThat(old.sender().receiverEpoch()).isEqualTo(2);
    }

    @Test
    void a_mark_of_anybody_else_is_not_believed() {
        Sender ready = readyAt(5);
        Mark strangers =
                Mark.sign(GATEWAY, TILL, new Head(9, till.hashAt(9)), TestKeys.of(66).signer());
        Mark others =
                Mark.sign(
                        GATEWAY,
                        new JournalId(TILL.node(), 2),
                        new Head(9, till.hashAt(9)),
                        GATEWAY_KEYS.signer());

        assertThat(ready.heard(new Answer.Marked(strangers), evidence(), NOON).heard())
                .isInstanceOf(Heard.Disbelieved.class);
        assertThat(ready.heard(new Answer.Marked(others), evidence(), NOON).heard())
                .isInstanceOf(Heard.Disbelieved.class);
    }

    @Test
    void an_overtaken_mark_changes_nothing() {
        Sender ready = readyAt(9);

        Sender.Result result = ready.heard(marked(5), evidence(), NOON);

        assertThat(result.heard()).isEqualTo(new Heard.Stale(mark(5)));
        assertThat(result.sender()).isEqualTo(ready);
    }

    @Test
    void busy_and_refused_give_way_for_a_time() {
        Sender held = hear(readyAt(5).sent(9, NOON), new Answer.NotNow(Duration.ofSeconds(3)));
        Sender refused =
                hear(readyAt(5).sent(9, NOON), new Answer.Refused(Answer.Reason.TOO_LARGE, "why"));

        assertThat(held.next(20, NOON)).isEqualTo(new Step.WaitUntil(NOON.plusSeconds(3)));
        assertThat(refused.next(20, NOON))
                .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.REFUSED_WAIT)));
    }

    @Test
    void a_receiver_that_answers_in_a_new_life_is_sent_again_what_it_lacks() {
        Sender sent = readyAt(9).sent(12, NOON);

        Sender.Result reborn = sent.heard(new Answer.Marked(markOfLife(2, 5)), evidence(), NOON);

        assertThat(reborn.heard()).isInstanceOf(Heard.Resumed.class);
        assertThat(reborn.sender().isQuarantined()).isFalse();
        assertThat(reborn.sender().next(20, NOON)).isEqualTo(new Step.Send(6));
    }

    @Test
    void busy_and_refused_give_way_already_when_greeted() {
        Sender greeting = Sender.starting(TILL).connected().greeted(NOON);

        Sender held = hear(greeting, new Answer.NotNow(Duration.ofSeconds(3)));
        Sender refused = hear(greeting, new Answer.Refused(Answer.Reason.UNKNOWN_EPOCH, "why"));

        assertThat(held.next(20, NOON)).isEqualTo(new Step.WaitUntil(NOON.plusSeconds(3)));
        assertThat(refused.next(20, NOON))
                .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.REFUSED_WAIT)));
    }

    @Test
    void what_nobody_asked_for_changes_nothing() {
        Sender waiting = Sender.starting(TILL);
        Sender connected = waiting.connected();
        Sender greeting = connected.greeted(NOON);
        Answer wanted = new Answer.Wanted(3, 6);

        assertThat(hear(waiting, marked(5))).isEqualTo(waiting);
        assertThat(hear(connected, marked(5))).isEqualTo(connected);
        assertThat(hear(greeting, wanted)).isEqualTo(greeting);
        assertThat(hear(readyAt(5), new Answer.Wanted(19, 21))).isEqualTo(readyAt(5));
    }
}
