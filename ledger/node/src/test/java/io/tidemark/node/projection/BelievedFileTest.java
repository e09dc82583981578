package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which file a start finds and believes, and which it builds anew. */
class BelievedFileTest extends FollowedTills {
    @Test
    void a_file_that_was_closed_cleanly_is_believed() {
        Contents before = closedAfter(till1, till2);

        try (Projection again = started(till1, till2)) {
            assertThat(again.status().rebuilds()).isZero();
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    @Test
    void a_file_that_was_not_closed_is_believed_when_its_digest_holds() throws IOException {
        closedAfter(till1, till2);
        Files.delete(marker());

        try (Projection again = started(till1, till2)) {
            assertThat(again.status().rebuilds()).isZero();
        }
    }

    @Test
    void a_node_that_was_killed_finds_the_same_rows() throws IOException {
        Path killed = directory.resolve("killed");
        Contents before;
        try (Projection running = started(till1, till2)) {
            before = Contents.of(running);
            Files.createDirectories(killed);
            Files.copy(file(), killed.resolve("shop.mv.db"));
        }

        try (Projection again =
                Projection.start(
                        new ProjectionPlace(killed, KEY), new Shop(), List.of(till1, till2))) {
            assertThat(again.awaitReadable(SOON)).isTrue();
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    @Test
    void a_file_that_is_gone_is_built_anew() throws IOException {
        Contents before = closedAfter(till1, till2);
        Files.delete(file());

        try (Projection again = started(till1, till2)) {
            assertThat(again.status().rebuilds()).isOne();
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    @Test
    void an_old_copy_that_was_put_back_catches_up() throws IOException {
        closedAfter(till1.upTo(100), till2.upTo(10));
        Path copy = Files.copy(file(), directory.resolve("copy"));
        Contents before = closedAfter(till1, till2);
        Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);

        try (Projection again = started(till1, till2)) {
            assertThat(again.status().rebuilds()).isZero();
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    @Test
    void another_nodes_file_is_not_believed() throws IOException {
        Contents before = closedAfter(till1);
        Path other = directory.resolve("other");
        ProjectionPlace place = new ProjectionPlace(other, KEY);
        try (Projection another = Projection.start(place, new Shop(), List.of(till2))) {
            assertThat(another.awaitReadable(SOON)).isTrue();
        }
        Files.copy(other.resolve("shop.mv.db"), file(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(other.resolve("shop.clean"), marker(), StandardCopyOption.REPLACE_EXISTING);

        try (Projection again = started(till1)) {
            assertThat(again.status().rebuilds()).isOne();
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    @Test
    void a_file_under_another_key_is_not_believed() {
        Contents before = closedAfter(till1);
        byte[] otherKey = KEY.clone();
        otherKey[0] = 1;

        try (Projection again =
                Projection.start(
                        new ProjectionPlace(directory, otherKey), new Shop(), List.of(till1))) {
            assertThat(again.awaitReadable(SOON)).isTrue();
            assertThat(again.status().rebuilds()).isOne();
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    @Test
    void a_file_ahead_of_its_journal_is_not_believed() {
        closedAfter(till1);
        MemoryJournal shorter = till1.upTo(299);

        try (Projection again = started(shorter)) {
            assertThat(again.status().rebuilds()).isOne();
            assertThat(count("receipt", again)).isEqualTo(299);
        }
    }

    @Test
    void a_file_that_followed_another_branch_is_not_believed() {
        MemoryJournal branch = till1.upTo(299);
        branch.append(Shop.entry(99));
        closedAfter(branch);

        try (Projection again = started(till1)) {
            assertThat(again.status().rebuilds()).isOne();
        }
    }

    @Test
    void a_file_of_an_older_version_is_built_anew() {
        closedAfter(till1);

        try (Projection again = Projection.start(place(), new Shop(2), List.of(till1))) {
            assertThat(again.awaitReadable(SOON)).isTrue();
            assertThat(again.status().rebuilds()).isOne();
        }
    }

    @Test
    void a_file_made_by_other_scripts_is_built_anew() {
        closedAfter(till1);
        Shop changed =
                new Shop() {
                    @Override
                    public String migrations() {
                        return "classpath:db/shop-changed";
                    }
                };

        try (Projection again = Projection.start(place(), changed, List.of(till1))) {
            assertThat(again.awaitReadable(SOON)).isTrue();
            assertThat(again.status().rebuilds()).isOne();
            assertThat(again.status().detail()).doesNotContain("cannot be read");
        }
    }

    @Test
    void the_file_holds_nothing_in_clear() throws IOException {
        closedAfter(till1);

        String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);

        assertThat(bytes).doesNotContain("till-1").doesNotContain("plu1").doesNotContain("RECEIPT");
    }

    @Test
    void a_file_lost_under_a_running_node_is_noticed_at_the_latest_by_the_next_start()
            throws IOException {
        Contents before;
        try (Projection running = started(till1)) {
            before = Contents.of(running);
            Files.delete(file());
        }

        try (Projection again = started(till1)) {
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    @Test
    void a_look_at_a_stopped_nodes_file_changes_nothing() throws IOException {
        closedAfter(till1);
        byte[] before = Files.readAllBytes(file());

        assertThat(Projection.doubts(place(), new Shop(), List.of(till1))).isEmpty();

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(marker()).exists();
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file(), marker());
        }
    }
}
