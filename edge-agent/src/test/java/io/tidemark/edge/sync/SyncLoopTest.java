package io.tidemark.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.TestKey;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.sync.Presence;
import io.tidemark.ledger.sync.Sender;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A till sends, is marked, waits and goes on, as its gateway has it. */
class SyncLoopTest extends TillAtHand {
    @Test
    void a_till_says_who_it_is_and_where_its_journal_ends_and_sends_nothing_before_the_mark() {
        till.record(3);
        till.settle();

        till.happens(new UplinkEvent.Up(till.connection));

        assertThat(till.channels()).containsExactly(Channel.PRESENCE, Channel.HELLO);
        assertThat(Hello.parse(till.said.get(1).payload()).head().sequence()).isEqualTo(3);
        assertThat(till.status().online()).isFalse();
    }

    @Test
    void a_backlog_that_is_read_while_the_connection_comes_up_is_not_sent() {
        till.record(3);

        Duration quiet = till.settle();

        assertThat(quiet).isEqualTo(Link.CONNECT_MAX);
        assertThat(till.said).isEmpty();
    }

    @Test
    void a_journal_without_an_entry_says_hello_too() {
        till.connect(0);

        assertThat(till.status().online()).isTrue();
        assertThat(till.batches()).isEmpty();
    }

    @Test
    void what_the_gateway_has_not_marked_is_sent_from_there_on() {
        till.record(5);

        till.connect(2);

        Batch batch = till.batches().getFirst();
        assertThat(batch.from()).isEqualTo(3);
        assertThat(batch.last()).isEqualTo(5);
    }

    @Test
    void an_acknowledgement_of_the_broker_is_no_mark() {
        till.record(1);
        till.connect(0);

        till.happens(new UplinkEvent.Taken(till.connection, Channel.BATCH));

        assertThat(till.status().markedSequence()).isZero();
        till.answers(new Answer.Marked(till.mark(1)));
        assertThat(till.status().markedSequence()).isEqualTo(1);
    }

    @Test
    void a_mark_signed_by_anyone_but_our_gateway_is_not_believed() {
        till.record(1);
        till.connect(0);
        Hash hash = till.journal.hashAt(1);
        JournalId otherGateway = new JournalId(new NodeName("shop.example", "s002", "gateway"), 1);

        till.answers(
                new Answer.Marked(SteppedTill.mark(1, hash, SteppedTill.GATEWAY, new TestKey())));
        till.now = till.now.plus(Sender.BACKOFF_MAX);
        till.connect(0);
        till.answers(
                new Answer.Marked(
                        SteppedTill.mark(1, hash, otherGateway, SteppedTill.GATEWAY_KEY)));

        assertThat(till.status().markedSequence()).isZero();
        assertThat(till.dropped).isTrue();
    }

    @Test
    void a_batch_never_answered_is_sent_again_on_the_next_connection() {
        till.record(1);
        till.connect(0);

        till.advance(Sender.ANSWER_MAX);
        assertThat(till.dropped).isTrue();
        till.advance(Sender.BACKOFF_MAX);
        till.connect(0);

        assertThat(till.batches()).hasSize(2);
    }

    @Test
    void a_connection_that_never_comes_up_is_given_up_and_tried_again() {
        till.settle();
        long first = till.connection;

        till.advance(Link.CONNECT_MAX);
        till.advance(Sender.BACKOFF_MAX);

        assertThat(till.connection).isGreaterThan(first);
        assertThat(till.status().connection()).contains("no answer to the connection");
    }

    @Test
    void what_a_connection_that_was_given_up_still_says_is_of_no_interest() {
        till.record(1);
        till.connect(0);
        long old = till.connection;
        Mark mark = till.mark(1);
        till.happens(new UplinkEvent.Down(old, "cut"));
        till.advance(Sender.BACKOFF_MAX);

        till.happens(
                new UplinkEvent.Heard(old, Channel.ANSWER, new Answer.Marked(mark).toBytes(), 1));
        till.happens(new UplinkEvent.Down(old, "cut again"));

        assertThat(till.status().markedSequence()).isZero();
        assertThat(till.status().connection()).doesNotContain("cut again");
    }

