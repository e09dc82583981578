package io.tidemark.ledger.sync;

import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two histories: what makes a sender quarantined, how it shows its branch, and what ends that. */
class QuarantinedSenderTest extends SenderAtHand {
    private static final Hash THEIRS = Hash.digest(new byte[1]);

    private final Answer forked = forkedAt(8);

    @Test
    void in_quarantine_the_branch_is_shown_one_batch_at_a_time_and_nothing_is_acknowledged() {
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
        Mark above = markOfAnother(21);

        Sender old = Sender.resuming(TILL, above, evidence());
        Sender fitting = Sender.resuming(TILL, mark(9), evidence());

        assertThat(old.isQuarantined()).isTrue();
        assertThat(old.connected().next(20, NOON)).isEqualTo(new Step.SayHello(Optional.of(above)));
        assertThat(fitting.marked()).isEqualTo(9);
    }

    @Test
    void a_mark_with_another_hash_or_above_the_head_is_a_fork_that_no_reconnect_ends() {
        Mark elsewhere = markOfAnother(9);
        Mark above = markOfAnother(21);

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
    void in_quarantine_a_greeting_that_is_marked_is_followed_by_the_branch_from_what_both_have() {
        Sender greeting = hear(readyAt(5), forked).greeted(NOON);

        Sender.Result shown = greeting.heard(marked(5), evidence(), NOON);

        assertThat(shown.heard()).isEqualTo(new Heard.Shown(5));
        assertThat(shown.sender().next(20, NOON)).isEqualTo(new Step.Send(6));
        assertThat(shown.sender().marked()).isEqualTo(5);
    }

    @Test
    void in_quarantine_a_gap_and_busy_give_way_for_a_time() {
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
        Answer atHead = forkedAt(20);
        Sender greeting = hear(readyAt(5), atHead).greeted(NOON);
        Sender heardTwice = hear(hear(greeting, atHead).sent(20, NOON), atHead);

        Sender found = hear(heardTwice, forkedAt(8));
        Sender laterPiece = hear(found, forkedAt(12));

        assertThat(heardTwice.fork().orElseThrow().shared()).isEqualTo(19);
        assertThat(found.fork().orElseThrow().shared()).isEqualTo(7);
        assertThat(laterPiece.fork().orElseThrow().shared()).isEqualTo(7);
    }

    @Test
    void in_quarantine_what_does_not_fit_is_shown_again_from_the_last_mark() {
        Answer late = forkedAt(15);
        Sender showing = hear(hear(readyAt(5), late).greeted(NOON), late).sent(10, NOON);
        Sender tookForKnown = hear(showing, marked(20)).sent(12, NOON);

        for (Answer misfit :
                List.of(
                        new Answer.Gap(mark(5)),
                        new Answer.Refused(Answer.Reason.FORGED, "it does not lead there"))) {
            Sender waiting = hear(tookForKnown, misfit);
            Sender again = hear(waiting.connected().greeted(NOON), late);

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

    private Answer forkedAt(long sequence) {
        return new Answer.Forked(sequence, THEIRS, till.hashAt(sequence));
    }

    private static Mark markOfAnother(long sequence) {
        return Mark.sign(GATEWAY, TILL, new Head(sequence, THEIRS), GATEWAY_KEYS.signer());
    }
}
