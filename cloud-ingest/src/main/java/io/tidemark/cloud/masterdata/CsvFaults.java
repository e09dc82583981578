package io.tidemark.cloud.masterdata;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the rows of an import: the first cells of them named, all rows counted. */
final class CsvFaults {
    /** Bad cells that are named. */
    static final int NAMED_MAX = 100;

    private final List<Fault> named = new ArrayList<>();
    private long count;

    /**
     * One bad cell, or row.
     *
     * @param line of the file, from 1, which is that of the column names; 0 where it is of none
     * @param column null where it is the row as a whole
     * @param reason what is wrong, and what would be right
     */
    @Serdeable
    record Fault(String file, long line, @Nullable String column, String reason) {}

    void add(Table table, long line, @Nullable String column, String reason) {
        count++;
        also(table, line, column, reason);
    }

    /** Something else in a row that is counted already. */
    void also(Table table, long line, @Nullable String column, String reason) {
        if (named.size() < NAMED_MAX) named.add(new Fault(table.file(), line, column, reason));
    }

    /** Of no row: all of it together cannot be published. */
    void addOfAll(String reason) {
        count++;
        if (named.size() < NAMED_MAX) named.add(new Fault("all tables together", 0, null, reason));
    }

    /** Rows. */
    long count() {
        return count;
    }

    List<Fault> named() {
        return List.copyOf(named);
    }
}
