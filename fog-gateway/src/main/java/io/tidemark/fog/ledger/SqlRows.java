package io.tidemark.fog.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Asks the tables, and hands each row to whoever asked. */
final class SqlRows {
    private SqlRows() {}

    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, String sql, Taker taker, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) query.setObject(i + 1, values[i]);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) taker.take(rows);
            }
        }
    }
}
