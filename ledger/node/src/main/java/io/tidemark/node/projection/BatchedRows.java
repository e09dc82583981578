package io.tidemark.node.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one transaction after the other, on the writer's connection, and the digest of all
 * that is there.
 */
final class BatchedRows implements Rows {
    private final Map<String, BatchedTable> tables = new LinkedHashMap<>();
    private ContentDigest committed;

    BatchedRows(Connection writer, Map<String, TableShape> shapes, ContentDigest committed)
            throws SQLException {
        for (Map.Entry<String, TableShape> shape : shapes.entrySet())
            tables.put(shape.getKey(), new BatchedTable(writer, shape.getValue()));
        this.committed = committed;
    }

    @Override
    public void insert(String table, @Nullable Object... values) {
        table(table).insert(values);
    }

    @Override
    public void put(String table, @Nullable Object... values) {
        table(table).put(values);
    }

    @Override
    public void add(String table, Object[] key, String item, long amount) {
        table(table).add(key, item, amount);
    }

    @Override
    public Optional<Row> find(String table, Object... key) {
        return table(table).find(key);
    }

    /**
     * Sends what is still held back to the database; the digest is that of the tables from now on.
     */
    ContentDigest flush() throws SQLException {
        ContentDigest digest = committed;
        for (BatchedTable table : tables.values()) digest = digest.plus(table.flush());
        committed = digest;
        return digest;
    }

    private BatchedTable table(String name) {
        BatchedTable table = tables.get(name.toUpperCase(Locale.ROOT));
        if (table == null)
            throw new IllegalArgumentException(
                    "there is no table " + name + " among " + tables.keySet());
        return table;
    }
}
