package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What holds for the tables of every node. A deployable's test extends it and brings its schema and
 * journals with every kind of entry that the node meets.
 */
@Timeout(300)
public abstract class ProjectionSchemaContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] KEY = {1, 2, 3, 4};
    private static final int UNKNOWN_TYPE = 60_000;

    @TempDir private Path directory;

    protected abstract ProjectionSchema schema();

    /**
     * New ones at each call, always with the same entries; several where the node follows several.
     */
    protected abstract List<MemoryJournal> journals();

    @Test
    void entries_make_rows() {
        assertThat(built(journals()).rowsByTable().values())
                .as("rows by table")
                .anyMatch(rows -> !rows.isEmpty());
    }

    @Test
    void rows_do_not_depend_on_the_order_between_journals() {
        Contents expected = built(journals());

        try (Projection projection = started("one-by-one", List.of())) {
            for (MemoryJournal journal : journals().reversed()) {
                projection.follow(journal);
                assertThat(projection.awaitApplied(journal.id(), journal.forced().sequence(), SOON))
                        .as(projection.status().detail())
                        .isTrue();
            }
            assertThat(Contents.of(projection)).isEqualTo(expected);
        }
    }

    @Test
    void rows_do_not_depend_on_which_entries_share_a_transaction() {
        Contents expected = built(journals());
        List<MemoryJournal> growing = new ArrayList<>();
        for (MemoryJournal journal : journals()) growing.add(new MemoryJournal(journal.id()));

        try (Projection projection = started("entry-by-entry", growing)) {
            for (MemoryJournal journal : journals()) grow(journal, growing, projection);
            assertThat(Contents.of(projection)).isEqualTo(expected);
        }
    }

    @Test
    void a_clean_stop_is_believed_and_a_loss_is_built_again() throws IOException {
        Contents expected = built(journals());

        try (Projection again = started("built", journals())) {
            assertThat(again.status().rebuilds()).isZero();
            assertThat(Contents.of(again)).isEqualTo(expected);
        }
        new H2File(place("built"), schema().name()).delete();
        try (Projection anew = started("built", journals())) {
            assertThat(anew.status().rebuilds()).isOne();
            assertThat(Contents.of(anew)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_file_shows_the_same_rows(Damage damage) throws IOException {
        Contents expected = built(journals());
        H2File file = new H2File(place("built"), schema().name());
        Files.delete(file.marker());
        damage.inflict(file.path(), new Random(damage.ordinal()));

        try (Projection again = started("built", journals())) {
            assertThat(Contents.of(again)).isEqualTo(expected);
        }
    }

    @Test
    void an_entry_of_a_newer_version_is_taken() {
        List<MemoryJournal> newer = journals();
        newer.forEach(journal -> journal.append(unknown()));

        try (Projection projection = started("newer", newer)) {
            for (MemoryJournal journal : newer)
                assertThat(projection.awaitApplied(journal.id(), journal.forced().sequence(), SOON))
                        .isTrue();
        }
    }

    @Test
    void an_entry_that_nobody_can_read_is_taken() {
        List<MemoryJournal> odd = journals();
        odd.forEach(
                journal -> journal.append(new EntryBytes(new byte[] {(byte) 0xff}, new byte[0])));

        try (Projection projection = started("odd", odd)) {
            for (MemoryJournal journal : odd)
                assertThat(projection.awaitApplied(journal.id(), journal.forced().sequence(), SOON))
                        .isTrue();
        }
    }

    private Contents built(List<MemoryJournal> journals) {
        try (Projection projection = started("built", journals)) {
            return Contents.of(projection);
        }
    }

    private Projection started(String name, List<MemoryJournal> journals) {
        Projection projection = Projection.start(place(name), schema(), journals);
        boolean readable = projection.awaitReadable(SOON);
        assertThat(readable).as(projection.status().detail()).isTrue();
        return projection;
    }

    private ProjectionPlace place(String name) {
        return new ProjectionPlace(directory.resolve(name), KEY);
    }

    private static void grow(
            MemoryJournal whole, List<MemoryJournal> growing, Projection projection) {
        MemoryJournal journal =
                growing.stream()
                        .filter(candidate -> candidate.id().equals(whole.id()))
                        .findFirst()
                        .orElseThrow();
        for (EntryBytes entry : whole.read(1, Integer.MAX_VALUE)) {
            long sequence = journal.append(entry).sequence();
            projection.forced();
            assertThat(projection.awaitApplied(journal.id(), sequence, SOON))
                    .as(projection.status().detail())
                    .isTrue();
        }
    }

    private static EntryBytes unknown() {
        EntryHeader header =
                new EntryHeader(
                        UNKNOWN_TYPE,
                        true,
                        null,
                        0,
                        "ws",
                        "",
                        0,
                        LocalDate.EPOCH,
                        OffsetDateTime.parse("2026-11-21T10:00:00Z"),
                        0,
                        0,
                        1);
        byte[] emptyArray = {(byte) 0x80};
        return EntryCodec.encode(new Entry(header, new Unknown(UNKNOWN_TYPE, true, emptyArray)));
    }
}
