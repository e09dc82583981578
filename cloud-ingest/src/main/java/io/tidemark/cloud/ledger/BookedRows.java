package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.CloseDownRef;
import io.tidemark.cloud.books.Measure;
import io.tidemark.cloud.books.Measured;
import io.tidemark.cloud.books.Measuring;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads what is booked: the measured amounts of close-downs that count, and their drawers. */
record BookedRows(Connection connection, Picked picked, BookedSource source) {
    private static final String KEY =
            "t.measure, t.tender, t.department, t.tax, t.rate_ppm, t.currency, t.home";

    /** The view's condition, here on {@code f}, where an index gives the order. */
    private static final String COUNTS =
            "NOT EXISTS (SELECT 1 FROM close_down o WHERE o.store = f.store"
                    + " AND o.business_day = f.business_day AND o.epoch < f.epoch"
                    + " AND (o.supplement = f.supplement OR EXISTS (SELECT 1 FROM close_down z"
                    + " WHERE z.store = f.store AND z.business_day = f.business_day"
                    + " AND z.epoch = f.epoch AND z.supplement = 0)))";

    BookedRows(Connection connection, Picked picked) {
        this(connection, picked, BookedSource.FILED);
    }

    /**
     * A condition over {@code f}, the close-downs filed.
     *
     * @param values of its parameters
     */
    record Picked(String where, List<Object> values) {
        static Picked all() {
            return new Picked("TRUE", List.of());
        }

        Picked and(String condition, Object... more) {
            List<Object> both = new ArrayList<>(values);
            both.addAll(Arrays.asList(more));
            return new Picked(where + " AND " + condition, both);
        }

        /** The query with the condition's values set. */
        PreparedStatement on(Connection connection, String sql) throws SQLException {
            PreparedStatement query = connection.prepareStatement(sql);
            for (int i = 0; i < values.size(); i++) query.setObject(i + 1, values.get(i));
            return query;
        }
    }

    /** Which close-down a row is of. */
    private record Key(CloseDownKey closeDown, int epoch) {
        static Key of(CloseDownRef of) {
            return new Key(new CloseDownKey(of.store(), of.day(), of.supplement()), of.epoch());
        }

        boolean isSameDayAs(Key other) {
            return closeDown.isOfDayOf(other.closeDown);
        }

        static Key of(ResultSet row) throws SQLException {
            return new Key(CloseDownKey.of(row), row.getInt("epoch"));
        }
    }

    /** All close-downs together. */
    List<Measured> sums() throws SQLException {
        List<Measured> sums = summed(source.of("measured") + picked.where());
        sums.addAll(drawerSums());
        return sums;
    }

    /**
     * Of days that were closed more than once, what does not count: of later lives of a gateway.
     */
    List<Measured> uncounted() throws SQLException {
        return summed(
                " FROM closed_again a JOIN close_down f ON f.store = a.store"
                        + " AND f.business_day = a.business_day JOIN measured t"
                        + " ON t.store = f.store AND t.business_day = f.business_day"
                        + " AND t.supplement = f.supplement AND t.epoch = f.epoch WHERE "
                        + picked.where()
                        + " AND f.epoch > 1 AND NOT ("
                        + COUNTS
                        + ")");
    }

    /** What all drawers were over or short by, and handed in. */
    List<Measured> drawerSums() throws SQLException {
        List<Measured> sums = new ArrayList<>();
        drawers().values().forEach(sums::addAll);
        return sums;
    }

    private List<Measured> summed(String from) throws SQLException {
        List<Measured> sums = new ArrayList<>();
        String sql = "SELECT " + KEY + ", SUM(t.amount) amount" + from + " GROUP BY " + KEY;
        try (PreparedStatement query = picked.on(connection, sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) sums.add(measured(rows));
        }
        return sums;
    }

    /** Each close-down by itself, in the order asked for; each is looked up by its key. */
    Map<CloseDownRef, List<Measured>> each(List<CloseDownRef> wanted) throws SQLException {
        Map<CloseDownRef, List<Measured>> each = new LinkedHashMap<>();
        for (CloseDownRef one : wanted) each.put(one, new ArrayList<>());
        measured(each);
        Map<Key, List<Measured>> drawers = drawersOf(wanted);
        each.forEach((one, found) -> found.addAll(drawers.getOrDefault(Key.of(one), List.of())));
        return each;
    }

