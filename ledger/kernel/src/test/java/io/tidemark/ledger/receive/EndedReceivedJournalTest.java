package io.tidemark.ledger.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.TestChain;
import org.junit.jupiter.api.Test;

/** A journal that another one goes on from takes what was granted upon, and nothing else. */
class EndedReceivedJournalTest extends ReceivedJournalAtHand {
    @Test
    void what_comes_after_another_journal_went_on_is_kept_whole_as_a_branch() {
        journal.batch(PEER, till.batch(1, 4));
        journal.endsAt(till.signedAt(4).head(), till.signedAt(4).head());

        Answer first = journal.batch(PEER, till.batch(3, 6)).answer();
        Answer again = journal.batch(PEER, till.batch(5, 6)).answer();
        Answer next = journal.batch(PEER, till.batch(7, 10)).answer();
        close();
        open();

        assertThat(first).isEqualTo(new Answer.Forked(5, till.hashAt(4), till.hashAt(5)));
        assertThat(again).isEqualTo(first);
        assertThat(next).isEqualTo(first);
        assertThat(journal.received().sequence()).isEqualTo(4);
        Branch branch = journal.quarantine().branches().getFirst();
        assertThat(branch.at()).isEqualTo(5);
        assertThat(branch.head()).isEqualTo(till.head());
    }

    @Test
    void an_ended_journal_still_takes_what_was_known_when_it_ended() {
        journal.batch(PEER, till.batch(1, 2));
        journal.endsAt(till.signedAt(6).head(), till.signedAt(6).head());

        Answer answer = journal.batch(PEER, till.batch(3, 6)).answer();
        Answer late = journal.batch(PEER, till.batch(7, 8)).answer();

        assertThat(markOf(answer).sequence()).isEqualTo(6);
        assertThat(late).isInstanceOf(Answer.Forked.class);
    }

    /** As at a gateway that lost its disk, and has the grant but not the entries up to it. */
    @Test
    void what_leads_past_the_last_shared_entry_is_never_taken_for_what_was_granted_upon() {
        TestChain other = forkedAfter(4).append(5);
        journal.batch(PEER, till.batch(1, 2));
        journal.endsAt(till.signedAt(4).head(), till.signedAt(6).head());

        Answer past = journal.batch(PEER, other.batch(3, 8)).answer();
        long acceptedPast = journal.received().sequence();
        journal.force();

        assertThat(past).isInstanceOf(Answer.Forked.class);
        assertThat(acceptedPast).isLessThanOrEqualTo(2);
        assertThat(journal.received().sequence()).isEqualTo(2);
    }

    @Test
    void up_to_the_last_shared_entry_and_then_to_the_end_all_is_taken_in() {
        journal.batch(PEER, till.batch(1, 2));
        journal.endsAt(till.signedAt(4).head(), till.signedAt(6).head());

        Answer shared = journal.batch(PEER, till.batch(3, 4)).answer();
        Answer end = journal.batch(PEER, till.batch(5, 6)).answer();

        assertThat(markOf(shared).sequence()).isEqualTo(4);
        assertThat(markOf(end).sequence()).isEqualTo(6);
    }

    @Test
    void another_history_that_ends_at_the_same_number_is_not_what_was_granted_upon() {
        journal.batch(PEER, till.batch(1, 2));
        TestChain other = forkedAfter(2).append(4);
        journal.endsAt(till.signedAt(6).head(), till.signedAt(6).head());

        assertThat(journal.batch(PEER, other.batch(3, 6)).answer())
                .isInstanceOf(Answer.Forked.class);
    }
}
