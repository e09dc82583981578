package io.tidemark.fog.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.FleetReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FleetReportingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Duration every = Duration.ofMillis(10);
    private final AtomicLong number = new AtomicLong();
    private final List<FleetReport> told = new CopyOnWriteArrayList<>();
    private final List<ClockOffset> clocks = new CopyOnWriteArrayList<>();
    private final List<Throwable> broken = new CopyOnWriteArrayList<>();

    @Test
    void head_office_is_told_again_and_again_and_tells_what_time_it_is() {
        try (FleetReporting reporting = reporting(this::heard)) {
            reporting.start(broken::add);

            await().until(() -> told.size() >= 3 && clocks.size() >= 3);
        }

        assertThat(clocks.getFirst())
                .isEqualTo(new ClockOffset(Duration.ofSeconds(-3), Duration.ofMillis(1)));
        assertThat(broken).isEmpty();
    }

    @Test
    void a_head_office_that_is_away_is_told_the_next_one_when_it_is_back() {
        FleetLink away =
                report -> {
                    if (report.number() < 3) throw new IOException("nobody there");
                    return heard(report);
                };
        try (FleetReporting reporting = reporting(away)) {
            reporting.start(broken::add);

            await().until(() -> !told.isEmpty());
        }

        assertThat(told.getFirst().number()).isEqualTo(3);
        assertThat(broken).isEmpty();
    }

    @Test
    void news_are_told_without_waiting_for_the_time() {
        every = Duration.ofHours(1);
        try (FleetReporting reporting = reporting(this::heard)) {
            reporting.start(broken::add);
            await().until(() -> told.size() == 1);

            reporting.news();

            await().until(() -> told.size() == 2);
        }
    }

    private ClockTold heard(FleetReport report) {
        told.add(report);
        return new ClockTold(report.number(), NOON.plusSeconds(3));
    }

    private FleetReporting reporting(FleetLink link) {
        return new FleetReporting(
                () -> new FleetReport(NOON, number.incrementAndGet(), List.of()),
                link,
                new FleetReporting.OwnClock(() -> NOON, clocks::add),
                new FleetReporting.Pace(every, Duration.ofMillis(1)));
    }
}
