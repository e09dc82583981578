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

/** What all stores' close-downs of a business day hold together: a year of it is read at once. */
final class DaySums {
    private static final String TABLE = "measured_day";
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
        Object[] key = {day, Math.floorMod(item.hashCode(), BUCKETS)};
        rows.add(TABLE, key, item, measured.amount().minor());
    }

    /**
     * Every close-down, also one in which nothing moved: which days there are is known from here.
     */
    static void count(Rows rows, LocalDate day) {
        Object[] key = {day, 0};
        rows.add(TABLE, key, CLOSE_DOWNS, 1);
    }

    /** On which any store closed, in order; both ends included. */
    static List<LocalDate> days(
            Connection connection, Optional<LocalDate> first, Optional<LocalDate> last)
            throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement query =
                between(
                        connection,
                        "SELECT business_day FROM measured_day WHERE bucket = 0 AND",
                        first,
                        last)) {
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) days.add(rows.getObject(1, LocalDate.class));
            }
        }
        Collections.sort(days);
        return days;
    }

    private static PreparedStatement between(
            Connection connection, String sql, Optional<LocalDate> first, Optional<LocalDate> last)
            throws SQLException {
        PreparedStatement query =
                connection.prepareStatement(sql + " business_day BETWEEN ? AND ?");
        query.setObject(1, first.orElse(EARLIEST));
        query.setObject(2, last.orElse(LATEST));
        return query;
    }

    /** Of these days, both included. */
    static List<Measured> read(
            Connection connection, Optional<LocalDate> first, Optional<LocalDate> last)
            throws SQLException {
        Map<String, Long> sums = new TreeMap<>();
        try (PreparedStatement query =
                between(connection, "SELECT sums FROM measured_day WHERE", first, last)) {
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next())
                    PackedSums.read(
                            rows.getBytes(1),
                            (item, amount) -> sums.merge(item, amount, Math::addExact));
            }
        }
        sums.remove(CLOSE_DOWNS);
        return sums.entrySet().stream()
                .map(each -> measured(each.getKey(), each.getValue()))
                .toList();
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
