package io.tidemark.node.projection;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
     * Why the tables are not what was written into them, if they are not. Takes about a second per
     * million rows.
     */
    Optional<String> ofContent() throws SQLException {
        Connection connection = store.writer();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
            ContentDigest found = ContentDigest.EMPTY;
            for (TableShape table : store.shapes()) {
                Scan scan = scan(table, statement);
                found = found.plus(scan.digest());
                for (TableShape.UniqueIndex index : table.indexes()) {
                    Optional<String> wrong = misled(table, index, statement);
                    if (wrong.isPresent()) return wrong;
                }
                if (scan.rows() != count("SELECT COUNT(*) FROM " + table.sqlName(), statement))
                    return Optional.of(
                            "table " + table.name() + " does not hold as many rows as it says");
            }
            return found.equals(H2Store.recordedDigest(connection))
                    ? Optional.empty()
                    : Optional.of("its rows are not those that were written (content digest)");
        } finally {
            connection.rollback();
        }
    }

    private record Scan(ContentDigest digest, long rows) {}

    private static Scan scan(TableShape table, Statement statement) throws SQLException {
        CanonicalRow canonical = new CanonicalRow();
        ContentDigest digest = ContentDigest.EMPTY;
        long rows = 0;
        try (ResultSet found =
                statement.executeQuery("SELECT * FROM " + table.sqlName() + " USE INDEX ()")) {
            while (found.next()) {
                digest = digest.plus(table.digest(table.read(found), canonical));
                rows++;
            }
        }
        return new Scan(digest, rows);
    }

    /** Every row that the table has must be found through the index, as itself. */
    private static Optional<String> misled(
            TableShape table, TableShape.UniqueIndex index, Statement statement)
            throws SQLException {
        String present = joined(index, column -> "A." + column + " IS NOT NULL");
        String same = joined(index, column -> "B." + column + " = A." + column);
        long expected =
                count(
                        "SELECT COUNT(*) FROM "
                                + table.sqlName()
                                + " A USE INDEX () WHERE "
                                + present,
                        statement);
        long found =
                count(
                        "SELECT SUM(CASE WHEN A._ROWID_ = B._ROWID_ THEN 1 ELSE -1 END) FROM "
                                + table.sqlName()
                                + " A USE INDEX () JOIN "
                                + table.sqlName()
                                + " B USE INDEX ("
                                + TableShape.quoted(index.name())
                                + ") ON "
                                + same,
                        statement);
        return expected == found
                ? Optional.empty()
                : Optional.of(
                        "index "
                                + index.name()
                                + " of table "
                                + table.name()
                                + " does not lead to all rows");
    }

    private static String joined(TableShape.UniqueIndex index, Function<String, String> condition) {
        return index.columns().stream()
                .map(TableShape::quoted)
                .map(condition)
                .collect(Collectors.joining(" AND "));
    }

    private static long count(String sql, Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getLong(1) : 0;
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
