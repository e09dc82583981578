package io.tidemark.fog.ledger;

import io.tidemark.node.projection.Projection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The store's suspended baskets, and what became of them. */
public final class GatewayBaskets {
    /** Baskets listed at a time. */
    public static final int LISTED_MAX = 500;

    private final Projection projection;

    public GatewayBaskets(Projection projection) {
        this.projection = projection;
    }

    /**
     * @param gross minor units of {@code currency}, as priced then
     */
    public record Suspended(
            String basket,
            String device,
            int epoch,
            long sequence,
            String workstation,
            LocalDate day,
            OffsetDateTime at,
            String operator,
            int lines,
            long gross,
            String currency) {}

    /** Taken up again, at this workstation. */
    public record Resumed(
            String basket,
            String device,
            String workstation,
            LocalDate day,
            OffsetDateTime at,
            String operator) {}

    /** The receipt that a suspended basket became. */
    public record Paid(
            String basket,
            String device,
            String workstation,
            LocalDate day,
            long receipt,
            long gross,
            String currency) {}

    /** Those that nobody has taken up, the latest first. */
    public List<Suspended> open() {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT * FROM suspended_baskets s WHERE NOT EXISTS"
                                    + " (SELECT 1 FROM resumed_baskets r WHERE r.basket = s.basket)"
                                    + " ORDER BY made_at DESC, basket LIMIT "
                                    + LISTED_MAX)) {
                return Listing.of(query, GatewayBaskets::suspended);
            }
        });
    }

    /** Those that this device suspended and another one took up, the latest first. */
    public List<Resumed> resumedElsewhere(String device) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT * FROM resumed_baskets r WHERE r.device <> ? AND EXISTS"
                                    + " (SELECT 1 FROM suspended_baskets s"
                                    + " WHERE s.basket = r.basket AND s.device = ?)"
                                    + " ORDER BY made_at DESC, basket LIMIT "
                                    + LISTED_MAX)) {
                query.setString(1, device);
                query.setString(2, device);
                return Listing.of(query, GatewayBaskets::resumed);
            }
        });
    }

    public Optional<Suspended> find(String basket) {
        return named("SELECT * FROM suspended_baskets", basket, GatewayBaskets::suspended).stream()
                .findFirst();
    }

    public List<Resumed> resumed(String basket) {
        return named("SELECT * FROM resumed_baskets", basket, GatewayBaskets::resumed);
    }

    public List<Paid> paid(String basket) {
        return named("SELECT * FROM paid_baskets", basket, GatewayBaskets::paid);
    }

    /** Ids of those that were taken up more than once: while a till was offline, only. */
    public List<String> resumedTwice() {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT basket FROM resumed_baskets GROUP BY basket"
                                    + " HAVING COUNT(*) > 1 ORDER BY MAX(made_at) DESC, basket LIMIT "
                                    + LISTED_MAX)) {
                return Listing.of(query, rows -> rows.getString("basket"));
            }
        });
    }

    private <T> List<T> named(String select, String basket, Listing.Mapping<T> mapping) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            select
                                    + " WHERE basket = ? ORDER BY device, epoch, sequence LIMIT "
                                    + LISTED_MAX)) {
                query.setString(1, basket);
                return Listing.of(query, mapping);
            }
        });
    }

    private static Suspended suspended(ResultSet rows) throws SQLException {
        return new Suspended(
                rows.getString("basket"),
                rows.getString("device"),
                rows.getInt("epoch"),
                rows.getLong("sequence"),
                rows.getString("workstation"),
                rows.getObject("business_day", LocalDate.class),
                rows.getObject("made_at", OffsetDateTime.class),
                rows.getString("operator"),
                rows.getInt("lines"),
                rows.getLong("gross"),
                rows.getString("currency"));
    }

    private static Resumed resumed(ResultSet rows) throws SQLException {
        return new Resumed(
                rows.getString("basket"),
                rows.getString("device"),
                rows.getString("workstation"),
                rows.getObject("business_day", LocalDate.class),
                rows.getObject("made_at", OffsetDateTime.class),
                rows.getString("operator"));
    }

    private static Paid paid(ResultSet rows) throws SQLException {
        return new Paid(
                rows.getString("basket"),
                rows.getString("device"),
                rows.getString("workstation"),
                rows.getObject("business_day", LocalDate.class),
                rows.getLong("receipt"),
                rows.getLong("gross"),
                rows.getString("currency"));
    }
}
