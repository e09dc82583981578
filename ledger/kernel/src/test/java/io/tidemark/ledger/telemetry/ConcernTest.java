package io.tidemark.ledger.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcernTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Machine WELL =
            Telemetries.machine(new Machine.Battery(81, false), 10L << 30);

    @Test
    void a_device_that_is_well_is_nobodys_concern() {
        assertThat(Concern.of(Telemetries.full(), Telemetries.STORE)).isEmpty();
        assertThat(Concern.of(Telemetries.bare(), new Software("", "", "", 0))).isEmpty();
    }

    @Test
    void a_clock_is_flagged_only_where_it_is_off_whatever_the_error() {
        assertThat(texts(clock(-2_500, 400)))
                .containsExactly("its clock is 2.5 s behind: set it by the network's time");
        assertThat(texts(clock(61_250, 400)))
                .containsExactly("its clock is 61.2 s ahead: set it by the network's time");
        assertThat(texts(clock(2_500, 600))).isEmpty();
        assertThat(texts(clock(2_000, 0))).isEmpty();
    }

    @Test
    void a_clock_is_measured_against_the_middle_of_question_and_answer() {
        ClockOffset offset =
                ClockOffset.between(NOON, NOON.plusMillis(5_050), NOON.plusMillis(100))
                        .orElseThrow();

        assertThat(offset)
                .isEqualTo(new ClockOffset(Duration.ofMillis(-5_000), Duration.ofMillis(51)));
        assertThat(ClockOffset.between(NOON, NOON, NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void the_true_offset_lies_within_the_error_however_unequal_the_ways() {
        for (int there = 0; there <= 80; there++)
            for (int back = 0; back <= 80; back += 5) {
                ClockOffset offset =
                        ClockOffset.between(
                                        NOON.plusMillis(3_000),
                                        NOON.plusMillis(there),
                                        NOON.plusMillis(3_000 + there + back))
                                .orElseThrow();

                assertThat(offset.ahead().minusMillis(3_000).abs())
                        .isLessThanOrEqualTo(offset.error());
            }
    }

    @Test
    void a_low_battery_is_flagged_unless_it_is_being_charged() {
        assertThat(texts(battery(20, false)))
                .containsExactly("battery at 20 %: put it in its cradle");
        assertThat(texts(battery(20, true))).isEmpty();
        assertThat(texts(battery(21, false))).isEmpty();
    }

    @Test
    void a_disk_is_flagged_below_a_part_of_it() {
        assertThat(texts(disk(400L << 20)))
                .containsExactly(
                        "400 MiB left on its disk: free some space before it stops taking payments");
        assertThat(texts(disk(1L << 30))).isEmpty();
    }

    @Test
    void what_waits_long_to_be_taken_is_flagged() {
        assertThat(texts(unmarked(1, Duration.ofMinutes(6))))
                .containsExactly("1 entry waits to be taken, the oldest for 6 minutes");
        assertThat(texts(unmarked(9_000, Duration.ofMinutes(5)))).isEmpty();
    }

    @Test
    void a_slow_disk_is_flagged_once_there_are_enough_forces_to_tell() {
        assertThat(texts(forces(20, 300_000)))
                .containsExactly("its disk is slow: one force in a hundred takes more than 300 ms");
        assertThat(texts(forces(19, 300_000))).isEmpty();
        assertThat(texts(forces(500, 250_000))).isEmpty();
    }

    @Test
    void versions_that_are_not_the_stores_are_flagged() {
        assertThat(texts(software(new Software("0.1.0", "", "", 3))))
                .containsExactly("it sells by master data v3, its store has v4");
        assertThat(texts(software(new Software("0.1.0", "", "", 0))))
                .containsExactly("it has no master data yet");
        assertThat(texts(software(new Software("0.0.9", "", "", 4))))
                .containsExactly("it runs Tidemark 0.0.9, its gateway 0.1.0");
    }

    private static List<String> texts(Telemetry telemetry) {
        return Concern.of(telemetry, Telemetries.STORE).stream().map(Concern::text).toList();
    }

    private static Telemetry clock(long aheadMillis, long errorMillis) {
        ClockOffset offset =
                new ClockOffset(Duration.ofMillis(aheadMillis), Duration.ofMillis(errorMillis));
        return new Telemetry(NOON, 1, WELL, Telemetries.STORE, Unmarked.NONE, offset, null);
    }

    private static Telemetry battery(int percent, boolean charging) {
        return on(Telemetries.machine(new Machine.Battery(percent, charging), 10L << 30));
    }

    private static Telemetry disk(long free) {
        return on(Telemetries.machine(new Machine.Battery(81, false), free));
    }

    private static Telemetry on(Machine machine) {
        return new Telemetry(NOON, 1, machine, Telemetries.STORE, Unmarked.NONE, null, null);
    }

    private static Telemetry unmarked(long entries, Duration oldest) {
        Unmarked unmarked = new Unmarked(entries, oldest);
        return new Telemetry(NOON, 1, WELL, Telemetries.STORE, unmarked, null, null);
    }

    private static Telemetry forces(long count, long p99) {
        Forces forces = new Forces(count, 300, p99, p99);
        return new Telemetry(NOON, 1, WELL, Telemetries.STORE, Unmarked.NONE, null, forces);
    }

    private static Telemetry software(Software software) {
        return new Telemetry(NOON, 1, WELL, software, Unmarked.NONE, null, null);
    }
}
