package io.tidemark.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Release;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a till makes of its gateway's word on what it need not keep. */
class ReleaseHeardTest extends TillAtHand {
    @BeforeEach
    void connected() {
        till.record(3);
        till.connect(3);
    }

    @Test
    void a_release_is_handed_on_and_acknowledged() {
        Release release =
                Release.sign(
                        SteppedTill.GATEWAY,
                        till.journal.id(),
                        new Release.Reach(
                                new Head(2, Hash.digest(new byte[2])), LocalDate.of(2026, 11, 20)),
                        SteppedTill.GATEWAY_KEY.signer());
        int before = till.acknowledged;

        till.hears(Channel.RELEASE, release.toBytes());

        assertThat(till.released).containsExactly(release);
        assertThat(till.acknowledged).isEqualTo(before + 1);
        assertThat(till.status().notice()).isEmpty();
    }

    @Test
    void a_new_connection_is_told_to_who_took_it() {
        Release release =
                Release.sign(
                        SteppedTill.GATEWAY,
                        till.journal.id(),
                        new Release.Reach(
                                Head.genesis(till.journal.id()), LocalDate.of(2026, 11, 20)),
                        SteppedTill.GATEWAY_KEY.signer());
        till.hears(Channel.RELEASE, release.toBytes());
        till.happens(new UplinkEvent.Down(till.connection, "the gateway is started anew"));
        assertThat(till.released).containsExactly(release);

        till.advance(Duration.ofMinutes(1));
        till.connect(3);

        assertThat(till.released).isEmpty();
    }

    @Test
    void one_that_cannot_be_read_or_believed_is_shown_and_the_till_stays_connected() {
        till.hears(Channel.RELEASE, new byte[] {1, 2, 3});

        assertThat(till.status().online()).isTrue();
        assertThat(till.dropped).isFalse();
        assertThat(till.status().notice().orElseThrow()).contains("update this till");

        till.releaseRefusal = Optional.of("somebody else signed it");
        till.hears(
                Channel.RELEASE,
                Release.sign(
                                SteppedTill.GATEWAY,
                                till.journal.id(),
                                new Release.Reach(
                                        Head.genesis(till.journal.id()),
                                        LocalDate.of(2026, 11, 20)),
                                SteppedTill.GATEWAY_KEY.signer())
                        .toBytes());

        assertThat(till.status().online()).isTrue();
        assertThat(till.status().notice().orElseThrow()).contains("somebody else signed it");
    }
}
