package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.Measure;
import io.tidemark.cloud.books.Measured;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.PackedSums;
import io.tidemark.node.projection.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all stores' close-downs of a business day hold together, and of a calendar month: a year of
 * it is read at once, as months and the days that are left at both ends.
 */
final class DaySums {
    private static final String DAYS = "measured_day";
    private static final String MONTHS = "measured_month";
    private static final int BUCKETS = 16;

    /** The item that counts close-downs; amounts are called otherwise. */
    private static final String CLOSE_DOWNS = "";

    private static final char BETWEEN = ' ';
    private static final int FIELDS = 7;
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private DaySums() {}

    static void add(Rows rows, LocalDate day, Measured measured) {
        String item = packed(measured);
        int bucket = Math.floorMod(item.hashCode(), BUCKETS);
        long amount = measured.amount().minor();
        rows.add(DAYS, new Object[] {day, bucket}, item, amount);
        rows.add(MONTHS, new Object[] {day.withDayOfMonth(1), bucket}, item, amount);
    }

    /**
     * Every close-down, also one in which nothing moved: which days there are is known from here.
     */
    static void count(Rows rows, LocalDate day) {
        Object[] key = {day, 0};
        rows.add(DAYS, key, CLOSE_DOWNS, 1);
    }

    /** On which any store closed, in order; both ends included. */
    static List<LocalDate> days(
            Connection connection, Optional<LocalDate> first, Optional<LocalDate> last)
            throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        String sql =
                "SELECT business_day FROM measured_day WHERE bucket = 0 AND business_day BETWEEN ? AND ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, first.orElse(EARLIEST));
            query.setObject(2, last.orElse(LATEST));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) days.add(rows.getObject(1, LocalDate.class));
            }
        }
        Collections.sort(days);
        return days;
    }

    /** Of these days, both included. */
    static List<Measured> read(
            Connection connection, Optional<LocalDate> first, Optional<LocalDate> last)
            throws SQLException {
        LocalDate from = first.orElse(EARLIEST);
        LocalDate end = last.orElse(LATEST).plusDays(1);
        LocalDate months = from.minusDays(1).withDayOfMonth(1).plusMonths(1);
        LocalDate rest = end.withDayOfMonth(1);
        Map<String, Long> sums = new TreeMap<>();
        if (months.isBefore(rest)) {
            add(connection, DAYS, from, months, sums);
            add(connection, MONTHS, months, rest, sums);
            add(connection, DAYS, rest, end, sums);
        } else add(connection, DAYS, from, end, sums);
        sums.remove(CLOSE_DOWNS);
        return sums.entrySet().stream()
                .map(each -> measured(each.getKey(), each.getValue()))
                .toList();
    }

    /** From a day, or month, to before another. */
    private static void add(
            Connection connection,
            String table,
            LocalDate from,
            LocalDate end,
            Map<String, Long> sums)
            throws SQLException {
        String sql = "SELECT sums FROM " + table + " WHERE business_day >= ? AND business_day < ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, from);
            query.setObject(2, end);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next())
                    PackedSums.read(
                            rows.getBytes(1),
                            (item, amount) -> sums.merge(item, amount, Math::addExact));
            }
        }
    }

    /** Codes may hold any character: how long they are says where each ends. */
    private static String packed(Measured measured) {
        Measured.Facets facets = measured.facets();
        return measured.measure().name()
                + BETWEEN
                + measured.amount().currency().code()
                + BETWEEN
                + (measured.home() ? 'h' : 'f')
                + BETWEEN
                + facets.ratePpm()
                + BETWEEN
                + facets.tender().length()
                + BETWEEN
                + facets.department().length()
                + BETWEEN
                + facets.tender()
                + facets.department()
                + facets.tax();
    }

    private static Measured measured(String packed, long amount) {
        String[] fields = packed.split(String.valueOf(BETWEEN), FIELDS);
        int tender = Integer.parseInt(fields[4]);
        int department = tender + Integer.parseInt(fields[5]);
        String codes = fields[6];
        return new Measured(
                Measure.valueOf(fields[0]),
                new Measured.Facets(
                        codes.substring(0, tender),
                        codes.substring(tender, department),
                        codes.substring(department),
                        Integer.parseInt(fields[3])),
                fields[2].equals("h"),
                new Money(amount, new CurrencyCode(fields[1])));
    }
}
