package io.tidemark.node.projection;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * An open projection database: its one writing connection, what it holds, and how far it has
 * followed.
 */
final class H2Store {
    private static final String UPDATE_DIGEST =
            "UPDATE tidemark.content SET digest_a = ?, digest_b = ?, digest_c = ?, digest_d = ? WHERE id = 1";

    /** Of canonical rows, and of the row that describes them: a file of another is built anew. */
    private static final int FORM = 3;

    private final Connection writer;
    private final Map<String, TableShape> shapes;
    private final BatchedRows rows;
    private final PreparedStatement updateDigest;
    private final Map<JournalId, Head> applied;
    private final Readers readers;

    private H2Store(H2File file, Connection writer) throws SQLException {
        this.writer = writer;
        writer.setAutoCommit(false);
        shapes = TableShapes.read(writer);
        rows = new BatchedRows(writer, shapes, recordedDigest(writer));
        updateDigest = writer.prepareStatement(UPDATE_DIGEST);
        applied = positions(writer);
        readers = new Readers(file);
    }

    /**
     * @throws StaleSchema if it was made by other scripts or another version
     */
    static H2Store open(H2File file, ProjectionSchema schema) throws SQLException, IOException {
        Connection writer = file.writer().getConnection();
        try {
            refuseOtherVersion(writer, schema);
            refuseOtherScripts(writer, schema);
            return new H2Store(file, writer);
        } catch (SQLException | IOException | RuntimeException | Error e) {
            abandon(writer);
            throw e;
        }
    }

    static H2Store create(H2File file, ProjectionSchema schema) throws SQLException, IOException {
        Files.createDirectories(file.place().directory());
        Connection writer = file.writer().getConnection();
        try {
            TableScripts scripts = TableScripts.of(schema);
            scripts.run(writer);
            describe(writer, file, schema, scripts.hash());
            return new H2Store(file, writer);
        } catch (SQLException | IOException | RuntimeException | Error e) {
            abandon(writer);
            throw e;
        }
    }

    Connection writer() {
        return writer;
    }

    Iterable<TableShape> shapes() {
        return shapes.values();
    }

    Rows rows() {
        return rows;
    }

    Readers readers() {
        return readers;
    }

    Map<JournalId, Head> applied() {
        return Map.copyOf(applied);
    }

    Head appliedOf(JournalId journal) {
        return applied.getOrDefault(journal, Head.genesis(journal));
    }

    /** Rows, positions and digest in one transaction. */
    void commit(Map<JournalId, Head> advanced) throws SQLException {
        advanced.forEach(this::putPosition);
        ContentDigest digest = rows.flush();
        updateDigest.setLong(1, digest.a());
        updateDigest.setLong(2, digest.b());
        updateDigest.setLong(3, digest.c());
        updateDigest.setLong(4, digest.d());
        updateDigest.executeUpdate();
        writer.commit();
        applied.putAll(advanced);
    }

    /** After this the file is whole and no longer changes. */
    void closeCleanly() throws SQLException {
        readers.close();
        try (Statement statement = writer.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            statement.execute("SHUTDOWN");
        }
        writer.close();
    }

    /** Lets go of the file as it is. Whatever H2 says to that, the file is not used again. */
    void abandon() {
        abandon(writer);
    }

    static ContentDigest recordedDigest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT digest_a, digest_b, digest_c, digest_d FROM tidemark.content WHERE id = 1")) {
            if (!found.next()) throw new SQLException("the row of the content digest is missing");
            return new ContentDigest(
                    found.getLong(1), found.getLong(2), found.getLong(3), found.getLong(4));
        }
    }

    private void putPosition(JournalId journal, Head head) {
        NodeName node = journal.node();
        rows.put(
                TableShapes.OURS + "." + TableShapes.FOLLOWED,
                node.organisation(),
                node.store(),
                node.device(),
                journal.epoch(),
                head.sequence(),
                head.hash().toBytes());
    }

    private static Map<JournalId, Head> positions(Connection connection) throws SQLException {
        Map<JournalId, Head> positions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT organisation, store, device, epoch, sequence, hash FROM tidemark.followed")) {
            while (found.next()) {
                NodeName node =
                        new NodeName(found.getString(1), found.getString(2), found.getString(3));
                Head head = new Head(found.getLong(5), Hash.of(found.getBytes(6)));
                positions.put(new JournalId(node, found.getInt(4)), head);
            }
        }
        return positions;
    }

    private static void refuseOtherVersion(Connection connection, ProjectionSchema schema)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT schema_name, schema_version FROM tidemark.content WHERE id = 1")) {
            if (!found.next()) throw new StaleSchema("it does not say what made it");
            String made = found.getString(1) + " " + found.getInt(2);
            String wanted = schema.name() + " " + versionOf(schema);
            if (!made.equals(wanted))
                throw new StaleSchema("it was made by " + made + ", this is " + wanted);
        }
    }

    private static void refuseOtherScripts(Connection connection, ProjectionSchema schema)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT scripts FROM tidemark.content WHERE id = 1")) {
            if (!found.next() || !Hash.of(found.getBytes(1)).equals(TableScripts.of(schema).hash()))
                throw new StaleSchema("it was made by other scripts");
        }
    }

    private static int versionOf(ProjectionSchema schema) {
        return FORM * 1_000 + schema.version();
    }

    private static void describe(
            Connection writer, H2File file, ProjectionSchema schema, Hash scripts)
            throws SQLException {
        try (PreparedStatement content =
                        writer.prepareStatement(
                                "INSERT INTO tidemark.content VALUES (1, ?, ?, ?, 0, 0, 0, 0)");
                Statement statement = writer.createStatement()) {
            content.setString(1, schema.name());
            content.setInt(2, versionOf(schema));
            content.setBytes(3, scripts.toBytes());
            content.executeUpdate();
            statement.execute(
                    "CREATE USER " + H2File.READER + " PASSWORD '" + file.readerPassword() + "'");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + H2File.READER);
        }
    }

    private static void abandon(Connection writer) {
        try (writer;
                Statement statement = writer.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException | RuntimeException alreadyGone) {
            // A database that is broken may refuse to be shut down; its file is deleted next in any
            // case.
            return;
        }
    }

    /** The file is sound, but not of this software. */
    static final class StaleSchema extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StaleSchema(String message) {
            super(message);
        }
    }
}
