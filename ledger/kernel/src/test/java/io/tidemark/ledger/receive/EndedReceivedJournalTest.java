package io.tidemark.ledger.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.TestChain;
import org.junit.jupiter.api.Test;

/** A journal that another one goes on from takes what was granted upon, and nothing else. */
class EndedReceivedJournalTest extends ReceivedJournalAtHand {
    @Test
    void what_comes_after_another_journal_went_on_is_kept_whole_as_a_branch() {
        brings(till, 1, 4);
        endsAt(4, 4);

        Answer first = brings(till, 3, 6);
        Answer again = brings(till, 5, 6);
        Answer next = brings(till, 7, 10);
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
        brings(till, 1, 2);
        endsAt(6, 6);

        Answer answer = brings(till, 3, 6);
        Answer late = brings(till, 7, 8);

        assertThat(markOf(answer).sequence()).isEqualTo(6);
        assertThat(late).isInstanceOf(Answer.Forked.class);
    }

    /** As at a gateway that lost its disk, and has the grant but not the entries up to it. */
    @Test
    void what_leads_past_the_last_shared_entry_is_never_taken_for_what_was_granted_upon() {
        TestChain other = forkedAfter(4).append(5);
        brings(till, 1, 2);
        endsAt(4, 6);

        Answer past = brings(other, 3, 8);
        long acceptedPast = journal.received().sequence();
        journal.force();

        assertThat(past).isInstanceOf(Answer.Forked.class);
        assertThat(acceptedPast).isLessThanOrEqualTo(2);
        assertThat(journal.received().sequence()).isEqualTo(2);
    }

    @Test
    void up_to_the_last_shared_entry_and_then_to_the_end_all_is_taken_in() {
        brings(till, 1, 2);
        endsAt(4, 6);

        Answer shared = brings(till, 3, 4);
        Answer end = brings(till, 5, 6);

        assertThat(markOf(shared).sequence()).isEqualTo(4);
        assertThat(markOf(end).sequence()).isEqualTo(6);
    }

    @Test
    void another_history_that_ends_at_the_same_number_is_not_what_was_granted_upon() {
        brings(till, 1, 2);
        TestChain other = forkedAfter(2).append(4);
        endsAt(6, 6);

        assertThat(brings(other, 3, 6)).isInstanceOf(Answer.Forked.class);
    }

    /** It is granted that another one goes on from the last shared entry, and what it ended at. */
    private void endsAt(long shared, long end) {
        journal.endsAt(till.signedAt(shared).head(), till.signedAt(end).head());
    }

    private Answer brings(TestChain chain, int from, int to) {
        return journal.batch(PEER, chain.batch(from, to)).answer();
    }
}
