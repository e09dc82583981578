package io.tidemark.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.sync.Sender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A till that has forked shows its branch, of which the first day is pruned. */
class PrunedBranchTest extends TillAtHand {
    private static final int A_DAY = 4;

    @BeforeEach
    void aPrunedDayAndAnother() {
        till.recordReceipts(SteppedTill.DAY, A_DAY);
        till.recordReceipts(SteppedTill.DAY.plusDays(1), A_DAY);
        till.journal.prune(1, new Pruning(SteppedTill.DAY.plusDays(40), 35));
    }

    @Test
    void what_a_kept_mark_that_does_not_fit_leaves_open_is_shown_from_the_first_whole_entry() {
        keepsAMarkThatDoesNotFit();
        greets();

        till.answers(forkedAt(2 * A_DAY + 1));

        assertThat(till.batches())
                .singleElement()
                .satisfies(batch -> {
                    assertThat(batch.from()).isEqualTo(A_DAY + 1);
                    assertThat(batch.last()).isEqualTo(2 * A_DAY);
                });
        assertThat(till.status().notice().orElseThrow())
                .contains("Receipts up to entry " + A_DAY + " are pruned here");
    }

    @Test
    void it_is_shown_again_from_there_when_an_answer_may_have_been_missed() {
        keepsAMarkThatDoesNotFit();
        greets();
        till.answers(forkedAt(2 * A_DAY + 1));
        till.answers(forkedAt(A_DAY + 2));

        till.advance(Sender.SHOWN_AGAIN);
        till.answers(forkedAt(2 * A_DAY + 1));

        assertThat(till.batches()).hasSize(2);
        assertThat(till.batches().getLast().from()).isEqualTo(A_DAY + 1);
    }

    @Test
    void a_gateway_that_lacks_what_is_pruned_here_is_told_of_beside_the_fork() {
        keepsAMarkThatDoesNotFit();
        greets();
        till.answers(forkedAt(2 * A_DAY + 1));

        till.answers(new Answer.Gap(till.mark(1)));

        assertThat(till.status().quarantined()).isTrue();
        assertThat(till.status().notice().orElseThrow())
                .contains("Head office compares both")
                .contains("entries 2 to 4 are pruned here", "gateway recover");
    }

    private void keepsAMarkThatDoesNotFit() {
        Hash other = Hash.digest(new byte[] {1});
        new MarkFile(directory.resolve("marked"))
                .write(
                        SteppedTill.mark(
                                2 * A_DAY + 1,
                                other,
                                SteppedTill.GATEWAY,
                                SteppedTill.GATEWAY_KEY));
        till.restart();
    }

    private void greets() {
        till.settle();
        till.happens(new UplinkEvent.Up(till.connection));
    }

    private static Answer forkedAt(long sequence) {
        return new Answer.Forked(
                sequence, Hash.digest(new byte[] {1}), Hash.digest(new byte[] {2}));
    }
}
