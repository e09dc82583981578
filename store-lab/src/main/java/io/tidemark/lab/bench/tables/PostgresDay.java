package io.tidemark.lab.bench.tables;

import io.tidemark.lab.bench.day.Columns;
import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.FlatTill;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * In PostgreSQL, with fsync and synchronous commits on, its memory sized for the data, and as many
 * workers beside the asking process as make up the threads. It keeps no results of queries.
 */
final class PostgresDay implements Engine {
    private final EmbeddedPostgres server;
    private final Connection connection;
    private final Path directory;

    /**
     * @param directory of its own, on the disk that is measured
     */
    PostgresDay(int threads, Path directory) throws SQLException {
        this.directory = directory;
        server = started(threads, directory);
        connection = server.getPostgresDatabase().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET max_parallel_workers_per_gather = " + (threads - 1));
            statement.execute("SET work_mem = '256MB'");
            for (Table table : TABLES) statement.execute(table.create());
        }
    }

    private static Redirect said(Path directory) {
        return Redirect.appendTo(directory.resolve("said").toFile());
    }

    private static EmbeddedPostgres started(int threads, Path directory) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("data"))
                    .setOverrideWorkingDirectory(directory.resolve("server").toFile())
                    .setOutputRedirector(said(directory))
                    .setErrorRedirector(said(directory))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("max_worker_processes", String.valueOf(2 * threads))
                    .setServerConfig("max_parallel_workers", String.valueOf(threads))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    @Override
    public void load(List<FlatTill> tills) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : TABLES)
                statement.execute("COPY " + table.name() + " FROM '" + written(tills, table) + "'");
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** As text, where the server can read it. */
    private Path written(List<FlatTill> tills, Table table) {
        Path file = directory.resolve(table.name() + ".txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (FlatTill till : tills) write(till, table.columns().of(till), out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return file;
    }

    private static void write(FlatTill till, Columns rows, BufferedWriter out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int row = 0; row < rows.rows(); row++) {
            line.append(till.till);
            for (int column = 0; column < rows.width(); column++)
                line.append('\t').append(rows.column(column)[row]);
            out.append(line.append('\n'));
            line.setLength(0);
        }
    }

    @Override
    public Findings ask() throws SQLException {
        return Asked.one(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
