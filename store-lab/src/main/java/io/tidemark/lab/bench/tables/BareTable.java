package io.tidemark.lab.bench.tables;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One table of an encrypted H2 file, as wide as a till's table of lines, filled by one connection
 * in batches: what H2 does where nothing is read, checked or decoded beside it.
 */
public final class BareTable {
    private static final int BATCH = 1_000;
    private static final int BATCHES_BETWEEN_COMMITS = 20;
    private static final String TABLE =
            """
            CREATE TABLE lines (
                id BIGINT PRIMARY KEY, plu VARCHAR(64) NOT NULL, gtin VARCHAR(64),
                description VARCHAR(1000) NOT NULL, department VARCHAR(64) NOT NULL,
                tax_category VARCHAR(64) NOT NULL, tax_ppm INTEGER NOT NULL,
                quantity NUMERIC(19, 3) NOT NULL, unit VARCHAR(64) NOT NULL,
                price NUMERIC(25, 6) NOT NULL, entered BOOLEAN NOT NULL,
                gross BIGINT NOT NULL, tax BIGINT NOT NULL)\
            """;

    private BareTable() {}

    /** Returns the seconds it took to insert so many rows, the last commit included. */
    public static double secondsFor(long rows, Path directory) {
        String url = "jdbc:h2:async:" + directory.resolve("bare").toAbsolutePath() + ";CIPHER=AES";
        try (Connection connection = DriverManager.getConnection(url, "LIMIT", "file user");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(TABLE);
            long start = System.nanoTime();
            insert(rows, connection);
            return (System.nanoTime() - start) / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException("the bare table could not be filled", e);
        }
    }

    private static void insert(long rows, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (long row = 1; row <= rows; row++) {
                fill(row, insert);
                insert.addBatch();
                if (row % BATCH == 0) insert.executeBatch();
                if (row % (BATCH * BATCHES_BETWEEN_COMMITS) == 0) connection.commit();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void fill(long row, PreparedStatement insert) throws SQLException {
        insert.setLong(1, row);
        insert.setString(2, "85123" + row % 4_000);
        insert.setString(3, null);
        insert.setString(4, "WHITE HANGING HEART T-LIGHT HOLDER");
        insert.setString(5, "GIFTS");
        insert.setString(6, "S");
        insert.setInt(7, 200_000);
        insert.setBigDecimal(8, BigDecimal.valueOf(1 + row % 12, 0));
        insert.setString(9, "C62");
        insert.setBigDecimal(10, BigDecimal.valueOf(255 + row % 500, 2));
        insert.setBoolean(11, false);
        insert.setLong(12, 255 + row % 6_000);
        insert.setLong(13, 42 + row % 1_000);
    }
}
