package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.CloseDownRef;
import io.tidemark.cloud.books.DrawerPart;
import io.tidemark.cloud.books.Drawers;
import io.tidemark.cloud.books.Measure;
import io.tidemark.cloud.books.Measured;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.TenderType;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what is booked: the measured amounts of close-downs that count, and their drawers. */
record BookedRows(Connection connection, Picked picked) {
    private static final String FILED =
            " JOIN filed f ON f.store = t.store AND f.business_day = t.business_day"
                    + " AND f.supplement = t.supplement AND f.epoch = t.epoch WHERE ";

    /** What was sold less what it was paid with: zero in every close-down that adds up. */
    private static final String UNCLEARED =
            "SUM(t.amount * CASE t.measure "
                    + Arrays.stream(Measure.values())
                            .filter(BookedRows::isInTakings)
                            .map(each -> "WHEN '" + each.name() + "' THEN " + each.inTakings(true))
                            .collect(Collectors.joining(" "))
                    + " ELSE 0 END)";

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
    }

    /** Which close-down a row is of. */
    private record Key(String store, LocalDate day, int supplement) {
        static Key of(CloseDownRef closeDown) {
            return new Key(closeDown.store(), closeDown.day(), closeDown.supplement());
        }

        static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getString("store"),
                    row.getObject("business_day", LocalDate.class),
                    row.getInt("supplement"));
        }
    }

    private static boolean isInTakings(Measure measure) {
        return measure.inTakings(true) != 0;
    }

    /** All close-downs together. */
    List<Measured> sums() throws SQLException {
        List<Measured> sums = new ArrayList<>();
        String columns = "t.measure, t.tender, t.department, t.tax, t.rate_ppm, t.currency, t.home";
        String sql =
                "SELECT "
                        + columns
                        + ", SUM(t.amount) amount FROM measured t"
                        + FILED
                        + picked.where()
                        + " GROUP BY "
                        + columns;
        try (PreparedStatement query = bound(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) sums.add(measured(rows));
        }
        drawers().values().forEach(sums::addAll);
        return sums;
    }

    /**
     * Each close-down by itself, in the order asked for.
     *
     * @param wanted all of them among those picked
     */
    Map<CloseDownRef, List<Measured>> each(List<CloseDownRef> wanted) throws SQLException {
        Map<Key, List<Measured>> found = new HashMap<>();
        try (PreparedStatement query =
                        bound(
                                "SELECT t.* FROM measured t"
                                        + FILED
                                        + picked.where()
                                        + " ORDER BY t.store, t.business_day, t.supplement, t.measure,"
                                        + " t.tender, t.department, t.tax, t.rate_ppm, t.currency");
                ResultSet rows = query.executeQuery()) {
            while (rows.next())
                found.computeIfAbsent(Key.of(rows), _ -> new ArrayList<>()).add(measured(rows));
        }
        drawers()
                .forEach((key, more) ->
                        found.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(more));
        Map<CloseDownRef, List<Measured>> each = new LinkedHashMap<>();
        for (CloseDownRef one : wanted) each.put(one, found.getOrDefault(Key.of(one), List.of()));
        return each;
    }

    private Map<Key, List<Measured>> drawers() throws SQLException {
        Map<Key, List<DrawerPart>> parts = new LinkedHashMap<>();
        String sql =
                "SELECT t.* FROM drawer_part t"
                        + FILED
                        + picked.where()
                        + " ORDER BY t.store, t.business_day, t.supplement, t.workstation, t.tender,"
                        + " t.currency";
        try (PreparedStatement query = bound(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next())
                parts.computeIfAbsent(Key.of(rows), _ -> new ArrayList<>()).add(part(rows));
        }
        return over(parts);
    }

    /** In order of store, day and supplement. */
    private static Map<Key, List<Measured>> over(Map<Key, List<DrawerPart>> parts) {
        Map<Key, List<Measured>> measured = new LinkedHashMap<>();
        Key before = null;
        Drawers drawers = new Drawers();
        for (Map.Entry<Key, List<DrawerPart>> each : parts.entrySet()) {
            Key key = each.getKey();
            boolean sameDay =
                    before != null
                            && before.store().equals(key.store())
                            && before.day().equals(key.day());
            if (!sameDay) drawers = new Drawers();
            measured.put(key, drawers.next(each.getValue()));
            before = key;
        }
        return measured;
    }

    /** Of the close-downs picked. */
    Optional<LocalDate> lastDay() throws SQLException {
        try (PreparedStatement query =
                        bound("SELECT MAX(f.business_day) FROM filed f WHERE " + picked.where());
                ResultSet rows = query.executeQuery()) {
            return rows.next()
                    ? Optional.ofNullable(rows.getObject(1, LocalDate.class))
                    : Optional.empty();
        }
    }

    /** In the order of days, stores and supplements. */
    List<CloseDownRef> closeDowns(int max) throws SQLException {
        List<CloseDownRef> found = new ArrayList<>();
        try (PreparedStatement query =
                        bound(
                                "SELECT * FROM filed f WHERE "
                                        + picked.where()
                                        + " ORDER BY business_day, store, supplement LIMIT "
                                        + max);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) found.add(closeDown(rows));
        }
        return found;
    }

    /** Those in which what was sold is not what it was paid with; the first of them. */
    List<TrialBalance.Off> off(int max) throws SQLException {
        String of =
                "f.store, f.business_day, f.supplement, f.epoch, f.z_number, f.sequence, f.entry_hash,"
                        + " f.currency";
        String sql =
                "SELECT "
                        + of
                        + ", "
                        + UNCLEARED
                        + " amount FROM measured t"
                        + FILED
                        + "t.home AND "
                        + picked.where()
                        + " GROUP BY "
                        + of
                        + " HAVING "
                        + UNCLEARED
                        + " <> 0 ORDER BY f.business_day, f.store, f.supplement LIMIT "
                        + max;
        List<TrialBalance.Off> off = new ArrayList<>();
        try (PreparedStatement query = bound(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) off.add(new TrialBalance.Off(closeDown(rows), money(rows)));
        }
        return off;
    }

    private PreparedStatement bound(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        List<Object> values = picked.values();
        for (int i = 0; i < values.size(); i++) query.setObject(i + 1, values.get(i));
        return query;
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

    private static DrawerPart part(ResultSet row) throws SQLException {
        CurrencyCode currency = new CurrencyCode(row.getString("currency"));
        long counted = row.getLong("counted");
        boolean nobodyCounted = row.wasNull();
        return new DrawerPart(
                row.getString("workstation"),
                new TenderType(row.getString("tender")),
                row.getBoolean("home"),
                new Money(row.getLong("expected"), currency),
                nobodyCounted ? null : new Money(counted, currency));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(
                Objects.requireNonNull(row.getBigDecimal("amount")).longValueExact(),
                new CurrencyCode(row.getString("currency")));
    }
}
