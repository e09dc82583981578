package io.tidemark.fog.ledger;

import io.tidemark.node.projection.Projection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Who worked in the store on a day, and what they did that somebody may ask about. */
public final class GatewayPeople {
    /**
     * Rows of one kind told of one day: thirty tills that lock when nobody touches them, every two
     * minutes, from morning to evening.
     */
    public static final int ROWS_MAX = 20_000;

    private final Projection projection;

    public GatewayPeople(Projection projection) {
        this.projection = projection;
    }

    /** An operator came to a device or left it. */
    public record Session(
            String device,
            String workstation,
            String operator,
            String name,
            String role,
            int shift,
            String kind,
            OffsetDateTime at) {}

    /**
     * What a shift sold, returns and post-voids taken off.
     *
     * @param receipts of all three kinds
     * @param gross minor units of {@code currency}
     */
    public record ShiftSales(
            String device,
            String workstation,
            String operator,
            int shift,
            String currency,
            long receipts,
            long gross) {}

    /**
     * Something that needed a supervisor, or that leaves no receipt.
     *
     * @param reason the operator's
     * @param supervisor who allowed it; empty where nobody had to
     * @param allowedFor the supervisor's reason
     * @param contents the goods of a basket that was given up; else empty
     * @param amount minor units of {@code currency}; empty where no money was in it
     * @param receipt 0 where it was none
     */
    public record Act(
            LocalDate day,
            String device,
            String workstation,
            String operator,
            int shift,
            OffsetDateTime at,
            String act,
            String reason,
            String supervisor,
            String allowedFor,
            String contents,
            OptionalLong amount,
            Optional<String> currency,
            long receipt) {}

    /** By device, in the order in which it was recorded. */
    public List<Session> sessions(LocalDate day) {
        return of(
                day,
                "SELECT * FROM operator_sessions WHERE business_day = ?"
                        + " ORDER BY device, epoch, sequence",
                GatewayPeople::session);
    }

    /** By device and shift. */
    public List<ShiftSales> sales(LocalDate day) {
        return of(
                day,
                "SELECT device, workstation, operator, shift, currency, COUNT(*) AS receipts,"
                        + " SUM(gross) AS gross FROM receipts WHERE business_day = ?"
                        + " GROUP BY device, workstation, operator, shift, currency"
                        + " ORDER BY device, shift, operator, currency",
                GatewayPeople::sales);
    }

    /** The latest first. */
    public List<Act> acts(LocalDate day) {
        return of(
                day,
                "SELECT * FROM supervised_acts WHERE business_day = ?"
                        + " ORDER BY made_at DESC, device, epoch, sequence DESC, part",
                GatewayPeople::act);
    }

    private <T> List<T> of(LocalDate day, String sql, Listing.Mapping<T> mapping) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(sql + " LIMIT " + ROWS_MAX)) {
                query.setObject(1, day);
                return Listing.of(query, mapping);
            }
        });
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("device"),
                row.getString("workstation"),
                row.getString("operator"),
                row.getString("name"),
                row.getString("role"),
                row.getInt("shift"),
                row.getString("kind"),
                row.getObject("made_at", OffsetDateTime.class));
    }

    private static ShiftSales sales(ResultSet row) throws SQLException {
        return new ShiftSales(
                row.getString("device"),
                row.getString("workstation"),
                row.getString("operator"),
                row.getInt("shift"),
                row.getString("currency"),
                row.getLong("receipts"),
                row.getLong("gross"));
    }

    private static Act act(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        OptionalLong money = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(amount);
        return new Act(
                row.getObject("business_day", LocalDate.class),
                row.getString("device"),
                row.getString("workstation"),
                row.getString("operator"),
                row.getInt("shift"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("act"),
                row.getString("reason"),
                row.getString("supervisor"),
                row.getString("allowed_for"),
                row.getString("contents"),
                money,
                Optional.ofNullable(row.getString("currency")),
                row.getLong("receipt"));
    }
}
