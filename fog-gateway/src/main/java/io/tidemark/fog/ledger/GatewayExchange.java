package io.tidemark.fog.ledger;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.Projection;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Currencies that the store's tills bought and sold. */
public final class GatewayExchange {
    /** Rows of one kind told at a time. */
    public static final int ROWS_MAX = 500;

    private final Projection projection;

    public GatewayExchange(Projection projection) {
        this.projection = projection;
    }

    /**
     * One exchange, or the taking back of one; amounts as the drawer sees them.
     *
     * @param undoes the receipt that it takes back; 0 where it is none
     */
    public record Exchanged(
            OffsetDateTime at,
            String workstation,
            String operator,
            long receipt,
            Money foreign,
            Money base,
            Money commission,
            BigDecimal rate,
            Money spread,
            String customer,
            String document,
            long undoes) {}

    /**
     * What one customer exchanged over some days at all tills, less what was taken back.
     *
     * @param tills how many of them it was at
     * @param seen whether papers were, at any of them
     */
    public record Linked(String customer, Money sum, int exchanges, int tills, boolean seen) {}

    /** Of a business day, the latest first. */
    public List<Exchanged> of(LocalDate day) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT * FROM exchanges WHERE business_day = ?"
                                    + " ORDER BY made_at DESC, device, epoch, sequence LIMIT "
                                    + ROWS_MAX)) {
                query.setObject(1, day);
                return Listing.of(query, GatewayExchange::exchanged);
            }
        });
    }

    /**
     * Customers who together exchanged at least so much between two business days, both included,
     * by customer. A till adds up what it did itself; only here are all tills seen.
     */
    public List<Linked> linked(LocalDate from, LocalDate to, Money least) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT UPPER(customer) AS who, COUNT(*) AS exchanges,"
                                    + " COUNT(DISTINCT workstation) AS tills,"
                                    + " MAX(CASE WHEN document = '' THEN 0 ELSE 1 END) AS seen,"
                                    + " SUM(CASE WHEN undoes = 0 THEN ABS(base_minor)"
                                    + " ELSE -ABS(base_minor) END) AS total"
                                    + " FROM exchanges WHERE customer <> ''"
                                    + " AND business_day BETWEEN ? AND ? GROUP BY UPPER(customer)"
                                    + " HAVING SUM(CASE WHEN undoes = 0 THEN ABS(base_minor)"
                                    + " ELSE -ABS(base_minor) END) >= ? ORDER BY who LIMIT "
                                    + ROWS_MAX)) {
                query.setObject(1, from);
                query.setObject(2, to);
                query.setLong(3, least.minor());
                return Listing.of(query, row -> linked(row, least.currency()));
            }
        });
    }

    /**
     * What one customer exchanged between two business days, both included, with a device or with
     * all others, in minor units of the store's currency.
     */
    public long exchanged(
            String customer, LocalDate from, LocalDate to, String device, boolean here) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT COALESCE(SUM(CASE WHEN undoes = 0 THEN ABS(base_minor)"
                                    + " ELSE -ABS(base_minor) END), 0) AS total FROM exchanges"
                                    + " WHERE UPPER(customer) = UPPER(?) AND customer <> ''"
                                    + " AND business_day BETWEEN ? AND ? AND (device = ?) = ?")) {
                query.setString(1, customer.strip());
                query.setObject(2, from);
                query.setObject(3, to);
                query.setString(4, device);
                query.setBoolean(5, here);
                return Listing.of(query, row -> row.getLong("total")).getFirst();
            }
        });
    }

    /** What drawers gained of a currency by exchanges of later business days than this one. */
    public long gainedSince(LocalDate day, CurrencyCode foreign) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT COALESCE(SUM(foreign_minor), 0) AS total FROM exchanges"
                                    + " WHERE business_day > ? AND foreign_code = ?")) {
                query.setObject(1, day);
                query.setString(2, foreign.code());
                return Listing.of(query, row -> row.getLong("total")).getFirst();
            }
        });
    }

    private static Linked linked(ResultSet row, CurrencyCode own) throws SQLException {
        return new Linked(
                row.getString("who"),
                new Money(row.getLong("total"), own),
                row.getInt("exchanges"),
                row.getInt("tills"),
                row.getInt("seen") > 0);
    }

    private static Exchanged exchanged(ResultSet row) throws SQLException {
        CurrencyCode own = new CurrencyCode(row.getString("currency"));
        return new Exchanged(
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("workstation"),
                row.getString("operator"),
                row.getLong("receipt"),
                new Money(
                        row.getLong("foreign_minor"),
                        new CurrencyCode(row.getString("foreign_code"))),
                new Money(row.getLong("base_minor"), own),
                new Money(row.getLong("commission"), own),
                row.getBigDecimal("rate").stripTrailingZeros(),
                new Money(row.getLong("spread"), own),
                row.getString("customer"),
                row.getString("document"),
                row.getLong("undoes"));
    }
}
