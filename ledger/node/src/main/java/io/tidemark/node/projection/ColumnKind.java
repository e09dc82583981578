package io.tidemark.node.projection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of column a projection may have: those whose values read back equal to what was
 * written, so that a row's digest can be recomputed from the table. Each has one Java type.
 */
enum ColumnKind {
    BOOLEAN("BOOLEAN", Boolean.class),
    INTEGER("INTEGER", Long.class),
    BIGINT("BIGINT", Long.class),
    NUMERIC("NUMERIC", BigDecimal.class),
    TEXT("CHARACTER VARYING", String.class),
    DATE("DATE", LocalDate.class),
    TIMESTAMP("TIMESTAMP WITH TIME ZONE", OffsetDateTime.class),
    BYTES("BINARY VARYING", byte[].class),
    IDENTIFIER("UUID", UUID.class);

    private static final int NANOS_PER_MICRO = 1_000;

    private final String sqlName;
    private final Class<?> type;

    ColumnKind(String sqlName, Class<?> type) {
        this.sqlName = sqlName;
        this.type = type;
    }

    /**
     * @param sqlName as H2's information schema has it
     */
    static ColumnKind of(String sqlName, String column) {
        for (ColumnKind kind : values()) if (kind.sqlName.equals(sqlName)) return kind;
        throw new IllegalStateException(
                "column "
                        + column
                        + " is a "
                        + sqlName
                        + ", which may not read back as it was written: see Rows for the types a projection may have");
    }

    @Nullable Object read(ResultSet from, int index, int scale) throws SQLException {
        Object value = from.getObject(index, type);
        return value instanceof BigDecimal decimal
                ? decimal.setScale(scale, RoundingMode.UNNECESSARY)
                : value;
    }

    /**
     * The value in this kind's own type.
     *
     * @throws IllegalArgumentException if the column could not hold it exactly
     */
    Object exactly(Object value, int scale) {
        return switch (value) {
            case Integer number when type == Long.class -> number.longValue();
            case BigDecimal decimal when this == NUMERIC -> scaled(decimal, scale);
            case OffsetDateTime at when this == TIMESTAMP -> inMicros(at);
            case Object other when type.isInstance(other) -> other;
            default ->
                    throw new IllegalArgumentException(
                            "a "
                                    + value.getClass().getSimpleName()
                                    + " does not go into a "
                                    + sqlName);
        };
    }

    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case Long number -> statement.setLong(index, number);
            case String text -> statement.setString(index, text);
            case BigDecimal decimal -> statement.setBigDecimal(index, decimal);
            case null, default -> statement.setObject(index, value);
        }
    }

    void writeCanonical(Object value, CanonicalRow row) {
        switch (value) {
            case Boolean flag -> row.number(flag ? 1 : 0);
            case Long number -> row.number(number);
            // At the column's scale, whether written or read, so that the digits say it all.
            case BigDecimal decimal -> row.bytes(decimal.unscaledValue().toByteArray());
            case String text -> row.text(text);
            case LocalDate date -> row.number(date.toEpochDay());
            case OffsetDateTime at ->
                    row.number(at.toEpochSecond())
                            .number(at.getNano())
                            .number(at.getOffset().getTotalSeconds());
            case byte[] bytes -> row.bytes(bytes);
            case UUID id ->
                    row.number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
            default -> throw new IllegalStateException("no column holds a " + value.getClass());
        }
    }

    /** The value as part of a key in memory: byte arrays have no equality of their own. */
    static Object asKey(Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    private static BigDecimal scaled(BigDecimal decimal, int scale) {
        try {
            return decimal.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    decimal + " has more places than the column's " + scale, e);
        }
    }

    private static OffsetDateTime inMicros(OffsetDateTime at) {
        if (at.getNano() % NANOS_PER_MICRO == 0) return at;
        throw new IllegalArgumentException(at + " is finer than a microsecond");
    }
}
