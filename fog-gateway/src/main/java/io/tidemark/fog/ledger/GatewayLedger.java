package io.tidemark.fog.ledger;

import io.tidemark.node.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The questions that pages and programs put to the tables. */
public final class GatewayLedger {
    /** Unposted entries shown at a time; there should be none. */
    public static final int UNPOSTED_MAX = 50;

    private final Projection projection;

    public GatewayLedger(Projection projection) {
        this.projection = projection;
    }

    /**
     * @param hash the first six characters of the entry's
     * @param shift the operator's at that device
     * @param gross minor units of {@code currency}
     */
    public record Receipt(
            String device,
            String workstation,
            int epoch,
            long sequence,
            String hash,
            Optional<UUID> command,
            long number,
            String kind,
            OffsetDateTime madeAt,
            String operator,
            int shift,
            int lines,
            long gross,
            String currency) {}

    /** What one hour on the shop's wall took. */
    public record Hour(int hour, String currency, long transactions, long lines, long gross) {}

    /** What one device took on a day. */
    public record DeviceTakings(String device, String currency, long transactions, long gross) {}

    /** An entry that is kept but says nothing this version understands. */
    public record Unposted(String device, long sequence, String why) {}

    /** All receipts of a business day, by device and number. */
    public List<Receipt> receipts(LocalDate day) {
        return projection.read(connection ->
                list(
                        connection,
                        "SELECT * FROM receipts WHERE business_day = ?"
                                + " ORDER BY device, epoch, number, sequence",
                        day,
                        GatewayLedger::receipt));
    }

    public List<Hour> takings(LocalDate day) {
        return projection.read(connection ->
                list(
                        connection,
                        "SELECT * FROM takings WHERE business_day = ?"
                                + " ORDER BY currency, wall_hour",
                        day,
                        rows ->
                                new Hour(
                                        rows.getInt("wall_hour"),
                                        rows.getString("currency"),
                                        rows.getLong("transactions"),
                                        rows.getLong("lines"),
                                        rows.getLong("gross"))));
    }

    public List<DeviceTakings> byDevice(LocalDate day) {
        return projection.read(connection ->
                list(
                        connection,
                        "SELECT * FROM device_takings WHERE business_day = ?"
                                + " ORDER BY device, currency",
                        day,
                        rows ->
                                new DeviceTakings(
                                        rows.getString("device"),
                                        rows.getString("currency"),
                                        rows.getLong("transactions"),
                                        rows.getLong("gross"))));
    }

    public List<Unposted> unposted() {
        return projection.read(connection -> {
            String sql =
                    "SELECT device, sequence, why FROM unposted ORDER BY device, sequence"
                            + " LIMIT "
                            + UNPOSTED_MAX;
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                return rows(
                        query,
                        rows ->
                                new Unposted(
                                        rows.getString("device"),
                                        rows.getLong("sequence"),
                                        rows.getString("why")));
            }
        });
    }

    /** Entries that are marked and not in these tables yet. */
    public long behind() {
        return projection.behind();
    }

    private interface Mapping<T> {
        T from(ResultSet rows) throws SQLException;
    }

    private static <T> List<T> list(
            Connection connection, String sql, LocalDate day, Mapping<T> mapping)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, day);
            return rows(query, mapping);
        }
    }

    private static <T> List<T> rows(PreparedStatement query, Mapping<T> mapping)
            throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) found.add(mapping.from(rows));
            return found;
        }
    }

    static Receipt receipt(ResultSet rows) throws SQLException {
        return new Receipt(
                rows.getString("device"),
                rows.getString("workstation"),
                rows.getInt("epoch"),
                rows.getLong("sequence"),
                rows.getString("hash"),
                Optional.ofNullable(rows.getObject("command", UUID.class)),
                rows.getLong("number"),
                rows.getString("kind"),
                rows.getObject("made_at", OffsetDateTime.class),
                rows.getString("operator"),
                rows.getInt("shift"),
                rows.getInt("lines"),
                rows.getLong("gross"),
                rows.getString("currency"));
    }
}
