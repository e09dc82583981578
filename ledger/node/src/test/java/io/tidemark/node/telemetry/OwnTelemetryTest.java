package io.tidemark.node.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.Forces;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.ledger.telemetry.Unmarked;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTelemetryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String STATUS = "Name:\tjava\nVmRSS:\t  112640 kB\n";

    @TempDir private Path directory;

    private final ForceTimes forces = new ForceTimes();
    private Path proc;
    private Path supplies;
    private volatile Unmarked unmarked = Unmarked.NONE;
    private volatile long masterData = 3;
    private Instant now = NOON;

    @BeforeEach
    void machine() throws IOException {
        proc = directory.resolve("proc");
        Files.createDirectories(proc.resolve("self"));
        supplies = Files.createDirectories(directory.resolve("supplies"));
        Files.writeString(proc.resolve("self/status"), STATUS);
        ticks(1_000, 9_000, 100);
    }

    @Test
    void load_is_what_went_by_since_the_question_before() throws IOException {
        MachineGauge gauge = gauge();
        assertThat(gauge.read().wholeCpu()).isNull();

        ticks(1_300, 9_700, 160);
        now = now.plusSeconds(10);
        Machine machine = gauge.read();

        assertThat(machine.wholeCpu()).isEqualTo(300);
        assertThat(machine.nodeCpu()).isEqualTo(60);
        assertThat(machine.resident()).isEqualTo(110L << 20);
        assertThat(machine.uptime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(machine.diskTotal()).isGreaterThan(machine.diskFree());
    }

    @Test
    void a_battery_is_told_and_that_of_a_scanner_is_not() throws IOException {
        assertThat(gauge().read().battery()).isNull();
        supply("mouse", "type", "Battery", "scope", "Device", "capacity", "7");
        supply("mains", "type", "Mains", "online", "1");
        assertThat(gauge().read().battery()).isNull();

        supply("BAT0", "type", "Battery", "capacity", "64", "status", "Discharging");
        assertThat(gauge().read().battery()).isEqualTo(new Machine.Battery(64, false));

        supply("BAT0", "status", "Full");
        assertThat(gauge().read().battery()).isEqualTo(new Machine.Battery(64, true));
    }

    @Test
    void on_a_machine_that_tells_nothing_the_rest_is_told_all_the_same() throws IOException {
        Path nowhere = directory.resolve("nowhere");

        Machine machine =
                new MachineGauge(directory, () -> now, new MachineGauge.Kernel(nowhere, nowhere))
                        .read();

        assertThat(machine.nodeCpu()).isNull();
        assertThat(machine.resident()).isNull();
        assertThat(machine.memory().heapMax()).isPositive();
    }

    @Test
    void this_machine_can_be_measured() throws IOException {
        MachineGauge gauge = new MachineGauge(directory, () -> now);

        assertThat(gauge.read().diskTotal()).isPositive();
    }

    @Test
    void half_and_all_but_one_in_a_hundred_forces_are_told_within_a_sixteenth() {
        Random random = new Random(7);
        long[] micros = random.longs(10_000, 100, 50_000).sorted().toArray();
        LongStream.of(micros).forEach(each -> forces.accept(each * 1_000));

        Forces told = forces.take().orElseThrow();

        assertThat(told.count()).isEqualTo(10_000);
        assertThat(told.p50()).isBetween(micros[4_999], micros[4_999] * 17 / 16 + 1);
        assertThat(told.p99()).isBetween(micros[9_899], micros[9_899] * 17 / 16 + 1);
        assertThat(told.longest()).isBetween(micros[9_999], micros[9_999] * 17 / 16 + 1);
        assertThat(forces.take()).isEmpty();
    }

    @Test
    void a_force_beyond_a_minute_and_one_of_no_time_are_counted() {
        forces.accept(0);
        forces.accept(Long.MAX_VALUE);

        Forces told = forces.take().orElseThrow();

        assertThat(told.p50()).isZero();
        assertThat(told.longest()).isGreaterThanOrEqualTo(Duration.ofMinutes(1).toMillis() * 1_000);
    }

    @Test
    void a_measured_disk_times_its_forces_and_nothing_else() throws IOException {
        var disk = new MeasuredDisk(new FileStorage(directory.resolve("journal")), forces);
        try (var file = disk.open("segment")) {
            file.write(0, ByteBuffer.wrap(new byte[100]));
            file.force();
            file.force();
        }

        assertThat(forces.take().orElseThrow().count()).isEqualTo(2);
    }

    @Test
    void the_clock_is_told_in_the_telemetry_after_the_one_that_asked() throws IOException {
        OwnTelemetry own = own();
        Telemetry first = own.measure();
        now = now.plusMillis(40);

        own.heard(new ClockTold(first.number(), NOON.minusMillis(5_000)));

        assertThat(first.clock()).isNull();
        assertThat(own.measure().clock())
                .isEqualTo(new ClockOffset(Duration.ofMillis(5_020), Duration.ofMillis(21)));
    }

    @Test
    void an_answer_to_an_earlier_question_tells_nothing() throws IOException {
        OwnTelemetry own = own();
        Telemetry first = own.measure();
        own.measure();

        own.heard(new ClockTold(first.number(), NOON));

        assertThat(own.clock()).isEmpty();
    }

    @Test
    void what_cannot_be_measured_stops_nothing() throws IOException {
        List<Telemetry> taken = new CopyOnWriteArrayList<>();
        Files.writeString(proc.resolve("stat"), "nonsense");
        try (var timer = TelemetryTimer.start(Duration.ofMillis(20), own(), taken::add)) {
            await().during(Duration.ofMillis(100)).until(taken::isEmpty);

            ticks(1_000, 9_000, 100);

            await().until(() -> taken.size() >= 2);
            timer.wake();
        }
    }

    @Test
    void what_is_over_is_told_without_waiting_for_the_time() throws Exception {
        List<Telemetry> taken = new CopyOnWriteArrayList<>();
        unmarked = new Unmarked(7, Duration.ofHours(3));
        try (var _ = TelemetryTimer.start(Duration.ofHours(1), own(), taken::add)) {
            await().until(() -> taken.size() == 1);

            unmarked = Unmarked.NONE;
            await().until(() -> taken.size() == 2);
            masterData = 4;
            await().until(() -> taken.size() == 3);
        }

        assertThat(taken.get(1).unmarked()).isEqualTo(Unmarked.NONE);
        assertThat(taken.get(2).software().masterData()).isEqualTo(4);
    }

    @Test
    void what_waits_as_long_as_it_may_is_no_news() throws Exception {
        OwnTelemetry own = own();
        own.measure();

        unmarked = new Unmarked(2, Duration.ofSeconds(3));

        assertThat(own.hasNews()).isFalse();
    }

    private OwnTelemetry own() throws IOException {
        return new OwnTelemetry(
                new OwnTelemetry.Sources(
                        gauge(),
                        forces,
                        () -> new Software("0.1.0", "25", "till", masterData),
                        () -> unmarked,
                        () -> now));
    }

    private MachineGauge gauge() throws IOException {
        return new MachineGauge(directory, () -> now, new MachineGauge.Kernel(proc, supplies));
    }

    private void ticks(long busy, long idle, long own) throws IOException {
        Files.writeString(
                proc.resolve("stat"), "cpu  " + busy + " 0 0 " + idle + " 0 0 0 0 0 0\ncpu0 1 2\n");
        Files.writeString(
                proc.resolve("self/stat"),
                "42 (a (strange) name) S 1 1 1 0 -1 4194304 10 0 0 0 " + own + " 0 0 0 20 0");
    }

    private void supply(String name, String... said) throws IOException {
        Path supply = Files.createDirectories(supplies.resolve(name));
        for (int i = 0; i < said.length; i += 2)
            Files.writeString(supply.resolve(said[i]), said[i + 1] + "\n");
    }
}
