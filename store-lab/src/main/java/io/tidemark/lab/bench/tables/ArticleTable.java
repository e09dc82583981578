package io.tidemark.lab.bench.tables;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Articles in H2, on disk, by a primary key and with nothing else to do. For one thread; what the
 * database refuses ends the measurement.
 */
public final class ArticleTable implements AutoCloseable {
    private static final int BATCH = 10_000;

    private final Connection h2;
    private final PreparedStatement insert;
    private final PreparedStatement query;
    private int waiting;

    private ArticleTable(Connection h2) throws SQLException {
        this.h2 = h2;
        try (Statement statement = h2.createStatement()) {
            statement.execute(
                    "CREATE TABLE article (gtin VARCHAR(14) PRIMARY KEY, plu VARCHAR(64),"
                            + " description VARCHAR(1000), price VARCHAR(20))");
        }
        h2.setAutoCommit(false);
        this.insert = h2.prepareStatement("INSERT INTO article VALUES (?, ?, ?, ?)");
        this.query =
                h2.prepareStatement("SELECT plu, description, price FROM article WHERE gtin = ?");
    }

    public static ArticleTable in(Path directory) {
        try {
            return new ArticleTable(
                    DriverManager.getConnection("jdbc:h2:" + directory.resolve("articles")));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void add(String gtin, String plu, String description, String price) {
        try {
            insert.setString(1, gtin);
            insert.setString(2, plu);
            insert.setString(3, description);
            insert.setString(4, price);
            insert.addBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
        if (++waiting == BATCH) flush();
    }

    /** What was added can be found. */
    public void flush() {
        try {
            insert.executeBatch();
            h2.commit();
            waiting = 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public boolean has(String gtin) {
        try {
            query.setString(1, gtin);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getString(1) != null && row.getString(3) != null;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            h2.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException why) {
        return new IllegalStateException("the database to compare with failed", why);
    }
}
