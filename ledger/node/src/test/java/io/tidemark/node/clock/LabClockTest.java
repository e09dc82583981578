package io.tidemark.node.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabClockTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void a_clock_without_anchor_begins_at_its_start() {
        Clock clock = LabClock.parse("2010-12-01T08:00:00Z×60", at(NOW));

        assertThat(clock.instant()).isEqualTo("2010-12-01T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01T08:00:00Z@2026-11-21T09:00:00Z×60, 2010-12-03T20:00:00Z",
        "2010-12-01T08:00:00Z@2026-11-21T09:59:59.999Z×2.5, 2010-12-01T08:00:00.002500Z",
        "2010-12-01T08:00:00Z@2026-11-21T10:00:10Z×6, 2010-12-01T07:59:00Z",
        "2010-12-01T08:00:00Z@2026-11-21T09:00:00Zx1, 2010-12-01T09:00:00Z",
        "' 2010-12-01T08:00:00Z @ 2026-11-21T09:59:00Z ×0.5', 2010-12-01T08:00:30Z",
    })
    void time_passes_at_the_rate_since_the_anchor(String setting, Instant expected) {
        assertThat(LabClock.parse(setting, at(NOW)).instant()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01T08:00:00Z@2026-11-21T09:59:00Z×60..2010-12-01T08:30:00Z, 2010-12-01T08:30:30Z",
        "2010-12-01T08:00:00Z@2026-11-21T09:59:00Z×60..2010-12-01T10:00:00Z, 2010-12-01T09:00:00Z",
        "2010-12-01T08:00:00Z@2026-11-21T09:59:00Z×60..2010-12-01T09:00:00Z, 2010-12-01T09:00:00Z",
    })
    void from_its_end_on_it_passes_like_real_time(String setting, Instant expected) {
        assertThat(LabClock.parse(setting, at(NOW)).instant()).isEqualTo(expected);
    }

    @Test
    void an_end_before_the_start_is_refused() {
        assertThatThrownBy(() ->
                        LabClock.parse("2010-12-01T08:00:00Z×60..2010-12-01T07:00:00Z", at(NOW)))
                .hasMessageContaining("END is after its START");
    }

    @Test
    void two_nodes_of_one_setting_agree_whenever_they_start() {
        String setting = "2010-12-01T08:00:00Z@2026-11-21T09:00:00Z×600";

        Clock early = LabClock.parse(setting, at(NOW));
        Clock restarted = LabClock.parse(setting, at(NOW));

        assertThat(restarted.instant()).isEqualTo(early.instant());
    }

    @Test
    void a_rate_of_a_hundred_thousand_over_years_does_not_overflow() {
        Clock clock = LabClock.parse("2010-12-01T08:00:00Z@2020-01-01T00:00:00Z×100000", at(NOW));

        assertThat(Duration.between(Instant.EPOCH, clock.instant()).toDays()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2010-12-01×60",
                "2010-12-01T08:00:00Z",
                "2010-12-01T08:00:00Z×",
                "2010-12-01T08:00:00Z×0",
                "2010-12-01T08:00:00Z×-1",
                "2010-12-01T08:00:00Z×100001",
                "2010-12-01T08:00:00Z@×60",
                "2010-12-01T08:00:00Z@yesterday×60"
            })
    void a_setting_that_is_none_is_refused_with_what_to_write(String setting) {
        assertThatThrownBy(() -> LabClock.parse(setting, at(NOW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("laboratory clock");
    }

    @Test
    void a_shops_node_refuses_a_laboratory_clock() {
        assertThatThrownBy(() ->
                        LabClock.orReal(Optional.of("2010-12-01T08:00:00Z×60"), false, at(NOW)))
                .hasMessageContaining("this organisation is not a laboratory")
                .hasMessageContaining("without --lab-clock");
    }

    @Test
    void without_a_setting_the_clock_is_the_real_one() {
        Clock real = at(NOW);

        assertThat(LabClock.orReal(Optional.empty(), true, real)).isSameAs(real);
        assertThat(LabClock.orReal(Optional.empty(), false, real)).isSameAs(real);
    }

    @Test
    void another_zone_shows_the_same_instant() {
        Clock clock =
                LabClock.parse("2010-12-01T08:00:00Z×60", at(NOW))
                        .withZone(ZoneId.of("Asia/Tokyo"));

        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(clock.instant()).isEqualTo("2010-12-01T08:00:00Z");
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
