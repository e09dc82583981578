package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.store.StoreCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By when a day should be closed, in a store in Oslo whose days begin at four. */
class DeadlineTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void unless_the_store_says_otherwise_it_is_the_beginning_of_the_next_day() {
        assertThat(deadline("2026-11-21T02:59:59Z").isPassed(FRIDAY)).isFalse();
        assertThat(deadline("2026-11-21T03:00:00Z").isPassed(FRIDAY)).isTrue();
    }

    @Test
    void an_evenings_time_is_on_the_day_itself() {
        assertThat(deadline("2026-11-20T21:29:00Z", "22:30").isPassed(FRIDAY)).isFalse();
        assertThat(deadline("2026-11-20T21:30:00Z", "22:30").isPassed(FRIDAY)).isTrue();
    }

    @Test
    void a_time_until_noon_is_on_the_next_date() {
        assertThat(deadline("2026-11-20T09:00:00Z", "06:00").isPassed(FRIDAY)).isFalse();
        assertThat(deadline("2026-11-20T09:00:00Z", "06:00").of(FRIDAY))
                .isEqualTo(Instant.parse("2026-11-21T05:00:00Z"));
        assertThat(deadline("2026-11-20T09:00:00Z", "12:00").of(FRIDAY))
                .isEqualTo(Instant.parse("2026-11-21T11:00:00Z"));
    }

    @Test
    void it_is_the_time_on_the_wall_on_the_day_the_clocks_go_back_too() {
        LocalDate saturday = LocalDate.of(2026, 10, 24);

        assertThat(deadline("2026-10-24T09:00:00Z", "06:00").of(saturday))
                .isEqualTo(Instant.parse("2026-10-25T05:00:00Z"));
        assertThat(deadline("2026-10-24T09:00:00Z", "22:30").of(saturday))
                .isEqualTo(Instant.parse("2026-10-24T20:30:00Z"));
    }

    private static Deadline deadline(String now) {
        return new Deadline(calendar(now), Optional.empty());
    }

    private static Deadline deadline(String now, String closeBy) {
        return new Deadline(calendar(now), Optional.of(LocalTime.parse(closeBy)));
    }

    private static StoreCalendar calendar(String now) {
        return new StoreCalendar(OSLO, 4, Clock.fixed(Instant.parse(now), OSLO));
    }
}
