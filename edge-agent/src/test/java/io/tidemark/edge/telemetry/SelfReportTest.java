package io.tidemark.edge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.ledger.telemetry.Unmarked;
import io.tidemark.node.telemetry.ForceTimes;
import io.tidemark.node.telemetry.MachineGauge;
import io.tidemark.node.telemetry.OwnTelemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfReportTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Telemetry> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger woken = new AtomicInteger();
    private volatile boolean online = true;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private SelfReport report;

    @BeforeEach
    void open() throws IOException {
        OwnTelemetry own =
                new OwnTelemetry(
                        new OwnTelemetry.Sources(
                                new MachineGauge(directory, () -> NOON),
                                new ForceTimes(),
                                () -> new Software("0.1.0", "25", "till", 3),
                                () -> Unmarked.NONE,
                                () -> NOON));
        report =
                new SelfReport(
                        own,
                        Duration.ofHours(1),
                        new SelfReport.Way(this::status, woken::incrementAndGet));
    }

    @Test
    void a_connection_is_told_at_once_and_again_when_the_clock_is_known() throws Exception {
        online = false;
        try (AutoCloseable _ = report.start()) {
            online = true;
            report.connected();
            await().until(this::says);
            assertThat(said.getFirst().clock()).isNull();

            report.heard(new ClockTold(said.getFirst().number(), NOON).toBytes());

            await().until(this::says);
            assertThat(said.getLast().clock()).isNotNull();
            assertThat(woken).hasValueGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void offline_nothing_waits() throws Exception {
        online = false;
        try (AutoCloseable _ = report.start()) {
            report.connected();

            await().during(Duration.ofMillis(100)).until(() -> !says());
        }
    }

    @Test
    void what_was_not_sent_waits_until_there_is_room() throws Exception {
        try (AutoCloseable _ = report.start()) {
            await().until(() -> woken.get() > 0);
            report.say(_ -> false);

            assertThat(says()).isTrue();
            assertThat(says()).isFalse();
        }
    }

    private boolean says() {
        int before = said.size();
        report.say(bytes -> said.add(Telemetry.parse(bytes)));
        return said.size() > before;
    }

    private SyncStatus status() {
        return new SyncStatus(online, "", Optional.empty(), Optional.empty(), false);
    }
}
