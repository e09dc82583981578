package io.tidemark.lab.bench.tables;

import io.tidemark.lab.bench.day.Columns;
import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.FlatTill;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * In H2, in memory. It answers one question on one thread, so as many are asked at once as the
 * others have threads; the results that it would keep of unchanged tables are switched off.
 */
final class H2Day implements Engine {
    private static final int BATCH = 1_000;
    private static final String URL = "jdbc:h2:mem:day;OPTIMIZE_REUSE_RESULTS=0;LOCK_MODE=0";

    /** H2's PERCENTILE_DISC is not SQL's: it is of another rank. */
    private static final String BASKETS =
            "SELECT COUNT(*), SUM(lines), SUM(total), "
                    + ranked("lines", 50)
                    + ", "
                    + ranked("lines", 95)
                    + ", "
                    + ranked("total", 50)
                    + ", "
                    + ranked("total", 95)
                    + " FROM receipts WHERE returned = 0";

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    H2Day(int threads) throws SQLException {
        this.threads = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < Findings.Question.values().length; i++)
            connections.add(DriverManager.getConnection(URL));
        try (Statement statement = connections.getFirst().createStatement()) {
            for (Table table : TABLES) statement.execute(table.create());
        }
    }

    @Override
    public void load(List<FlatTill> tills) throws SQLException {
        Connection connection = connections.getFirst();
        for (Table table : TABLES) {
            String places = String.join(", ", Collections.nCopies(Widths.of(table).size(), "?"));
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO " + table.name() + " VALUES (" + places + ")")) {
                for (FlatTill till : tills) insert(till, table, insert);
            }
        }
    }

    private static void insert(FlatTill till, Table table, PreparedStatement insert)
            throws SQLException {
        Columns rows = table.columns().of(till);
        for (int row = 0; row < rows.rows(); row++) {
            insert.setInt(1, till.till);
            for (int column = 0; column < rows.width(); column++)
                insert.setLong(column + 2, rows.column(column)[row]);
            insert.addBatch();
            if (row % BATCH == BATCH - 1) insert.executeBatch();
        }
        insert.executeBatch();
    }

    private static String ranked(String column, int percent) {
        return "(SELECT "
                + column
                + " FROM receipts WHERE returned = 0 ORDER BY "
                + column
                + " OFFSET (SELECT (COUNT(*) * "
                + percent
                + " + 99) / 100 - 1 FROM receipts WHERE returned = 0) ROWS FETCH FIRST ROW ONLY)";
    }

    @Override
    public Findings ask() throws SQLException {
        List<Callable<List<long[]>>> asked = new ArrayList<>();
        for (Findings.Question question : Findings.Question.values())
            asked.add(() ->
                    Asked.answer(
                            question,
                            question == Findings.Question.BASKETS ? BASKETS : QUERIES.get(question),
                            connections.get(question.ordinal())));
        try {
            Findings findings = new Findings();
            List<Future<List<long[]>>> answers = threads.invokeAll(asked);
            for (Findings.Question question : Findings.Question.values())
                findings.put(question, answers.get(question.ordinal()).get());
            return findings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while H2 adds up", e);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (Connection connection : connections) connection.close();
    }
}