    private void measured(Map<CloseDownRef, List<Measured>> each) throws SQLException {
        String sql =
                "SELECT * FROM measured WHERE store = ? AND business_day = ? AND supplement = ?"
                        + " AND epoch = ? ORDER BY measure, tender, department, tax, rate_ppm,"
                        + " currency";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (Map.Entry<CloseDownRef, List<Measured>> one : each.entrySet()) {
                query.setString(1, one.getKey().store());
                query.setObject(2, one.getKey().day());
                query.setInt(3, one.getKey().supplement());
                query.setInt(4, one.getKey().epoch());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) one.getValue().add(measured(rows));
                }
            }
        }
    }

    private record StoreDay(String store, LocalDate day) {}

    /** Of the whole days that they are of: what one adds depends on those before it. */
    private Map<Key, List<Measured>> drawersOf(List<CloseDownRef> wanted) throws SQLException {
        Set<StoreDay> days = new LinkedHashSet<>();
        for (CloseDownRef one : wanted) days.add(new StoreDay(one.store(), one.day()));
        Map<Key, List<Measured>> all = new HashMap<>();
        String sql = drawerParts("f.store = ? AND f.business_day = ?");
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (StoreDay day : days) {
                query.setString(1, day.store());
                query.setObject(2, day.day());
                all.putAll(over(query));
            }
        }
        return all;
    }

    private Map<Key, List<Measured>> drawers() throws SQLException {
        try (PreparedStatement query = picked.on(connection, drawerParts(picked.where()))) {
            return over(query);
        }
    }

    private String drawerParts(String where) {
        return "SELECT t.*"
                + source.of("drawer_part")
                + where
                + " ORDER BY t.store, t.business_day, t.supplement, t.epoch, t.workstation,"
                + " t.tender, t.currency";
    }

    private Map<Key, List<Measured>> over(PreparedStatement query) throws SQLException {
        Map<Key, List<DrawerPart>> parts = new LinkedHashMap<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next())
                parts.computeIfAbsent(Key.of(rows), _ -> new ArrayList<>())
                        .add(DrawerRows.part(rows));
        }
        return over(parts);
    }

    /** In order of store, day and supplement. */
    private Map<Key, List<Measured>> over(Map<Key, List<DrawerPart>> parts) {
        Map<Key, List<Measured>> measured = new LinkedHashMap<>();
        Key before = null;
        Drawers drawers = new Drawers();
        for (Map.Entry<Key, List<DrawerPart>> each : parts.entrySet()) {
            Key key = each.getKey();
            boolean goesOn = before != null && key.isSameDayAs(before) && !source.isAlone();
            if (!goesOn) drawers = new Drawers();
            measured.put(key, Measuring.of(drawers.next(each.getValue())));
            before = key;
        }
        return measured;
    }

    /** In the order of days, stores and supplements. */
    List<CloseDownRef> closeDowns(int max) throws SQLException {
        List<CloseDownRef> found = new ArrayList<>();
        try (PreparedStatement query =
                        picked.on(
                                connection,
                                "SELECT * FROM close_down f WHERE "
                                        + picked.where()
                                        + " AND "
                                        + COUNTS
                                        + " ORDER BY business_day, store, supplement, epoch LIMIT "
                                        + max);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) found.add(closeDown(rows));
        }
        return found;
    }

    /** Those in which what was sold is not what it was paid with; the first of them. */
    List<TrialBalance.Off> off(int max) throws SQLException {
        String sql =
                "SELECT f.*, t.amount"
                        + source.of("uncleared")
                        + picked.where()
                        + " ORDER BY f.business_day, f.store, f.supplement LIMIT "
                        + max;
        List<TrialBalance.Off> off = new ArrayList<>();
        try (PreparedStatement query = picked.on(connection, sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) off.add(new TrialBalance.Off(closeDown(rows), money(rows)));
        }
        return off;
    }

    private static CloseDownRef closeDown(ResultSet row) throws SQLException {
        return new CloseDownRef(
                row.getString("store"),
                row.getObject("business_day", LocalDate.class),
                row.getLong("z_number"),
                row.getInt("supplement"),
                row.getInt("epoch"),
                row.getLong("sequence"),
                Hash.of(row.getBytes("entry_hash")));
    }

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                Measure.valueOf(row.getString("measure")),
                new Measured.Facets(
                        row.getString("tender"),
                        row.getString("department"),
                        row.getString("tax"),
                        row.getInt("rate_ppm")),
                row.getBoolean("home"),
                money(row));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(
                Objects.requireNonNull(row.getBigDecimal("amount")).longValueExact(),
                new CurrencyCode(row.getString("currency")));
    }
}
