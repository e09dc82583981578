package io.tidemark.node.projection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables, as one batch of entries changes them. All changes go through here, because they also
 * change the content digest.
 *
 * <p>Values are in the order of the columns. Their types: {@code Boolean} (BOOLEAN), {@code
 * Integer} or {@code Long} (INTEGER, BIGINT), {@code BigDecimal} (NUMERIC, of no more places than
 * the column's), {@code String} (VARCHAR), {@code LocalDate} (DATE), {@code OffsetDateTime} in
 * whole microseconds (TIMESTAMP(6) WITH TIME ZONE), {@code byte[]} (VARBINARY), {@code UUID}
 * (UUID), or null.
 *
 * @see ProjectionSchema for what rows may depend on
 */
public interface Rows {
    /**
     * A row that is not there yet, and stays as it is. The fast way in: for lines, tenders,
     * receipts.
     */
    void insert(String table, @Nullable Object... values);

    /**
     * A row that replaces the one of the same primary key, if there is one. For totals and states.
     */
    void put(String table, @Nullable Object... values);

    /**
     * Adds to one of the many sums in the last column of the row of this key, see {@link
     * PackedSums}. The table's other columns are its key, and its rows are changed in no other way.
     */
    void add(String table, Object[] key, String item, long amount);

    /** The row of this primary key, as the batch has it so far. */
    Optional<Row> find(String table, Object... key);
}
