package io.tidemark.lab.bench.tables;

import io.tidemark.lab.bench.day.Columns;
import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.FlatTill;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** In DuckDB, in memory. It keeps no results of queries. */
final class DuckDbDay implements Engine {
    private final Connection connection;

    DuckDbDay(int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            for (Table table : TABLES) statement.execute(table.create());
        }
    }

    @Override
    public void load(List<FlatTill> tills) throws SQLException {
        for (Table table : TABLES)
            try (DuckDBAppender appender =
                    connection
                            .unwrap(DuckDBConnection.class)
                            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.name())) {
                for (FlatTill till : tills) append(till, table, appender);
            }
    }

    private static void append(FlatTill till, Table table, DuckDBAppender appender)
            throws SQLException {
        Columns rows = table.columns().of(till);
        List<Boolean> wide = Widths.of(table);
        for (int row = 0; row < rows.rows(); row++) {
            appender.beginRow();
            appender.append(till.till);
            for (int column = 0; column < rows.width(); column++)
                if (wide.get(column + 1)) appender.append(rows.column(column)[row]);
                else appender.append((int) rows.column(column)[row]);
            appender.endRow();
        }
    }

    @Override
    public Findings ask() throws SQLException {
        return Asked.one(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
