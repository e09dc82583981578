package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GivingWayTest {
    private static final long MILLI = 1_000_000;
    private static final long STEP = 20 * MILLI;

    private final GivingWay way = new GivingWay(1_000, 0);

    @Test
    void tables_rest_three_times_as_long_as_they_work_while_a_backlog_comes_in() {
        Duration rest = way.restAfter(1_000 + 5_000, 100 * MILLI, STEP);

        assertThat(rest).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void tables_do_not_rest_while_a_store_only_sells() {
        assertThat(way.restAfter(1_000 + 100, 100 * MILLI, STEP)).isZero();
    }

    @Test
    void tables_no_longer_rest_once_the_backlog_is_in() {
        way.restAfter(1_000 + 5_000, 100 * MILLI, STEP);

        assertThat(way.restAfter(1_000 + 5_000, 200 * MILLI, STEP)).isZero();
    }

    @Test
    void what_a_till_sells_beside_a_backlog_is_not_kept_from_the_tables_for_long() {
        Duration rest = way.restAfter(1_000 + 50_000, 1_000 * MILLI, 200 * MILLI);

        assertThat(rest).isEqualTo(GivingWay.REST_MAX);
    }
}
