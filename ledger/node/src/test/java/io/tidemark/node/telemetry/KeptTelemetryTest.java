package io.tidemark.node.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.node.kept.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTelemetryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final KeepingRule RULE =
            new KeepingRule(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofDays(2), 1_000);

    @TempDir private Path directory;

    private final List<String> notices = new ArrayList<>();
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private Instant now = NOON;
    private TelemetryPlace place;
    private KeptTelemetry kept;

    @BeforeEach
    void open() {
        place = new TelemetryPlace(directory.resolve("telemetry"), new byte[32]);
        kept = reopened();
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void what_was_heard_is_there_after_a_restart() {
        heard("till-1", NOON);
        heard("till-2", NOON.plusSeconds(1));
        heard("till-1", NOON.plusSeconds(10));
        kept.close();

        kept = reopened();
        kept.step();

        assertThat(times("till-1")).containsExactly(NOON, NOON.plusSeconds(10));
        assertThat(kept.last())
                .extracting(Heard::node)
                .containsExactlyInAnyOrder("till-1", "till-2");
        assertThat(kept.of("till-1", NOON.plusSeconds(5), 10)).hasSize(1);
        assertThat(kept.of("till-3", NOON, 10)).isEmpty();
    }

    @Test
    void how_long_something_took_is_known_at_once_and_after_a_restart_and_the_oldest_gives_way() {
        kept.keepLasted("2026-11-20 close-down 0", Duration.ofMillis(350));
        assertThat(kept.lasted("2026-11-20 close-down 0")).contains(Duration.ofMillis(350));
        kept.close();

        kept = reopened();
        kept.step();

        assertThat(kept.lasted("2026-11-20 close-down 0")).contains(Duration.ofMillis(350));
        assertThat(kept.lasted("2026-11-20 close-down 1")).isEmpty();
        for (int i = 0; i < TelemetryTables.LASTED_MAX; i++)
            kept.keepLasted("2027 " + i, Duration.ofMillis(i));
        kept.step();
        assertThat(kept.lasted("2026-11-20 close-down 0")).isEmpty();
        assertThat(kept.lasted("2027 0")).contains(Duration.ZERO);
    }

    @Test
    void the_same_moment_twice_is_kept_once() {
        heard("till-1", NOON);
        heard("till-1", NOON);

        kept.step();

        assertThat(times("till-1")).containsExactly(NOON);
    }

    @Test
    void after_a_while_one_of_each_span_is_left_and_later_none() {
        for (int second = 0; second < 900; second += 60) heard("till-1", NOON.plusSeconds(second));
        kept.step();
        assertThat(times("till-1")).hasSize(15);

        now = NOON.plus(Duration.ofHours(3));
        kept.step();
        assertThat(times("till-1"))
                .containsExactly(NOON, NOON.plusSeconds(300), NOON.plusSeconds(600));

        now = NOON.plus(Duration.ofDays(3));
        kept.step();
        assertThat(times("till-1")).isEmpty();
    }

    @Test
    void more_rows_than_the_most_drive_out_the_oldest() {
        for (int second = 0; second < 1_010; second++) heard("till-1", NOON.plusSeconds(second));

        kept.step();

        assertThat(times("till-1")).hasSize(1_000).first().isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void rows_from_the_future_go_too() {
        heard("till-1", NOON.plus(Duration.ofDays(400)));

        kept.step();

        assertThat(times("till-1")).isEmpty();
    }

    @Test
    void a_damaged_database_is_put_aside_and_begun_anew_with_a_notice() throws IOException {
        long seed = Long.getLong("seed", ThreadLocalRandom.current().nextLong());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        heard("till-1", NOON);
        kept.close();
        byte[] garbage = new byte[(int) Files.size(place.file())];
        random.nextBytes(garbage);
        Files.write(place.file(), garbage);

        kept = reopened();
        heard("till-1", NOON.plusSeconds(20));
        kept.step();

        assertThat(times("till-1")).containsExactly(NOON.plusSeconds(20));
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("was damaged", place.aside().toString(), "a new one is begun");
        assertThat(Files.readAllBytes(place.aside())).isEqualTo(garbage);
    }

    @Test
    void one_whose_opening_ended_the_process_is_not_opened_again() throws IOException {
        heard("till-1", NOON);
        kept.close();
        place.beginOpening();

        kept = reopened();
        kept.step();

        assertThat(kept.last()).isEmpty();
        assertThat(notices).singleElement().asString().contains("when the process ended");
        assertThat(place.isSuspect()).isFalse();
    }

    @Test
    void where_it_cannot_be_kept_at_all_nothing_else_is_disturbed_and_it_is_tried_again()
            throws IOException {
        kept.close();
        Path blocked = directory.resolve("blocked");
        Files.writeString(blocked, "a file where a directory should be");
        place = new TelemetryPlace(blocked, new byte[32]);
        kept = reopened();
        heard("till-1", NOON);
        kept.step();
        assertThat(notices).anyMatch(notice -> notice.contains("not kept just now"));

        Files.delete(blocked);
        heard("till-1", NOON.plusSeconds(30));
        kept.step();
        assertThat(kept.last()).isEmpty();
        now = NOON.plus(KeptTelemetry.AGAIN_AFTER);
        heard("till-1", NOON.plusSeconds(60));
        kept.step();

        assertThat(times("till-1")).containsExactly(NOON.plusSeconds(60));
    }

    @Test
    void a_disk_that_is_nearly_full_is_left_to_the_journals() {
        heard("till-1", NOON);
        room.set(Room.BYTES_MIN - 1);

        kept.step();
        room.set(Room.BYTES_MIN);
        heard("till-1", NOON.plusSeconds(10));
        kept.step();

        assertThat(times("till-1")).containsExactly(NOON.plusSeconds(10));
    }

    @Test
    void what_waits_is_bounded_and_the_oldest_gives_way() {
        kept.close();
        kept =
                KeptTelemetry.stepped(
                        new TelemetryPlace(directory.resolve("wide"), new byte[32]),
                        ports(KeepingRule.days(14)));
        for (int i = 0; i < KeptTelemetry.WAITING_MAX + 5; i++) heard("till-1", NOON.plusMillis(i));

        kept.step();

        assertThat(kept.of("till-1", Instant.EPOCH, Integer.MAX_VALUE))
                .hasSize(KeptTelemetry.WAITING_MAX)
                .first()
                .extracting(Heard::at)
                .isEqualTo(NOON.plusMillis(5));
    }

    @Test
    void on_its_own_thread_it_writes_by_itself() {
        kept.close();
        kept = KeptTelemetry.start(place, ports(RULE));

        heard("till-1", NOON);

        await().until(() -> !kept.last().isEmpty());
    }

    private KeptTelemetry reopened() {
        return KeptTelemetry.stepped(place, ports(RULE));
    }

    private KeptTelemetry.Ports ports(KeepingRule rule) {
        return new KeptTelemetry.Ports(rule, () -> now, room::get, notices::add);
    }

    private void heard(String node, Instant at) {
        kept.keep(new Heard(node, at, TelemetryAtHand.of(1, at)));
    }

    private List<Instant> times(String node) {
        return kept.of(node, Instant.EPOCH, Integer.MAX_VALUE).stream().map(Heard::at).toList();
    }
}
