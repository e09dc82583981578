package io.tidemark.node.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One table read from end to end, past its indexes; and then once more through each of them. */
final class TableScan {
    private final TableShape table;
    private final CanonicalRow canonical = new CanonicalRow();
    private final long[] indexed;

    private ContentDigest digest = ContentDigest.EMPTY;
    private long rows;

    TableScan(TableShape table) {
        this.table = table;
        indexed = new long[table.indexes().size()];
    }

    /**
     * @param end of {@link System#nanoTime}
     * @return false if the time was not enough
     */
    boolean run(Statement statement, long end) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT * FROM " + table.sqlName() + " USE INDEX ()")) {
            while (found.next()) {
                if (System.nanoTime() - end > 0) return false;
                see(table.read(found));
            }
        }
        return true;
    }

    ContentDigest digest() {
        return digest;
    }

    /** Every row that the table has must be found through each index, as itself. */
    Optional<String> misled(Statement statement) throws SQLException {
        if (rows != count("SELECT COUNT(*) FROM " + table.sqlName(), statement))
            return Optional.of("table " + table.name() + " does not hold as many rows as it says");
        for (int i = 0; i < indexed.length; i++) {
            TableShape.UniqueIndex index = table.indexes().get(i);
            if (indexed[i] != count(throughIndex(index), statement))
                return Optional.of(
                        "index "
                                + index.name()
                                + " of table "
                                + table.name()
                                + " does not lead to all rows");
        }
        return Optional.empty();
    }

    private void see(@Nullable Object[] row) {
        digest = digest.plus(table.digest(row, canonical));
        rows++;
        for (int i = 0; i < indexed.length; i++)
            if (isFoundThrough(table.indexes().get(i), row)) indexed[i]++;
    }

    /** Null equals nothing, so no query finds such a row by the index. */
    private static boolean isFoundThrough(TableShape.UniqueIndex index, @Nullable Object[] row) {
        return index.positions().stream().allMatch(position -> row[position] != null);
    }

    private String throughIndex(TableShape.UniqueIndex index) {
        String same =
                index.positions().stream()
                        .map(position -> TableShape.quoted(table.columns().get(position).name()))
                        .map(column -> "B." + column + " = A." + column)
                        .collect(Collectors.joining(" AND "));
        return "SELECT SUM(CASE WHEN A._ROWID_ = B._ROWID_ THEN 1 ELSE -1 END) FROM "
                + table.sqlName()
                + " A USE INDEX () JOIN "
                + table.sqlName()
                + " B USE INDEX ("
                + TableShape.quoted(index.name())
                + ") ON "
                + same;
    }

    private static long count(String sql, Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}
