package io.tidemark.ledger.sync;

import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final Instant NOON = Instant.parse("2011-12-05T12:00:00Z");

    private final TestChain till = new TestChain(TILL, TILL_KEYS).append(20);

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
    void in_quarantine_the_branch_is_shown_one_batch_at_a_time_and_nothing_is_acknowledged() {
        Answer forked = new Answer.Forked(8, Hash.digest(new byte[1]), till.hashAt(8));
        Sender greeting = hear(readyAt(5).sent(9, NOON), forked).greeted(NOON);

        Sender showing = hear(greeting, forked);
        Sender first = showing.sent(6, NOON);
        Sender second = hear(first, marked(20)).sent(9, NOON);
        Sender found = hear(second, forked);

        assertThat(showing.next(20, NOON)).isEqualTo(new Step.Send(6));
        assertThat(first.next(20, NOON)).isInstanceOf(Step.WaitUntil.class);
        assertThat(found.fork().orElseThrow().shared()).isEqualTo(7);
        assertThat(found.fork().orElseThrow().exact()).isTrue();
        assertThat(found.marked()).isEqualTo(5);
        assertThat(found.next(20, NOON)).isEqualTo(new Step.Send(10));
        assertThat(found.next(9, NOON)).isEqualTo(new Step.Idle());
        assertThat(found.isOnline()).isFalse();
    }

    @Test
    void a_quarantined_sender_that_is_refused_waits_and_one_that_is_granted_an_epoch_starts_anew() {
        Answer forked = new Answer.Forked(8, Hash.digest(new byte[1]), till.hashAt(8));
        Sender quarantined = hear(readyAt(5), forked).greeted(NOON);

        Sender refused = hear(quarantined, new Answer.Refused(Answer.Reason.QUARANTINED, "decide"));
        Sender granted = quarantined.continuing(new JournalId(TILL.node(), 2));

        assertThat(refused.next(20, NOON))
                .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.REFUSED_WAIT)));
        assertThat(granted.isQuarantined()).isFalse();
        assertThat(granted.next(20, NOON)).isEqualTo(new Step.Connect());
    }

    @Test
    void a_kept_mark_that_does_not_fit_quarantines_before_anything_is_sent() {
        Mark above =
                Mark.sign(
                        GATEWAY,
                        TILL,
                        new Head(21, Hash.digest(new byte[1])),
                        GATEWAY_KEYS.signer());

        Sender old = Sender.resuming(TILL, above, evidence());
        Sender fitting = Sender.resuming(TILL, mark(9), evidence());

        assertThat(old.isQuarantined()).isTrue();
        assertThat(old.connected().next(20, NOON)).isEqualTo(new Step.SayHello(Optional.of(above)));
        assertThat(fitting.marked()).isEqualTo(9);
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
    void a_mark_with_another_hash_or_above_the_head_is_a_fork_that_no_reconnect_ends() {
        Mark elsewhere =
                Mark.sign(
                        GATEWAY,
                        TILL,
                        new Head(9, Hash.digest(new byte[1])),
                        GATEWAY_KEYS.signer());
        Mark above =
                Mark.sign(
                        GATEWAY,
                        TILL,
                        new Head(21, Hash.digest(new byte[1])),
                        GATEWAY_KEYS.signer());

        Sender quarantined = hear(readyAt(5), new Answer.Marked(elsewhere));

        assertThat(readyAt(5).heard(new Answer.Marked(above), evidence(), NOON).heard())
                .isInstanceOf(Heard.Forked.class);
        assertThat(quarantined.isQuarantined()).isTrue();
        assertThat(quarantined.failed(NOON, 0).isQuarantined()).isTrue();
        assertThat(quarantined.failed(NOON, 0).connected().next(20, NOON))
                .isEqualTo(new Step.SayHello(Optional.of(elsewhere)));
    }

    @Test
    void a_receiver_that_forgot_what_it_marked_is_a_fork_unless_it_begins_a_new_life() {
        Sender greeting = readyAt(9).failed(NOON, 0).connected().greeted(NOON);
        Mark reborn = markOfLife(2, 5);

        Sender fallen = hear(greeting, marked(5));
        Sender healed = hear(fallen.greeted(NOON), new Answer.Marked(reborn));

        assertThat(fallen.next(20, NOON)).isEqualTo(new Step.SayHello(Optional.of(mark(9))));
        assertThat(healed.isQuarantined()).isFalse();
        assertThat(healed.next(20, NOON)).isEqualTo(new Step.Send(6));
        assertThat(hear(greeting, new Answer.Marked(reborn)).next(20, NOON))
                .isEqualTo(new Step.Send(6));
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

    @Test
    void in_quarantine_a_greeting_that_is_marked_is_followed_by_the_branch_from_what_both_have() {
        Answer forked = new Answer.Forked(8, Hash.digest(new byte[1]), till.hashAt(8));
        Sender greeting = hear(readyAt(5), forked).greeted(NOON);

        Sender.Result shown = greeting.heard(marked(5), evidence(), NOON);

        assertThat(shown.heard()).isEqualTo(new Heard.Shown(5));
        assertThat(shown.sender().next(20, NOON)).isEqualTo(new Step.Send(6));
        assertThat(shown.sender().marked()).isEqualTo(5);
    }

    @Test
    void in_quarantine_a_gap_and_busy_give_way_for_a_time() {
        Answer forked = new Answer.Forked(8, Hash.digest(new byte[1]), till.hashAt(8));
        Sender greeting = hear(readyAt(5), forked).greeted(NOON);
        Sender showing = hear(greeting, forked).sent(6, NOON);

        for (Sender quarantined : List.of(greeting, showing)) {
            Sender gap = hear(quarantined, new Answer.Gap(mark(5)));
            Sender busy = hear(quarantined, new Answer.NotNow(Duration.ofSeconds(3)));

            assertThat(gap.isQuarantined() && busy.isQuarantined()).isTrue();
            assertThat(gap.next(20, NOON))
                    .isEqualTo(new Step.WaitUntil(NOON.plus(Sender.REFUSED_WAIT)));
            assertThat(busy.next(20, NOON)).isEqualTo(new Step.WaitUntil(NOON.plusSeconds(3)));
        }
    }

    /** The greeting's answer comes twice, and the batch that was sent in between is lost. */
    @Test
    void a_branch_that_was_passed_over_after_an_answer_heard_twice_is_shown_again_in_the_end() {
        Answer forked = new Answer.Forked(8, Hash.digest(new byte[1]), till.hashAt(8));
        Sender greeting = hear(readyAt(5), forked).greeted(NOON);
        Instant later = NOON.plus(Sender.SHOWN_AGAIN);

        Sender passedOver = hear(hear(greeting, forked).sent(20, NOON), forked);
        Sender again = hear(passedOver.greeted(later), forked, later);

        assertThat(passedOver.next(20, later.minusMillis(1))).isEqualTo(new Step.Idle());
        assertThat(passedOver.next(20, later)).isEqualTo(new Step.SayHello(Optional.empty()));
        assertThat(again.next(20, later)).isEqualTo(new Step.Send(6));
        assertThat(hear(again.sent(20, later), forked, later).next(20, later))
                .isEqualTo(new Step.Idle());
    }

    @Test
    void in_quarantine_a_difference_before_the_one_that_was_known_is_where_the_branches_part() {
        Hash theirs = Hash.digest(new byte[1]);
        Answer atHead = new Answer.Forked(20, theirs, till.hashAt(20));
        Sender greeting = hear(readyAt(5), atHead).greeted(NOON);
        Sender heardTwice = hear(hear(greeting, atHead).sent(20, NOON), atHead);

        Sender found = hear(heardTwice, new Answer.Forked(8, theirs, till.hashAt(8)));
        Sender laterPiece = hear(found, new Answer.Forked(12, theirs, till.hashAt(12)));

        assertThat(heardTwice.fork().orElseThrow().shared()).isEqualTo(19);
        assertThat(found.fork().orElseThrow().shared()).isEqualTo(7);
        assertThat(laterPiece.fork().orElseThrow().shared()).isEqualTo(7);
    }

    @Test
    void in_quarantine_what_does_not_fit_is_shown_again_from_the_last_mark() {
        Answer forked = new Answer.Forked(15, Hash.digest(new byte[1]), till.hashAt(15));
        Sender showing = hear(hear(readyAt(5), forked).greeted(NOON), forked).sent(10, NOON);
        Sender tookForKnown = hear(showing, marked(20)).sent(12, NOON);

        for (Answer misfit :
                List.of(
                        new Answer.Gap(mark(5)),
                        new Answer.Refused(Answer.Reason.FORGED, "it does not lead there"))) {
            Sender waiting = hear(tookForKnown, misfit);
            Sender again = hear(waiting.connected().greeted(NOON), forked);

            assertThat(tookForKnown.fork().orElseThrow().shared()).isEqualTo(10);
            assertThat(again.next(20, NOON)).isEqualTo(new Step.Send(6));
        }
    }

    @Test
    void no_journal_goes_on_in_an_epoch_that_is_not_later_or_another_devices() {
        Sender sender = readyAt(5);

        assertThatThrownBy(() -> sender.continuing(TILL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sender.continuing(new JournalId(GATEWAY.node(), 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Sender readyAt(long sequence) {
        return hear(Sender.starting(TILL).connected().greeted(NOON), marked(sequence));
    }

    private Sender hear(Sender sender, Answer answer) {
        return hear(sender, answer, NOON);
    }

    private Sender hear(Sender sender, Answer answer, Instant now) {
        return sender.heard(answer, evidence(), now).sender();
    }

    private Mark markOfLife(int epoch, long sequence) {
        return Mark.sign(
                new JournalId(GATEWAY.node(), epoch),
                TILL,
                new Head(sequence, till.hashAt(sequence)),
                GATEWAY_KEYS.signer());
    }

    private Answer marked(long sequence) {
        return new Answer.Marked(mark(sequence));
    }

    private Mark mark(long sequence) {
        return Mark.sign(
                GATEWAY, TILL, new Head(sequence, till.hashAt(sequence)), GATEWAY_KEYS.signer());
    }

    private Evidence evidence() {
        return new Evidence() {
            @Override
            public Head forced() {
                return till.head();
            }

            @Override
            public Hash hashAt(long sequence) {
                return till.hashAt(sequence);
            }

            @Override
            public boolean isByReceiver(Mark mark) {
                return mark.isBy(GATEWAY.node(), GATEWAY_KEYS.verifier());
            }
        };
    }
}
