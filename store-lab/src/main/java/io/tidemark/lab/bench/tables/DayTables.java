package io.tidemark.lab.bench.tables;

import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.FlatTill;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A day's figures in a database, for whoever need not know that it speaks SQL. */
public final class DayTables implements AutoCloseable {
    private final Engine engine;

    private DayTables(Engine engine) {
        this.engine = engine;
    }

    public static DayTables duckDb(int threads) {
        return new DayTables(sure(() -> new DuckDbDay(threads)));
    }

    public static DayTables h2(int threads) {
        return new DayTables(sure(() -> new H2Day(threads)));
    }

    /**
     * @param directory of its own, on the disk that is measured
     */
    public static DayTables postgres(int threads, Path directory) {
        return new DayTables(sure(() -> new PostgresDay(threads, directory)));
    }

    /** All of the day. */
    public void load(List<FlatTill> tills) {
        sure(() -> {
            engine.load(tills);
            return tills;
        });
    }

    /** Asks every question, and takes in every row of the answers. */
    public Findings ask() {
        return sure(engine::ask);
    }

    @Override
    public void close() {
        sure(() -> {
            engine.close();
            return engine;
        });
    }

    /** What may fail in a database. */
    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T sure(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw new IllegalStateException("a database failed: " + e.getMessage(), e);
        }
    }
}
