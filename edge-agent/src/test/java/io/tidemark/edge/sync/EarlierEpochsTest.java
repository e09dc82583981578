package io.tidemark.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.sync.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A journal of five entries, of which a later one goes on after the fourth. */
class EarlierEpochsTest extends TillAtHand {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final int BYTES = 64 << 10;

    @SuppressWarnings("NullAway.Init") // set before each
    private EndedJournal ended;

    @SuppressWarnings("NullAway.Init") // set before each
    private EarlierEpochs earlier;

    @BeforeEach
    void ended() {
        till.record(5);
        ended = new EndedJournal(till.journal, 4, SteppedTill.SIGNER);
        earlier = new EarlierEpochs(List.of(ended));
        earlier.connected(NOW.minus(EarlierEpochs.REST));
    }

    @Test
    void what_the_gateway_lacks_is_sent_up_to_where_the_next_epoch_went_on() {
        greets();

        heard(new Answer.Marked(till.mark(2)));

        assertThat(due()).isEqualTo(new EarlierEpochs.Due.Entries(ended, 3, 4));
        Batch batch = ended.batch(3, 4, BYTES);
        assertThat(batch.last()).isEqualTo(4);
        assertThat(batch.head().head()).isEqualTo(new Head(4, till.journal.hashAt(4)));
        says();
        heard(new Answer.Marked(till.mark(4)));
        assertThat(earlier.due(NOW)).isEmpty();
    }

    @Test
    void a_gateway_that_has_all_of_it_and_more_is_sent_nothing() {
        greets();

        heard(new Answer.Marked(till.mark(5)));

        assertThat(earlier.due(NOW)).isEmpty();
    }

    @Test
    void what_is_damaged_there_is_sent_again_and_no_more_than_is_here() {
        greets();

        heard(new Answer.Wanted(2, 9));
        assertThat(due()).isEqualTo(new EarlierEpochs.Due.Entries(ended, 2, 4));
        says();
        heard(new Answer.Wanted(5, 9));

        assertThat(earlier.due(NOW)).isEmpty();
    }

    @Test
    void a_busy_gateway_is_asked_again_later_and_a_silent_one_is_given_up() {
        greets();
        heard(new Answer.NotNow(Duration.ofSeconds(10)));

        assertThat(earlier.due(NOW)).isEmpty();
        assertThat(earlier.due(NOW.plusSeconds(10)))
                .contains(new EarlierEpochs.Due.Greeting(ended));
        says();
        assertThat(earlier.patience(NOW)).isEqualTo(Sender.ANSWER_MAX);
        assertThat(earlier.patience(NOW.plus(Sender.ANSWER_MAX)).isPositive()).isFalse();
    }

    @Test
    void a_refusal_and_the_acknowledgement_that_it_rode_on_cost_no_connection_and_come_once() {
        greets();
        heard(new Answer.Refused(Answer.Reason.UNKNOWN_EPOCH, "nobody granted it"));

        assertThat(earlier.wasRefused()).isTrue();
        assertThat(earlier.wasRefused()).as("another one is about something else").isFalse();
        earlier.dropped();
        earlier.connected(NOW.minus(EarlierEpochs.REST));
        assertThat(earlier.due(NOW)).isEmpty();
    }

    @Test
    void only_a_mark_of_our_gateway_about_this_journal_is_believed() {
        JournalId other = new JournalId(new NodeName("shop.example", "s002", "gateway"), 1);
        Mark stranger = SteppedTill.mark(2, till.journal.hashAt(2), other, SteppedTill.GATEWAY_KEY);
        greets();

        assertThat(earlier.heard(new Answer.Marked(stranger), till.own(), NOW)).isPresent();
    }

    @Test
    void nothing_is_said_without_a_connection_and_all_of_it_on_the_next() {
        greets();

        earlier.dropped();

        assertThat(earlier.awaits()).isFalse();
        assertThat(earlier.due(NOW)).isEmpty();
        earlier.connected(NOW.minus(EarlierEpochs.REST));
        assertThat(due()).isEqualTo(new EarlierEpochs.Due.Greeting(ended));
    }

    private void greets() {
        assertThat(due()).isEqualTo(new EarlierEpochs.Due.Greeting(ended));
        says();
    }

    private EarlierEpochs.Due due() {
        return earlier.due(NOW).orElseThrow();
    }

    private void says() {
        earlier.said(NOW);
        assertThat(earlier.due(NOW)).as("one at a time").isEmpty();
    }

    private void heard(Answer answer) {
        assertThat(earlier.heard(answer, till.own(), NOW)).isEmpty();
    }
}
