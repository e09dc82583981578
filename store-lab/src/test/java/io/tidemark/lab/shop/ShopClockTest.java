package io.tidemark.lab.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShopClockTest {
    private static final Instant OPEN = Instant.parse("2011-12-05T08:00:00Z");
    private static final Instant CLOSE = Instant.parse("2011-12-05T18:00:00Z");
    private static final Instant ANCHOR = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void ten_hours_pass_in_fifty_seconds() {
        ShopClock clock = ShopClock.over(OPEN, CLOSE, ANCHOR, Duration.ofSeconds(50));

        assertThat(clock.setting())
                .isEqualTo(
                        "2011-12-05T08:00:00Z@2026-11-21T12:00:00Zx720.000..2011-12-05T18:00:00Z");
        assertThat(clock.realAt(CLOSE)).isEqualTo(ANCHOR.plusSeconds(50));
        assertThat(clock.labAtShare(0.5)).isEqualTo("2011-12-05T13:00:00Z");
    }

    @Test
    void a_short_day_never_passes_more_slowly_than_the_real_time() {
        ShopClock clock = ShopClock.over(OPEN, OPEN.plusSeconds(5), ANCHOR, Duration.ofSeconds(50));

        assertThat(clock.realAt(OPEN.plusSeconds(5))).isEqualTo(ANCHOR.plusSeconds(5));
    }
}
