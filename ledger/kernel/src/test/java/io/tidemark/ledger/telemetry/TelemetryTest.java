package io.tidemark.ledger.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** Checked in: another version reads these bytes. */
    private static final String GOLDEN =
            "8872746964656d61726b2d74656c656d657472791b000001a1fdfa4600078918231901a41a028000"
                    + "001a060000001a06e000001b00000002800000001b0000000400000000821851f41a01ee62808465"
                    + "302e312e306632352e302e316c74696c6c2d7838362d3467620482031905dc8238f90c8418781901"
                    + "4a190578192328";

    private static final String GOLDEN_CLOCK =
            "836e746964656d61726b2d636c6f636b071b000001a1fdfa4600";

    private final Telemetry full = Telemetries.full();

    @Test
    void a_telemetry_reads_back_as_it_was_said() {
        Telemetry bare = Telemetries.bare();

        assertThat(Telemetry.parse(full.toBytes())).isEqualTo(full);
        assertThat(Telemetry.parse(bare.toBytes())).isEqualTo(bare);
        assertThat(full.toBytes()).hasSizeLessThan(256);
    }

    @Test
    void its_bytes_are_those_that_are_checked_in() {
        assertThat(HexFormat.of().formatHex(full.toBytes())).isEqualTo(GOLDEN);
        assertThat(HexFormat.of().formatHex(new ClockTold(7, NOON).toBytes()))
                .isEqualTo(GOLDEN_CLOCK);
    }

    @Test
    void the_time_told_and_a_report_of_the_fleet_read_back() {
        ClockTold told = new ClockTold(7, NOON);
        FleetReport report =
                new FleetReport(
                        NOON,
                        3,
                        List.of(
                                new FleetReport.Device("till-1", true, NOON, NOON, 2, full),
                                new FleetReport.Device("till-2", false, NOON, null, 0, null)));

        assertThat(ClockTold.parse(told.toBytes())).isEqualTo(told);
        assertThat(FleetReport.parse(report.toBytes())).isEqualTo(report);
        FleetReport differing =
                report.with(
                        List.of(
                                new FleetReport.Differing(
                                        LocalDate.of(2026, 11, 20), 12, 1, true, "till-2 › head"),
                                new FleetReport.Differing(
                                        LocalDate.of(2026, 11, 21), 13, 0, false, "")));
        assertThat(FleetReport.parse(differing.toBytes())).isEqualTo(differing);
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        CborReader reader = new CborReader(full.toBytes());
        int items = reader.array();
        CborWriter later = new CborWriter().array(items + 1);
        for (int i = 0; i < items; i++) later.raw(reader.item());

        byte[] bytes = later.text("what comes later").toBytes();

        assertThat(Telemetry.parse(bytes)).isEqualTo(full);
    }

    @Test
    void what_is_cut_off_too_long_or_of_another_kind_is_refused() {
        byte[] bytes = full.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Telemetry.parse(cut)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> Telemetry.parse(new byte[Telemetry.BYTES_MAX + 1]))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("2048 are allowed");
        assertThatThrownBy(() -> Telemetry.parse(new ClockTold(1, NOON).toBytes()))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void damaged_bytes_are_read_or_refused_and_nothing_else_happens() {
        long seed = Long.getLong("seed", ThreadLocalRandom.current().nextLong());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] report =
                new FleetReport(
                                NOON,
                                3,
                                List.of(
                                        new FleetReport.Device(
                                                "till-1", true, NOON, NOON, 2, full)))
                        .toBytes();
        for (int i = 0; i < 5_000; i++) {
            readOrRefused(damaged(full.toBytes(), random), Telemetry::parse);
            readOrRefused(damaged(report, random), FleetReport::parse);
            readOrRefused(damaged(new ClockTold(7, NOON).toBytes(), random), ClockTold::parse);
        }
    }

    @Test
    void numbers_that_nothing_has_are_refused() {
        assertThatThrownBy(() -> new Machine.Battery(101, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unmarked(-1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Software("v".repeat(65), "", "", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--)
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        return random.nextInt(4) == 0
                ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
                : damaged;
    }

    private static void readOrRefused(byte[] bytes, Function<byte[], Object> parser) {
        try {
            assertThat(parser.apply(bytes)).isNotNull();
        } catch (Malformed refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
