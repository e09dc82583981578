package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.projection.ProjectionStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tables follow their journals, and what goes wrong with either is told. */
class ProjectionTest extends FollowedTills {
    @Test
    void rows_follow_what_is_forced() {
        try (Projection projection = started(till1)) {
            long sequence = till1.append(Shop.entry(7)).sequence();
            projection.forced();

            assertThat(projection.awaitApplied(till1.id(), sequence, SOON)).isTrue();
            assertThat(count("receipt", projection)).isEqualTo(sequence);
            assertThat(projection.status().applied()).containsEntry(till1.id(), till1.forced());
        }
    }

    @Test
    void what_is_on_disk_and_not_in_the_tables_yet_is_told() {
        Projection projection = started(till1);
        assertThat(projection.awaitApplied(till1.id(), 300, SOON)).isTrue();
        assertThat(projection.behind()).isZero();
        projection.close();

        till1.append(Shop.entry(7));

        assertThat(projection.behind()).isEqualTo(1);
    }

    @Test
    void a_journal_that_comes_later_is_followed_from_its_first_entry() {
        try (Projection projection = started(till1)) {
            projection.follow(till2);

            assertThat(projection.awaitApplied(till2.id(), 200, SOON)).isTrue();
            assertThat(count("receipt", projection)).isEqualTo(500);
        }
    }

    @Test
    void a_query_can_change_nothing() {
        try (Projection projection = started(till1)) {
            assertThatThrownBy(() ->
                            projection.read(connection -> execute("DELETE FROM line", connection)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("query of this program is wrong");
            assertThat(count("receipt", projection)).isEqualTo(300);
        }
    }

    @Test
    void a_schema_with_a_plain_index_is_refused_and_the_ledger_goes_on() {
        Shop indexed =
                new Shop() {
                    @Override
                    public String migrations() {
                        return "classpath:db/indexed";
                    }
                };

        try (Projection projection = Projection.start(place(), indexed, List.of(till1))) {
            Awaitility.await().until(() -> projection.status().state() == State.FAILED);

            assertThat(projection.status().detail()).contains("LINE_BY_PLU");
            assertThat(projection.awaitApplied(till1.id(), 1, SOON)).isFalse();
            assertThatThrownBy(() -> count("line", projection))
                    .isInstanceOf(ProjectionUnavailable.class)
                    .hasMessageContaining("LINE_BY_PLU");
        }
    }

    @Test
    void a_disk_that_takes_no_file_is_reported() throws IOException {
        Path occupied = Files.writeString(directory.resolve("occupied"), "not a directory");

        try (Projection projection =
                Projection.start(new ProjectionPlace(occupied, KEY), new Shop(), List.of(till1))) {
            Awaitility.await().until(() -> projection.status().state() == State.FAILED);

            assertThat(projection.status().detail()).contains("occupied");
        }
    }

    @Test
    void a_database_that_dies_under_a_query_is_built_anew_and_follows_again() throws SQLException {
        try (Projection projection = started(till1)) {
            Contents before = Contents.of(projection);
            try (Connection connection = new H2File(place(), "shop").writer().getConnection()) {
                execute("SHUTDOWN IMMEDIATELY", connection);
            }

            assertThatThrownBy(() -> count("receipt", projection))
                    .isInstanceOf(ProjectionUnavailable.class);
            Awaitility.await().atMost(SOON).until(() -> projection.status().rebuilds() == 2);
            assertThat(projection.awaitReadable(SOON)).isTrue();
            assertThat(Contents.of(projection)).isEqualTo(before);
        }
    }

    @Test
    void an_entry_that_the_schema_cannot_take_is_named_and_the_ledger_goes_on() {
        Shop choking =
                new Shop() {
                    @Override
                    public void apply(FollowedEntry entry, Rows rows) {
                        if (entry.sequence() == 250)
                            throw new IllegalStateException("cannot post entry 250");
                        super.apply(entry, rows);
                    }
                };

        try (Projection projection = Projection.start(place(), choking, List.of(till1))) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> projection.status().state() == State.FAILED);

            assertThat(projection.status().detail()).contains("cannot post entry 250");
        }
    }

    @Test
    void a_journal_that_cannot_be_read_is_not_the_projections_to_mend() {
        FollowedJournal unreadable =
                new FollowedJournal() {
                    @Override
                    public JournalId id() {
                        return till1.id();
                    }

                    @Override
                    public Head forced() {
                        return till1.forced();
                    }

                    @Override
                    public Hash hashAt(long sequence) {
                        return till1.hashAt(sequence);
                    }

                    @Override
                    public List<EntryBytes> read(long from, int bytesTarget) {
                        throw new IllegalStateException("entry 1 is damaged");
                    }
                };

        try (Projection projection = Projection.start(place(), new Shop(), List.of(unreadable))) {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(SOON)
                    .until(() -> projection.status().state() == State.FAILED);

            assertThat(projection.status().detail()).contains("entry 1 is damaged");
        }
    }

    @Test
    void many_journals_are_followed_in_turn() {
        List<MemoryJournal> tills =
                IntStream.rangeClosed(1, 40)
                        .mapToObj(till -> Shop.recorded(till, 5, till))
                        .toList();

        try (Projection projection = started(tills.toArray(MemoryJournal[]::new))) {
            for (MemoryJournal till : tills)
                till.append(Shop.entry(till.forced().hash().hashCode()));
            projection.forced();

            for (MemoryJournal till : tills)
                assertThat(projection.awaitApplied(till.id(), 6, SOON)).isTrue();
            assertThat(count("receipt", projection)).isEqualTo(240);
        }
    }

    @Test
    void a_reader_that_is_interrupted_does_not_close_the_database_for_others() {
        closedAfter(till1);
        try (Projection projection = started(till1)) {
            for (int i = 0; i < 20; i++) {
                assertThat(countInterrupted(projection)).isPositive();
                long sequence = till1.append(Shop.entry(i)).sequence();
                projection.forced();

                assertThat(projection.awaitApplied(till1.id(), sequence, SOON)).isTrue();
            }
            assertThat(count("receipt", projection)).isEqualTo(320);
            assertThat(projection.status().rebuilds()).isZero();
        }
    }

    private static long countInterrupted(Projection projection) {
        long lines =
                projection.read(connection -> {
                    Thread.currentThread().interrupt();
                    try (Statement statement = connection.createStatement();
                            ResultSet found =
                                    statement.executeQuery("SELECT COUNT(remark) FROM line")) {
                        found.next();
                        return found.getLong(1);
                    }
                });
        assertThat(Thread.interrupted()).isTrue();
        return lines;
    }

    private static boolean execute(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
