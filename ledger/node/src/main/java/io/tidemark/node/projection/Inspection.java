package io.tidemark.node.projection;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for reasons not to believe a database. H2 may open a file with wrong pages without a word,
 * so rows are read one by one against the digest, and found once more through each index: a wrong
 * page within an index hides rows from queries that a scan still sees.
 */
final class Inspection {
    private static final Duration UNLIMITED = Duration.ofDays(1);

    private final H2Store store;

    Inspection(H2Store store) {
        this.store = store;
    }

    /** Why the positions do not fit these journals, if they do not. */
    Optional<String> ofPositions(List<? extends FollowedJournal> journals) {
        Map<JournalId, FollowedJournal> known =
                journals.stream()
                        .collect(Collectors.toMap(FollowedJournal::id, Function.identity()));
        return store.applied().entrySet().stream()
                .flatMap(position -> misfit(position.getKey(), position.getValue(), known).stream())
                .findFirst();
    }

    /**
     * Why the rows are not those that were written, if they are not. Takes some seconds per million
     * rows, and gives up at the limit.
     */
    Optional<String> ofRows(Duration limit) throws SQLException {
        return inspect(limit, false);
    }

    /** The same, and why an index does not lead to all rows. Takes twice the time. */
    Optional<String> ofRowsAndIndexes() throws SQLException {
        return inspect(UNLIMITED, true);
    }

    private Optional<String> inspect(Duration limit, boolean indexes) throws SQLException {
        long end = System.nanoTime() + limit.toNanos();
        Connection connection = store.writer();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
            ContentDigest found = ContentDigest.EMPTY;
            for (TableShape table : store.shapes()) {
                TableScan scan = new TableScan(table);
                if (!scan.run(statement, end))
                    return Optional.of("the check took longer than " + limit.toSeconds() + " s");
                Optional<String> wrong = indexes ? scan.misled(statement) : Optional.empty();
                if (wrong.isPresent()) return wrong;
                found = found.plus(scan.digest());
            }
            return found.equals(H2Store.recordedDigest(connection))
                    ? Optional.empty()
                    : Optional.of("its rows are not those that were written (content digest)");
        } finally {
            connection.rollback();
        }
    }

    private static Optional<String> misfit(
            JournalId id, Head at, Map<JournalId, FollowedJournal> known) {
        FollowedJournal journal = known.get(id);
        if (journal == null)
            return Optional.of(
                    "it follows journal " + id.label() + ", which this node does not have");
        if (at.sequence() > journal.forced().sequence())
            return Optional.of(
                    "it is at entry "
                            + at.sequence()
                            + " of journal "
                            + id.label()
                            + ", which ends at "
                            + journal.forced().sequence());
        if (!journal.hashAt(at.sequence()).equals(at.hash()))
            return Optional.of(
                    "it has followed another entry "
                            + at.sequence()
                            + " than journal "
                            + id.label()
                            + " has");
        return Optional.empty();
    }
}
