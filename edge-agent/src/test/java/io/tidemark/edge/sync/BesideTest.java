package io.tidemark.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a till says beside its journal: never before it, and never instead of it. */
class BesideTest extends TillAtHand {
    private static final byte[] NEWS = {1};

    @Test
    void nothing_is_said_before_the_gateway_has_answered() {
        till.beside.waiting = NEWS;
        till.settle();
        till.happens(new UplinkEvent.Up(till.connection));
        assertThat(till.channels()).doesNotContain(Channel.TELEMETRY);

        till.answers(new Answer.Marked(till.mark(0)));

        assertThat(till.channels()).contains(Channel.TELEMETRY);
        assertThat(till.beside.connections).isEqualTo(1);
    }

    @Test
    void it_is_said_once() {
        till.connect(0);
        till.beside.waiting = NEWS;

        till.settle();
        till.advance(Duration.ofSeconds(20));

        assertThat(till.channels()).containsOnlyOnce(Channel.TELEMETRY);
    }

    @Test
    void without_room_it_waits_and_what_is_recorded_goes_all_the_same() {
        till.connect(0);
        till.hasRoomBeside = false;
        till.beside.waiting = NEWS;
        till.record(3);

        till.settle();

        assertThat(till.batches()).hasSize(1);
        assertThat(till.channels()).doesNotContain(Channel.TELEMETRY);
        till.hasRoomBeside = true;
        till.answers(new Answer.Marked(till.mark(3)));
        assertThat(till.channels()).contains(Channel.TELEMETRY);
        assertThat(till.status().markedSequence()).isEqualTo(3);
    }

    @Test
    void after_a_broken_connection_there_is_a_new_one_to_tell() {
        till.connect(0);
        till.happens(new UplinkEvent.Down(till.connection, "cut"));

        till.advance(Duration.ofMinutes(1));
        till.connect(0);

        assertThat(till.beside.connections).isEqualTo(2);
    }

    @Test
    void a_till_whose_branch_is_kept_apart_still_says_how_it_is() {
        till.record(3);
        greets();
        till.beside.waiting = NEWS;

        till.answers(forked());

        assertThat(till.status().quarantined()).isTrue();
        assertThat(till.beside.connections).isEqualTo(1);
        assertThat(till.channels()).containsOnlyOnce(Channel.TELEMETRY);
    }

    @Test
    void it_does_so_too_on_the_next_connection_and_not_in_between() {
        till.record(3);
        greets();
        till.answers(forked());
        till.happens(new UplinkEvent.Down(till.connection, "cut"));
        till.beside.waiting = NEWS;
        till.settle();
        assertThat(till.channels()).doesNotContain(Channel.TELEMETRY);

        till.advance(Duration.ofMinutes(1));
        greets();
        till.answers(forked());

        assertThat(till.beside.connections).isEqualTo(2);
        assertThat(till.channels()).containsOnlyOnce(Channel.TELEMETRY);
    }

    @Test
    void the_time_told_is_handed_on() {
        till.connect(0);

        till.hears(Channel.CLOCK, new byte[] {7});

        assertThat(till.beside.heard).containsExactly(new byte[] {7});
        assertThat(till.status().online()).isTrue();
    }

    private void greets() {
        till.settle();
        till.happens(new UplinkEvent.Up(till.connection));
    }

    private static Answer forked() {
        return new Answer.Forked(2, Hash.digest(new byte[] {1}), Hash.digest(new byte[] {2}));
    }
}
