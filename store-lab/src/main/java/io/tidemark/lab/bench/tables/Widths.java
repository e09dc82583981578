package io.tidemark.lab.bench.tables;

import java.util.Arrays;
import java.util.List;

/** Which columns of a table are of 64 bits; the others are of 32. */
final class Widths {
    private Widths() {}

    static List<Boolean> of(Engine.Table table) {
        return Arrays.stream(table.definition().split(","))
                .map(column -> column.endsWith("BIGINT"))
                .toList();
    }
}
