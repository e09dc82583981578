package io.tidemark.node.projection;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row that was found. Column names are of any case. */
public final class Row {
    private final Map<String, Integer> positions;
    private final @Nullable Object[] values;

    Row(Map<String, Integer> positions, @Nullable Object[] values) {
        this.positions = positions;
        this.values = values;
    }

    public @Nullable Object get(String column) {
        Integer position = positions.get(column.toUpperCase(Locale.ROOT));
        if (position == null)
            throw new IllegalArgumentException(
                    "there is no column " + column + " among " + positions.keySet());
        return values[position];
    }

    /**
     * @throws NullPointerException if it is null
     */
    public long longAt(String column) {
        return ((Number) present(column)).longValue();
    }

    public String textAt(String column) {
        return (String) present(column);
    }

    public BigDecimal decimalAt(String column) {
        return (BigDecimal) present(column);
    }

    @Nullable Object[] values() {
        return values.clone();
    }

    private Object present(String column) {
        return Objects.requireNonNull(get(column), () -> column + " is null");
    }
}
