package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Telemetry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The database, open: a table of what was heard, as it was encoded, and one of how long things
 * took. The first of each node in each coarse span of time is marked as one to keep. For one thread
 * at a time.
 */
final class TelemetryTables implements AutoCloseable {
    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS heard (
              node VARCHAR(200) NOT NULL,
              at BIGINT NOT NULL,
              coarse BOOLEAN NOT NULL,
              telemetry VARBINARY(2048) NOT NULL,
              PRIMARY KEY (node, at))
            """;
    private static final String LASTED =
            """
            CREATE TABLE IF NOT EXISTS lasted (
              what VARCHAR(64) PRIMARY KEY,
              millis BIGINT NOT NULL)
            """;
    private static final String PUT_LASTED = "MERGE INTO lasted KEY (what) VALUES (?, ?)";
    private static final String THIN_LASTED =
            "DELETE FROM lasted WHERE what <= (SELECT what FROM lasted ORDER BY what DESC"
                    + " OFFSET ? ROWS FETCH FIRST 1 ROW ONLY)";
    private static final String HOW_LONG = "SELECT millis FROM lasted WHERE what = ?";

    /** Of how long things took; those of which the name comes first give way. */
    static final int LASTED_MAX = 1_000;

    private static final String INDEX = "CREATE INDEX IF NOT EXISTS heard_at ON heard (at)";
    private static final String PUT = "MERGE INTO heard KEY (node, at) VALUES (?, ?, ?, ?)";
    private static final String OF =
            "SELECT node, at, telemetry FROM heard WHERE node = ? AND at >= ? ORDER BY at LIMIT ?";
    private static final String LAST =
            """
            SELECT h.node, h.at, h.telemetry FROM heard h
            JOIN (SELECT node, MAX(at) AS at FROM heard GROUP BY node) last
              ON h.node = last.node AND h.at = last.at
            """;

    /** A clock that stood in the future leaves rows there that would never be old enough. */
    private static final Duration FUTURE_MAX = Duration.ofDays(1);

    private final Connection connection;
    private final Map<String, Long> coarse = new HashMap<>();

    private TelemetryTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens it, and begins it if there is none. It is read once, so that much of what could be
     * wrong with it is found here.
     */
    static TelemetryTables open(TelemetryPlace place) throws SQLException, IOException {
        place.beginOpening();
        Connection connection = place.connect();
        TelemetryTables tables = new TelemetryTables(connection);
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(TABLE);
            statement.execute(LASTED);
            statement.execute(INDEX);
            connection.commit();
            tables.last();
            place.endOpening();
            return tables;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            tables.abandon();
            throw e;
        }
    }

    void put(List<Heard> heard, KeepingRule rule) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (Heard each : heard) {
                put.setString(1, each.node());
                put.setLong(2, each.at().toEpochMilli());
                put.setBoolean(3, isFirstOfItsSpan(each, rule.coarse()));
                put.setBytes(4, each.telemetry().toBytes());
                put.addBatch();
            }
            put.executeBatch();
            connection.commit();
        }
    }

    void lasted(Map<String, Duration> lasted) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT_LASTED);
                PreparedStatement thin = connection.prepareStatement(THIN_LASTED)) {
            for (Map.Entry<String, Duration> each : lasted.entrySet()) {
                put.setString(1, each.getKey());
                put.setLong(2, each.getValue().toMillis());
                put.addBatch();
            }
            put.executeBatch();
            thin.setInt(1, LASTED_MAX);
            thin.executeUpdate();
            connection.commit();
        }
    }

    Optional<Duration> lasted(String what) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HOW_LONG)) {
            query.setString(1, what);
            try (ResultSet found = query.executeQuery()) {
                return found.next()
                        ? Optional.of(Duration.ofMillis(found.getLong(1)))
                        : Optional.empty();
            }
        }
    }

    private boolean isFirstOfItsSpan(Heard heard, Duration span) {
        Long now = heard.at().toEpochMilli() / span.toMillis();
        return !now.equals(coarse.put(heard.node(), now));
    }

    /**
     * Deletes what the rule has done with, or a part of it.
     *
     * @param most rows at a time, so that nobody waits for it
     * @return how many have gone
     */
    int thin(KeepingRule rule, Instant now, int most) throws SQLException {
        int gone =
                delete(
                        "at < ? OR at > ?",
                        most,
                        now.minus(rule.longest()).toEpochMilli(),
                        now.plus(FUTURE_MAX).toEpochMilli());
        if (gone < most)
            gone +=
                    delete(
                            "at < ? AND NOT coarse",
                            most - gone,
                            now.minus(rule.all()).toEpochMilli());
        long beyond = rows() - rule.rowsMax();
        if (gone < most && beyond > 0) gone += deleteOldest((int) Math.min(most - gone, beyond));
        connection.commit();
        return gone;
    }

    private int delete(String condition, int most, long... values) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM heard WHERE (" + condition + ") FETCH FIRST ? ROWS ONLY")) {
            int at = 0;
            for (long value : values) delete.setLong(++at, value);
            delete.setInt(++at, most);
            return delete.executeUpdate();
        }
    }

    private int deleteOldest(int most) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM heard WHERE (node, at) IN"
                                + " (SELECT node, at FROM heard ORDER BY at LIMIT ?)")) {
            delete.setInt(1, most);
            return delete.executeUpdate();
        }
    }

    long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM heard")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Oldest first. */
    List<Heard> of(String node, Instant from, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF)) {
            query.setString(1, node);
            query.setLong(2, from.toEpochMilli());
            query.setInt(3, most);
            return read(query);
        }
    }

    /** The last of each node. */
    List<Heard> last() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            return read(query);
        }
    }

    private List<Heard> read(PreparedStatement query) throws SQLException {
        List<Heard> heard = new ArrayList<>();
        try (ResultSet found = query.executeQuery()) {
            while (found.next())
                heard.add(
                        new Heard(
                                found.getString(1),
                                Instant.ofEpochMilli(found.getLong(2)),
                                Telemetry.parse(found.getBytes(3))));
        }
        connection.rollback();
        return heard;
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        connection.close();
    }

    /** Lets go of the file as it is; whatever H2 says to that, it is put aside next. */
    void abandon() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException | RuntimeException alreadyGone) {
            return;
        }
    }
}
