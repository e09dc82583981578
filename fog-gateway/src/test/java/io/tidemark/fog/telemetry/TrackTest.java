package io.tidemark.fog.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.SaidAtHand;
import io.tidemark.node.telemetry.Heard;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Track track = new Track();

    @Test
    void a_burst_is_heard_and_then_one_a_second() {
        for (int i = 0; i < Track.BURST_MAX; i++) assertThat(track.admits(NOON)).isTrue();
        assertThat(track.admits(NOON)).isFalse();

        assertThat(track.admits(NOON.plusSeconds(1))).isTrue();
        assertThat(track.admits(NOON.plusSeconds(1))).isFalse();

        Instant later = NOON.plusSeconds(600);
        for (int i = 0; i < Track.BURST_MAX; i++) assertThat(track.admits(later)).isTrue();
        assertThat(track.admits(later)).isFalse();
    }

    @Test
    void what_is_missing_between_two_is_counted_and_a_restart_is_no_loss() {
        said(1, 0);
        said(2, 10);
        said(5, 40);
        said(1, 60);
        said(3, 80);

        assertThat(track.lost()).isEqualTo(3);
        assertThat(track.last().orElseThrow().telemetry().number()).isEqualTo(3);
    }

    @Test
    void a_device_that_counts_absurdly_loses_no_more_than_can_be_counted() {
        for (int i = 0; i < 2; i++) {
            said(1, 20 * i);
            said(Long.MAX_VALUE, 20 * i + 10);
        }

        assertThat(track.lost()).isPositive();
    }

    @Test
    void only_the_last_minutes_are_remembered() {
        for (int i = 1; i <= Track.RECENT_MAX + 9; i++) said(i, 10 * i);

        assertThat(track.recent()).hasSize(Track.RECENT_MAX);
        assertThat(track.recent().getFirst().telemetry().number()).isEqualTo(10);
    }

    private void said(long number, int seconds) {
        track.add(new Heard("till-1", NOON.plusSeconds(seconds), SaidAtHand.well(number)));
    }
}
