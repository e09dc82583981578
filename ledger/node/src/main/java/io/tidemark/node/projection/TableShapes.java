package io.tidemark.node.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from H2's information schema what tables there are. */
final class TableShapes {
    static final String OURS = "TIDEMARK";
    static final String FOLLOWED = "FOLLOWED";

    private static final String PLUG_IN = "PUBLIC";
    private static final String TABLES =
            """
            SELECT table_schema, table_name FROM information_schema.tables
            WHERE table_type = 'BASE TABLE'
              AND (table_schema = 'PUBLIC' OR table_schema = 'TIDEMARK' AND table_name = 'FOLLOWED')
            ORDER BY table_schema, table_name\
            """;
    private static final String COLUMNS =
            """
            SELECT column_name, data_type, numeric_scale FROM information_schema.columns
            WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position\
            """;
    private static final String INDEXES =
            """
            SELECT i.index_name, i.index_type_name, c.column_name
            FROM information_schema.indexes i
            JOIN information_schema.index_columns c
              ON c.index_schema = i.index_schema AND c.index_name = i.index_name AND c.table_name = i.table_name
            WHERE i.table_schema = ? AND i.table_name = ? ORDER BY i.index_name, c.ordinal_position\
            """;

    private final Connection connection;

    private TableShapes(Connection connection) {
        this.connection = connection;
    }

    /** By the name that {@link Rows} uses. */
    static Map<String, TableShape> read(Connection connection) throws SQLException {
        Map<String, TableShape> shapes = new LinkedHashMap<>();
        TableShapes reader = new TableShapes(connection);
        try (PreparedStatement tables = connection.prepareStatement(TABLES);
                ResultSet found = tables.executeQuery()) {
            while (found.next()) {
                TableShape shape = reader.shape(found.getString(1), found.getString(2));
                shapes.put(
                        shape.schema().equals(PLUG_IN)
                                ? shape.name()
                                : shape.schema() + "." + shape.name(),
                        shape);
            }
        }
        return shapes;
    }

    private TableShape shape(String schema, String table) throws SQLException {
        List<TableShape.Column> columns = columns(schema, table);
        List<String> names = columns.stream().map(TableShape.Column::name).toList();
        List<Integer> key = new ArrayList<>();
        Map<String, List<Integer>> indexes = new LinkedHashMap<>();
        try (PreparedStatement statement = prepared(INDEXES, schema, table);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                String index = found.getString(1);
                int column = names.indexOf(found.getString(3));
                indexes.computeIfAbsent(index, name -> new ArrayList<>()).add(column);
                if (isPrimary(found.getString(2), table, index)) key.add(column);
            }
        }
        List<TableShape.UniqueIndex> unique = new ArrayList<>();
        indexes.forEach(
                (name, positions) -> unique.add(new TableShape.UniqueIndex(name, positions)));
        return new TableShape(schema, table, columns, key, unique);
    }

    private List<TableShape.Column> columns(String schema, String table) throws SQLException {
        List<TableShape.Column> columns = new ArrayList<>();
        try (PreparedStatement statement = prepared(COLUMNS, schema, table);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                String name = found.getString(1);
                ColumnKind kind = ColumnKind.of(found.getString(2), table + "." + name);
                columns.add(new TableShape.Column(name, kind, found.getInt(3)));
            }
        }
        return columns;
    }

    private PreparedStatement prepared(String sql, String schema, String table)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, schema);
        statement.setString(2, table);
        return statement;
    }

    /** A plain index could be wrong without any row being wrong, and costs most of the speed. */
    private static boolean isPrimary(String type, String table, String index) {
        return switch (type) {
            case "PRIMARY KEY" -> true;
            case "UNIQUE INDEX" -> false;
            default ->
                    throw new IllegalStateException(
                            "table "
                                    + table
                                    + " has index "
                                    + index
                                    + " of type "
                                    + type
                                    + "; a projection has primary keys and unique constraints only");
        };
    }
}
