package io.tidemark.node.projection;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table within a transaction. Inserts go to the driver in batches; rows that are put are held
 * back, so that a total which a thousand lines change is written once.
 */
final class BatchedTable {
    /** Rows of one statement: H2 spends as much on beginning a statement as on a row. */
    private static final int ROWS_MAX = 50;

    private final TableShape shape;
    private final Map<String, Integer> positions;
    private final PreparedStatement insert;
    private final PreparedStatement insertRows;
    private final PreparedStatement merge;
    private final PreparedStatement find;

    private final CanonicalRow canonical = new CanonicalRow();
    private final Map<List<Object>, Held> held = new LinkedHashMap<>();
    private final SummedRows summed = new SummedRows();
    private final List<@Nullable Object[]> inserts = new ArrayList<>(ROWS_MAX);
    private ContentDigest change = ContentDigest.EMPTY;

    /**
     * @param before the digest of the row that the table has, empty if it has none
     */
    private record Held(ContentDigest before, @Nullable Object[] row) {}

    BatchedTable(Connection writer, TableShape shape) throws SQLException {
        this.shape = shape;
        positions = shape.positions();
        insert = writer.prepareStatement(shape.insertSql(1));
        insertRows = writer.prepareStatement(shape.insertSql(ROWS_MAX));
        merge = writer.prepareStatement(shape.mergeSql());
        find = writer.prepareStatement(shape.findSql());
    }

    void insert(@Nullable Object[] values) {
        @Nullable Object[] row = shape.exactly(values);
        inserts.add(row);
        try {
            if (inserts.size() == ROWS_MAX) insertAll();
        } catch (SQLException e) {
            throw new StoreFailed("cannot insert into " + shape.name(), e);
        }
        change = change.plus(shape.digest(row, canonical));
    }

    void put(@Nullable Object[] values) {
        @Nullable Object[] row = shape.exactly(values);
        Object[] key = shape.keyOf(row);
        held.compute(
                inMemory(key),
                (same, already) ->
                        new Held(already == null ? digestOf(stored(key)) : already.before(), row));
    }

    void add(Object[] key, String item, long amount) {
        summed.of(List.of(key), this::summed).add(item, amount);
    }

    Optional<Row> find(Object[] key) {
        Object[] exact = shape.exactKey(key);
        Held already = held.get(inMemory(exact));
        @Nullable Object @Nullable [] row = already == null ? stored(exact) : already.row();
        return Optional.ofNullable(row).map(found -> new Row(positions, found));
    }

    /** What the rows since the last flush change in the content digest. */
    ContentDigest flush() throws SQLException {
        flushInserts();
        putSums();
        for (Held put : held.values()) {
            shape.bind(merge, put.row(), 0);
            merge.addBatch();
            change = change.minus(put.before()).plus(shape.digest(put.row(), canonical));
        }
        if (!held.isEmpty()) merge.executeBatch();
        held.clear();
        ContentDigest changed = change;
        change = ContentDigest.EMPTY;
        return changed;
    }

    private void putSums() throws SQLException {
        Map<List<Object>, SummedRows.Summed> changed = summed.takeChanged();
        for (Map.Entry<List<Object>, SummedRows.Summed> each : changed.entrySet()) {
            Object[] key = shape.exactKey(each.getKey().toArray());
            @Nullable Object[] row = Arrays.copyOf(key, key.length + 1);
            row[key.length] = each.getValue().sums.toBytes();
            ContentDigest digest = shape.digest(shape.exactly(row), canonical);
            change = change.minus(each.getValue().digest).plus(digest);
            each.getValue().digest = digest;
            shape.bind(merge, row, 0);
            merge.addBatch();
        }
        if (!changed.isEmpty()) merge.executeBatch();
    }

    private SummedRows.Summed summed(List<Object> key) {
        Object[] exact = shape.exactKey(key.toArray());
        @Nullable Object @Nullable [] row = stored(exact);
        return row == null
                ? new SummedRows.Summed(new PackedSums(), ContentDigest.EMPTY)
                : new SummedRows.Summed(
                        PackedSums.of((byte[]) requireNonNull(row[exact.length])), digestOf(row));
    }

    /** All in one statement. */
    private void insertAll() throws SQLException {
        for (int row = 0; row < ROWS_MAX; row++) shape.bind(insertRows, inserts.get(row), row);
        insertRows.executeUpdate();
        inserts.clear();
    }

    private void flushInserts() throws SQLException {
        if (inserts.isEmpty()) return;
        for (@Nullable Object[] row : inserts) {
            shape.bind(insert, row, 0);
            insert.addBatch();
        }
        insert.executeBatch();
        inserts.clear();
    }

    private @Nullable Object @Nullable [] stored(Object[] key) {
        try {
            flushInserts();
            for (int i = 0; i < key.length; i++) find.setObject(i + 1, key[i]);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? shape.read(found) : null;
            }
        } catch (SQLException e) {
            throw new StoreFailed("cannot look up a row of " + shape.name(), e);
        }
    }

    private ContentDigest digestOf(@Nullable Object @Nullable [] row) {
        return row == null ? ContentDigest.EMPTY : shape.digest(row, canonical);
    }

    private static List<Object> inMemory(Object[] key) {
        Object[] comparable = new Object[key.length];
        for (int i = 0; i < key.length; i++) comparable[i] = ColumnKind.asKey(key[i]);
        return List.of(comparable);
    }
}
