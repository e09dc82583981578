package io.tidemark.cloud.ledger;

import io.tidemark.cloud.ledger.BookedRows.Picked;
import io.tidemark.node.projection.Projection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Head office's questions to its tables. */
public final class H2Ledger {
    /** Alerts shown at a time, the newest. */
    static final int ALERTS_MAX = 500;

    /** Which journal is followed first must not matter, so this is asked and not kept. */
    private static final String OUTLIVED =
            "SELECT store, 'gateway', epoch, sequence, 'SECOND_CLOSE_DOWN', closed_at,"
                    + " 'a close-down of ' || business_day || ', supplement ' || supplement || ' (Z ' || z_number"
                    + " || '), by a later life of the gateway than the one whose Z is filed, is kept and not posted'"
                    + " FROM (SELECT * FROM close_down EXCEPT SELECT * FROM filed)";

    private final Projection projection;

    public H2Ledger(Projection projection) {
        this.projection = projection;
    }

    /** How far a store's days reach. */
    public record Extent(String store, LocalDate first, LocalDate last) {}

    /** Of every store that has filed anything. */
    public List<Extent> extents() {
        return projection.read(connection -> {
            String sql =
                    "SELECT store, MIN(business_day) first_day, MAX(business_day) last_day FROM filed"
                            + " GROUP BY store ORDER BY store";
            try (PreparedStatement query = connection.prepareStatement(sql);
                    ResultSet rows = query.executeQuery()) {
                List<Extent> extents = new ArrayList<>();
                while (rows.next())
                    extents.add(
                            new Extent(
                                    rows.getString("store"),
                                    rows.getObject("first_day", LocalDate.class),
                                    rows.getObject("last_day", LocalDate.class)));
                return extents;
            }
        });
    }

    /** All stores' days from one to another, both included, in order of store and day. */
    public List<FiledDay> daysBetween(LocalDate first, LocalDate last) {
        return projection.read(connection -> new H2Days(connection, between(first, last)).read());
    }

    /** One store's days from one to another, both included. */
    public List<FiledDay> daysOf(String store, LocalDate first, LocalDate last) {
        return projection.read(connection ->
                new H2Days(connection, between(first, last).and("f.store = ?", store)).read());
    }

    /** Days for which any store has filed a Z. */
    public Set<LocalDate> closedDays(LocalDate first, LocalDate last) {
        return projection.read(connection -> {
            String sql =
                    "SELECT DISTINCT business_day FROM filed WHERE business_day BETWEEN ? AND ?";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, first);
                query.setObject(2, last);
                try (ResultSet rows = query.executeQuery()) {
                    Set<LocalDate> days = new TreeSet<>();
                    while (rows.next()) days.add(rows.getObject("business_day", LocalDate.class));
                    return days;
                }
            }
        });
    }

    /** The close-downs of one day in full: the Z, then its supplements; empty if none is filed. */
    public List<StoreZ> storeZs(String store, LocalDate day) {
        return projection.read(connection -> {
            List<StoreZ> found = new ArrayList<>();
            for (FiledDay filed :
                    new H2Days(connection, between(day, day).and("f.store = ?", store)).read())
                for (FiledCloseDown closeDown : filed.closeDowns())
                    found.add(new H2StoreZ(connection, filed, closeDown).read());
            return found;
        });
    }

    /**
     * What was raised while entries were followed, and close-downs that an earlier life of the
     * store's gateway keeps from counting.
     */
    public List<RaisedAlert> alerts() {
        return projection.read(connection -> {
            String sql =
                    "SELECT * FROM (SELECT store, device, epoch, sequence, kind, raised_at, text FROM alert"
                            + " UNION ALL "
                            + OUTLIVED
                            + ") ORDER BY raised_at DESC NULLS FIRST, store, sequence DESC LIMIT "
                            + ALERTS_MAX;
            try (PreparedStatement query = connection.prepareStatement(sql);
                    ResultSet rows = query.executeQuery()) {
                List<RaisedAlert> alerts = new ArrayList<>();
                while (rows.next()) alerts.add(alert(rows));
                return alerts;
            }
        });
    }

    /** What each store sells by now; a store that has adopted nothing is not in it. */
    public List<Adoption> adoptions() {
        return projection.read(connection -> {
            String sql =
                    "SELECT store, version, MAX(adopted_at) adopted_at FROM adoption a WHERE version ="
                            + " (SELECT MAX(version) FROM adoption b WHERE b.store = a.store)"
                            + " GROUP BY store, version ORDER BY store";
            try (PreparedStatement query = connection.prepareStatement(sql);
                    ResultSet rows = query.executeQuery()) {
                List<Adoption> adoptions = new ArrayList<>();
                while (rows.next())
                    adoptions.add(
                            new Adoption(
                                    rows.getString("store"),
                                    rows.getLong("version"),
                                    rows.getObject("adopted_at", OffsetDateTime.class)));
                return adoptions;
            }
        });
    }

    private static Picked between(LocalDate first, LocalDate last) {
        return Picked.all().and("f.business_day BETWEEN ? AND ?", first, last);
    }

    private static RaisedAlert alert(ResultSet row) throws SQLException {
        return new RaisedAlert(
                row.getString("store"),
                row.getString("device"),
                row.getInt("epoch"),
                row.getLong("sequence"),
                row.getString("kind").toLowerCase(Locale.ROOT).replace('_', '-'),
                Optional.ofNullable(row.getObject("raised_at", OffsetDateTime.class)),
                row.getString("text"));
    }
}
