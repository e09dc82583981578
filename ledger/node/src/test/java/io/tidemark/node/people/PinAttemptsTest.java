package io.tidemark.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long one waits after wrong PINs. */
class PinAttemptsTest {
    private static final String MARY = "11";

    private final PinAttempts attempts = new PinAttempts(Map.of(), 0);

    @Test
    void four_wrong_ones_cost_nothing_and_the_fifth_half_a_minute() {
        for (int i = 1; i < PinAttempts.FREE; i++)
            assertThat(attempts.wrong(MARY, 0)).isEqualTo(Duration.ZERO);

        assertThat(attempts.wrong(MARY, 0)).isEqualTo(PinAttempts.PAUSE);
        assertThat(attempts.pause(MARY, Duration.ofSeconds(10).toNanos()))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(attempts.pause(MARY, Duration.ofSeconds(30).toNanos())).isZero();
    }

    @Test
    void each_further_one_doubles_it_up_to_a_quarter_of_an_hour() {
        for (int i = 0; i < PinAttempts.FREE; i++) attempts.wrong(MARY, 0);

        assertThat(attempts.wrong(MARY, 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(attempts.wrong(MARY, 0)).isEqualTo(Duration.ofMinutes(2));
        for (int i = 0; i < 100; i++) attempts.wrong(MARY, 0);
        assertThat(attempts.wrong(MARY, 0)).isEqualTo(PinAttempts.PAUSE_MAX);
    }

    @Test
    void a_right_one_begins_anew_and_a_colleague_waits_for_nobody() {
        for (int i = 0; i < PinAttempts.FREE; i++) attempts.wrong(MARY, 0);

        assertThat(attempts.pause("12", 0)).isZero();
        attempts.right(MARY);

        assertThat(attempts.pause(MARY, 0)).isZero();
        assertThat(attempts.wrong(MARY, 0)).isZero();
    }

    @Test
    void a_restart_forgets_nothing_and_has_one_wait_the_whole_pause_again() {
        for (int i = 0; i <= PinAttempts.FREE; i++) attempts.wrong(MARY, 0);
        attempts.wrong("12", 0);
        long start = Duration.ofDays(1).toNanos();

        PinAttempts restarted = new PinAttempts(attempts.kept(), start);

        assertThat(restarted.pause(MARY, start)).isEqualTo(Duration.ofMinutes(1));
        assertThat(restarted.pause(MARY, start + Duration.ofMinutes(1).toNanos())).isZero();
        assertThat(restarted.wrong(MARY, start)).isEqualTo(Duration.ofMinutes(2));
        assertThat(restarted.pause("12", start)).isZero();
        assertThat(restarted.kept()).containsEntry("12", 1);
    }
}
