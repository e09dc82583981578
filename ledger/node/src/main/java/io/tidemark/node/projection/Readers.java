package io.tidemark.node.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that read: a few, used again, each seeing one state of all tables for the time of
 * a query.
 */
final class Readers {
    /** Queries at a time. */
    static final int READERS_MAX = 8;

    /** How long a statement may take, in milliseconds. */
    private static final long STATEMENT_MILLIS_MAX = 10_000;

    /** How long a query waits for its turn, in milliseconds. */
    private static final long TURN_MILLIS_MAX = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private final H2File file;
    private final Semaphore turns = new Semaphore(READERS_MAX, true);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Readers(H2File file) {
        this.file = file;
    }

    <T> T read(SqlQuery<T> query) throws SQLException {
        if (!taken(1, TURN_MILLIS_MAX))
            throw new ProjectionUnavailable(
                    READERS_MAX + " queries are running already; ask again shortly");
        try {
            return readNow(query);
        } finally {
            turns.release();
        }
    }

    /**
     * Lets go of the connections when running queries are done; one that is not done in time loses
     * its database. Nobody may read from now on.
     */
    void close() throws SQLException {
        boolean done = taken(READERS_MAX, STATEMENT_MILLIS_MAX);
        if (!done) LOG.warn("a query still runs at the end, and is cut off");
        for (Connection connection : idle) connection.close();
        idle.clear();
    }

    private <T> T readNow(SqlQuery<T> query) throws SQLException {
        @Nullable Connection free = idle.poll();
        Connection connection = free == null ? connected() : free;
        try {
            T result = query.over(connection);
            connection.rollback();
            idle.push(connection);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            boolean lost = connection.isClosed();
            connection.close();
            if (lost)
                throw new SQLException(
                        "the database was closed under a query",
                        "",
                        ErrorCode.DATABASE_IS_CLOSED,
                        e);
            throw e;
        }
    }

    private Connection connected() throws SQLException {
        Connection connection = file.reader().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            statement.execute("SET QUERY_TIMEOUT " + STATEMENT_MILLIS_MAX);
        }
        return connection;
    }

    private boolean taken(int wanted, long millisMax) {
        try {
            return turns.tryAcquire(wanted, millisMax, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
