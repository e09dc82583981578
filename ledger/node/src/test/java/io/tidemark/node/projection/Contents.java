package io.tidemark.node.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of all tables that a plug-in made, as text. */
public record Contents(Map<String, List<String>> rowsByTable) {

    public static Contents of(Projection projection) {
        return projection.read(Contents::read);
    }

    private static Contents read(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT table_name FROM information_schema.tables"
                                        + " WHERE table_schema = 'PUBLIC'")) {
            while (found.next())
                tables.put(found.getString(1), rows(found.getString(1), connection));
        }
        return new Contents(tables);
    }

    private static List<String> rows(String table, Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            while (found.next()) rows.add(row(found));
        }
        rows.sort(null);
        return rows;
    }

    private static String row(ResultSet found) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            Object value = found.getObject(i);
            values.add(
                    value instanceof byte[] bytes
                            ? HexFormat.of().formatHex(bytes)
                            : String.valueOf(value));
        }
        return String.join("|", values);
    }
}
