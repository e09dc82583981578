package io.tidemark.node.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that the content digest covers.
 *
 * @param key positions of the primary key's columns, in the key's order
 * @param indexes all of them unique
 * @param tag its name as every canonical row of it begins
 */
record TableShape(
        String schema,
        String name,
        List<Column> columns,
        List<Integer> key,
        List<UniqueIndex> indexes,
        byte[] tag) {

    TableShape(
            String schema,
            String name,
            List<Column> columns,
            List<Integer> key,
            List<UniqueIndex> indexes) {
        this(schema, name, columns, key, indexes, (schema + "." + name).getBytes(UTF_8));
    }

    /**
     * @param scale decimal places of a NUMERIC
     */
    record Column(String name, ColumnKind kind, int scale) {}

    /**
     * @param positions of its columns in the table
     */
    record UniqueIndex(String name, List<Integer> positions) {
        UniqueIndex {
            positions = List.copyOf(positions);
        }
    }

    TableShape {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        indexes = List.copyOf(indexes);
        if (key.isEmpty())
            throw new IllegalStateException("table " + name + " needs a primary key");
    }

    String sqlName() {
        return quoted(schema) + "." + quoted(name);
    }

    /** These values as the table will hold them. */
    @Nullable Object[] exactly(@Nullable Object[] values) {
        if (values.length != columns.size())
            throw new IllegalArgumentException(
                    name + " has " + columns.size() + " columns, not " + values.length);
        @Nullable Object[] exact = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) exact[i] = exactly(columns.get(i), values[i]);
        return exact;
    }

    /**
     * @param values of the primary key's columns only, in its order
     */
    Object[] exactKey(Object[] values) {
        if (values.length != key.size())
            throw new IllegalArgumentException(
                    name + " has a key of " + key.size() + " columns, not " + values.length);
        Object[] exact = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            @Nullable Object value = exactly(columns.get(key.get(i)), values[i]);
            if (value == null)
                throw new IllegalArgumentException("a key of " + name + " is never null");
            exact[i] = value;
        }
        return exact;
    }

    /**
     * @param row as {@link #exactly} makes it
     */
    Object[] keyOf(@Nullable Object[] row) {
        Object[] values = new Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = row[key.get(i)];
            if (value == null)
                throw new IllegalArgumentException("a key of " + name + " is never null");
            values[i] = value;
        }
        return values;
    }

    @Nullable Object[] read(ResultSet from) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            values[i] = column.kind().read(from, i + 1, column.scale());
        }
        return values;
    }

    ContentDigest digest(@Nullable Object[] row, CanonicalRow canonical) {
        canonical.restart(tag);
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value == null) {
                canonical.absent();
            } else {
                canonical.present();
                columns.get(i).kind().writeCanonical(value, canonical);
            }
        }
        return ContentDigest.ofRow(canonical);
    }

    /**
     * @param row which of the statement's, from 0
     */
    void bind(PreparedStatement statement, @Nullable Object[] values, int row) throws SQLException {
        int before = row * values.length;
        for (int i = 0; i < values.length; i++)
            columns.get(i).kind().bind(statement, before + i + 1, values[i]);
    }

    Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) positions.put(columns.get(i).name(), i);
        return positions;
    }

    String insertSql(int rows) {
        String row = "(" + marks(columns.size()) + ")";
        return "INSERT INTO " + sqlName() + " VALUES " + String.join(", ", nCopies(rows, row));
    }

    String mergeSql() {
        return "MERGE INTO "
                + sqlName()
                + " KEY ("
                + keyColumns()
                + ") VALUES ("
                + marks(columns.size())
                + ")";
    }

    String findSql() {
        String condition =
                key.stream()
                        .map(i -> quoted(columns.get(i).name()) + " = ?")
                        .collect(Collectors.joining(" AND "));
        return "SELECT * FROM " + sqlName() + " WHERE " + condition;
    }

    static String quoted(String identifier) {
        return '"' + identifier + '"';
    }

    private String keyColumns() {
        return key.stream()
                .map(i -> quoted(columns.get(i).name()))
                .collect(Collectors.joining(", "));
    }

    private @Nullable Object exactly(Column column, @Nullable Object value) {
        if (value == null) return null;
        try {
            return column.kind().exactly(value, column.scale());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + "." + column.name() + ": " + e.getMessage(), e);
        }
    }

    private static String marks(int count) {
        return String.join(", ", nCopies(count, "?"));
    }
}