    @Test
    void a_batch_that_the_broker_refuses_gives_the_connection_up_and_comes_again() {
        till.record(1);
        till.connect(0);

        till.happens(new UplinkEvent.Refused(till.connection, Channel.BATCH, 151));

        assertThat(till.status().online()).isFalse();
        assertThat(till.status().connection()).contains("reason code 151");
        till.advance(Sender.BACKOFF_MAX);
        till.connect(0);
        assertThat(till.batches()).hasSize(2);
    }

    @Test
    void a_busy_gateway_is_left_alone_for_as_long_as_it_asks() {
        till.record(1);
        till.connect(0);
        long before = till.connection;

        till.answers(new Answer.NotNow(Duration.ofSeconds(20)));
        till.advance(Duration.ofSeconds(19));
        assertThat(till.connection).isEqualTo(before);
        till.advance(Duration.ofSeconds(1));

        assertThat(till.connection).isGreaterThan(before);
    }

    @Test
    void refused_entries_are_told_to_the_person_at_the_till() {
        till.record(1);
        till.connect(0);

        till.answers(new Answer.Refused(Answer.Reason.UNKNOWN_EPOCH, "not enrolled"));

        assertThat(till.status().notice())
                .hasValueSatisfying(text -> assertThat(text).contains("not enrolled"));
    }

    @Test
    void two_histories_stop_the_sending_and_call_for_a_person() {
        till.record(2);
        till.settle();
        till.happens(new UplinkEvent.Up(till.connection));
        Hash other = Hash.digest(new byte[] {1});

        till.answers(
                new Answer.Marked(
                        SteppedTill.mark(1, other, SteppedTill.GATEWAY, SteppedTill.GATEWAY_KEY)));

        assertThat(till.status().online()).isFalse();
        assertThat(till.status().notice())
                .hasValueSatisfying(text -> assertThat(text).contains("Entry 1"));
        assertThat(till.batches()).isEmpty();
        int news = till.said.size() - 2;
        assertThat(Presence.parse(till.said.get(news).payload()).state())
                .isEqualTo(Presence.State.QUARANTINED);
        assertThat(Hello.parse(till.said.getLast().payload()).disputed()).isPresent();
    }

    @Test
    void a_restarted_till_still_knows_what_was_marked() {
        till.record(2);
        till.connect(0);
        till.answers(new Answer.Marked(till.mark(2)));

        till.restart();

        assertThat(till.status().markedSequence()).isEqualTo(2);
        assertThat(till.status().online()).isFalse();
    }

    @Test
    void a_gateway_that_lost_marked_entries_is_noticed_across_a_restart() {
        till.record(2);
        till.connect(0);
        till.answers(new Answer.Marked(till.mark(2)));
        till.restart();

        till.connect(1);

        assertThat(till.status().notice()).isPresent();
        assertThat(till.batches()).isEmpty();
    }

    @Test
    void a_kept_mark_about_another_journal_is_not_shown() throws Exception {
        till.record(1);
        Mark forged =
                SteppedTill.mark(1, till.journal.hashAt(1), SteppedTill.GATEWAY, new TestKey());
        new MarkFile(directory.resolve("marked")).write(forged);

        till.restart();

        assertThat(till.status().markedSequence()).isZero();
    }

    @Test
    void a_message_is_acknowledged_only_after_it_was_worked_off() {
        till.connect(0);

        assertThat(till.acknowledged).isEqualTo(1);
        till.happens(
                new UplinkEvent.Heard(till.connection, Channel.ANSWER, new byte[] {1, 2, 3}, 2));

        assertThat(till.acknowledged).isEqualTo(1);
        assertThat(till.dropped).isTrue();
    }

    @Test
    void a_till_that_stops_says_so() {
        till.connect(0);

        till.leave();

        assertThat(Presence.parse(till.said.getLast().payload()).state())
                .isEqualTo(Presence.State.OFFLINE);
        assertThat(till.closed).isTrue();
    }
}
