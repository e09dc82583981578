package io.tidemark.node.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    void time_goes_on_by_what_has_passed_even_where_the_counter_turns_over() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        SteadyClock clock = SteadyClock.from(START, nanos::get);

        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
    }
}
