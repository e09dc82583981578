package io.tidemark.ledger.receive;

import static io.tidemark.ledger.TestShop.TILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestKeys;
import io.tidemark.ledger.journal.JournalBroken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A second branch, or a mark that does not fit: kept for a person, and on disk before it is told.
 */
class ForkedReceivedJournalTest extends ReceivedJournalAtHand {
    @Test
    void a_fork_is_on_disk_before_it_is_told_and_nothing_more_is_taken() {
        TestChain other = forkedAfter(4);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();

        Answer forked = journal.batch(PEER, other.batch(3, 7)).answer();
        Answer after = journal.batch(PEER, till.batch(9, 10)).answer();
        close();
        open();

        assertThat(forked).isEqualTo(new Answer.Forked(5, till.hashAt(5), other.hashAt(5)));
        assertThat(after).isInstanceOf(Answer.Refused.class);
        assertThat(journal.isQuarantined()).isTrue();
        assertThat(journal.quarantine().messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.bytes()).isEqualTo(other.batch(3, 7).toBytes()));
        assertThat(journal.quarantine().branches())
                .singleElement()
                .satisfies(branch -> {
                    assertThat(branch.shared()).isEqualTo(4);
                    assertThat(branch.head().hash()).isEqualTo(other.hashAt(7));
                });
        assertThat(replayed).hasSize(8);
    }

    @Test
    void a_branch_that_is_shown_is_kept_whole_to_the_byte_and_found_again() {
        TestChain other = forkedAfter(4).append(5);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();

        Answer shared = journal.batch(PEER, other.batch(1, 3)).answer();
        Answer first = journal.batch(PEER, other.batch(4, 6)).answer();
        Answer second = journal.batch(PEER, other.batch(7, 9)).answer();
        close();
        open();
        Answer third = journal.batch(PEER, other.batch(10, 13)).answer();
        Answer again = journal.batch(PEER, other.batch(7, 9)).answer();

        assertThat(markOf(shared).sequence()).isEqualTo(8);
        assertThat(List.of(first, second, third, again))
                .containsOnly(new Answer.Forked(5, till.hashAt(5), other.hashAt(5)));
        Branch branch = journal.quarantine().branches().getFirst();
        List<EntryBytes> kept = new ArrayList<>();
        journal.quarantine().replay(branch, (sequence, hash, entry) -> kept.add(entry));
        assertThat(journal.quarantine().branches()).hasSize(1);
        assertThat(branch.head().hash()).isEqualTo(other.hashAt(13));
        assertThat(kept).isEqualTo(other.entries().subList(4, 13));
    }

    @Test
    void a_greeting_that_disputes_our_mark_quarantines_and_is_on_disk() {
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        Mark mark = journal.mark();

        Answer forked = journal.hello(PEER, new Hello(till.signedAt(5), Optional.ofNullable(mark)));
        Answer after = journal.batch(PEER, till.batch(9, 10)).answer();

        assertThat(forked).isEqualTo(new Answer.Forked(8, till.hashAt(8), till.hashAt(5)));
        assertThat(((Answer.Refused) after).reason()).isEqualTo(Answer.Reason.QUARANTINED);
        assertThat(journal.quarantine().branches()).isEmpty();
        assertThat(journal.quarantine().messages()).hasSize(1);
    }

    @Test
    void a_disputed_mark_that_this_receiver_never_gave_is_as_if_it_had_not_been_said() {
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        Mark strangers = Mark.sign(GATEWAY, TILL, till.head(), TestKeys.of(66).signer());

        Answer answer = journal.hello(PEER, new Hello(till.signedAt(5), Optional.of(strangers)));

        assertThat(markOf(answer).sequence()).isEqualTo(8);
        assertThat(journal.isQuarantined()).isFalse();
    }

    @Test
    void a_mark_of_ours_above_what_is_here_shows_that_an_old_disk_was_put_back_here() {
        journal.batch(PEER, till.batch(1, 4));
        journal.force();
        Mark higher = Mark.sign(GATEWAY, TILL, till.head(), GATEWAY_KEYS.signer());

        Answer answer = journal.hello(PEER, new Hello(till.signedAt(10), Optional.of(higher)));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).contains("old disk"));
        assertThat(journal.isQuarantined()).isTrue();
    }

    @Test
    void a_branch_that_the_disk_has_no_room_for_is_asked_for_again() {
        TestChain other = forkedAfter(4);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        quarantine.writesFail = true;

        Answer full = journal.batch(PEER, other.batch(3, 7)).answer();
        quarantine.writesFail = false;
        Answer kept = journal.batch(PEER, other.batch(3, 7)).answer();

        assertThat(full).isInstanceOf(Answer.NotNow.class);
        assertThat(kept).isInstanceOf(Answer.Forked.class);
    }

    @Test
    void a_branch_that_cannot_be_forced_stops_the_node() {
        TestChain other = forkedAfter(4);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        quarantine.forcesFail = true;

        assertThatThrownBy(() -> journal.batch(PEER, other.batch(3, 7)))
                .isInstanceOf(JournalBroken.class);
    }
}
