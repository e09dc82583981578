package io.tidemark.cloud.ledger;

import io.tidemark.cloud.transfers.TransferEnd;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.node.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stores told of goods between them. */
public final class H2Transfers {
    /** Entries looked at, the newest: years of a chain whose stores send each other a few a day. */
    public static final int ENDS_MAX = 10_000;

    private final Projection projection;

    public H2Transfers(Projection projection) {
        this.projection = projection;
    }

    private record Key(String store, String device, int epoch, long sequence) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getString("store"),
                    row.getString("device"),
                    row.getInt("epoch"),
                    row.getLong("sequence"));
        }
    }

    /** The newest first. */
    public List<TransferEnd> ends() {
        return projection.read(connection -> ends(connection, lines(connection)));
    }

    /**
     * The same without their lines, for who asks often and wants to know only of which there are.
     */
    public List<TransferEnd> endsWithoutLines() {
        return projection.read(connection -> ends(connection, Map.of()));
    }

    private static List<TransferEnd> ends(
            Connection connection, Map<Key, List<TransferEnd.Line>> lines) throws SQLException {
        List<TransferEnd> ends = new ArrayList<>();
        String sql =
                "SELECT * FROM transfer ORDER BY made_at DESC, store, device, epoch, sequence"
                        + " LIMIT "
                        + ENDS_MAX;
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Key key = Key.of(rows);
                ends.add(end(rows, key, lines.getOrDefault(key, List.of())));
            }
        }
        return ends;
    }

    private static Map<Key, List<TransferEnd.Line>> lines(Connection connection)
            throws SQLException {
        Map<Key, List<TransferEnd.Line>> lines = new LinkedHashMap<>();
        String sql =
                "SELECT l.* FROM (SELECT store, device, epoch, sequence FROM transfer"
                        + " ORDER BY made_at DESC, store, device, epoch, sequence LIMIT "
                        + ENDS_MAX
                        + ") t JOIN transfer_line l ON l.store = t.store AND l.device = t.device"
                        + " AND l.epoch = t.epoch AND l.sequence = t.sequence"
                        + " ORDER BY l.store, l.device, l.epoch, l.sequence, l.line";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next())
                lines.computeIfAbsent(Key.of(rows), _ -> new ArrayList<>())
                        .add(
                                new TransferEnd.Line(
                                        rows.getString("plu"),
                                        Unit.of(rows.getString("unit")),
                                        rows.getString("description"),
                                        rows.getLong("thousandths"),
                                        cost(rows)));
        }
        return lines;
    }

    private static @Nullable Money cost(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return currency == null ? null : new Money(row.getLong("cost"), new CurrencyCode(currency));
    }

    private static TransferEnd end(ResultSet row, Key key, List<TransferEnd.Line> lines)
            throws SQLException {
        return new TransferEnd(
                key.store(),
                key.device(),
                key.epoch(),
                key.sequence(),
                row.getBoolean("incoming"),
                row.getString("place"),
                row.getString("reference"),
                row.getObject("business_day", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("operator"),
                lines);
    }
}
