package io.tidemark.lab.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows, one for each that is told. */
public final class BareTable {
    private final Connection connection;

    BareTable(Connection connection) {
        this.connection = connection;
    }

    synchronized long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM sale")) {
            found.next();
            return found.getLong(1);
        }
    }

    synchronized void put(String told) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sale (told) VALUES (?)")) {
            insert.setString(1, told);
            insert.executeUpdate();
        }
    }
}
