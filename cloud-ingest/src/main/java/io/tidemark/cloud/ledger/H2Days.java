package io.tidemark.cloud.ledger;

import io.tidemark.cloud.ledger.BookedRows.Picked;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
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

/**
 * Reads filed days in two queries, however many they are.
 *
 * @param picked whole days
 */
record H2Days(Connection connection, Picked picked) {
    private record DayKey(String store, LocalDate day, CurrencyCode currency) {}

    /** Ascending by store and day. */
    List<FiledDay> read() throws SQLException {
        Map<CloseDownKey, Map<Drawer, Money>> overShort =
                new DrawerRows(connection, picked).overShort();
        Map<DayKey, List<FiledCloseDown>> days = new LinkedHashMap<>();
        String sql =
                "SELECT * FROM filed f WHERE "
                        + picked.where()
                        + " ORDER BY store, business_day, supplement";
        try (PreparedStatement query = picked.on(connection, sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                CloseDownKey key = CloseDownKey.of(rows);
                CurrencyCode currency = new CurrencyCode(rows.getString("currency"));
                days.computeIfAbsent(
                                new DayKey(key.store(), key.day(), currency),
                                _ -> new ArrayList<>())
                        .add(closeDown(rows, currency, overShort.getOrDefault(key, Map.of())));
            }
        }
        return days.entrySet().stream()
                .map(day ->
                        new FiledDay(
                                day.getKey().store(),
                                day.getKey().day(),
                                day.getKey().currency(),
                                day.getValue()))
                .toList();
    }

    static Sums sums(ResultSet row, CurrencyCode currency) throws SQLException {
        return new Sums(
                row.getLong("transactions"),
                row.getLong("returns"),
                row.getLong("lines"),
                row.getLong("no_sales"),
                new Money(row.getLong("gross"), currency),
                new Money(row.getLong("returned"), currency),
                new Money(row.getLong("tax"), currency));
    }

    private static FiledCloseDown closeDown(
            ResultSet row, CurrencyCode currency, Map<Drawer, Money> overShort)
            throws SQLException {
        return new FiledCloseDown(
                row.getInt("supplement"),
                row.getLong("z_number"),
                new FiledCloseDown.Source(
                        row.getInt("epoch"),
                        row.getLong("sequence"),
                        Hash.of(row.getBytes("entry_hash"))),
                row.getObject("closed_at", OffsetDateTime.class),
                row.getString("operator"),
                row.getBoolean("complete"),
                row.getInt("rules_version"),
                row.getLong("master_data_version"),
                sums(row, currency),
                new GrandTotals(
                        new Money(row.getLong("grand_sales"), currency),
                        new Money(row.getLong("grand_returns"), currency)),
                overShort);
    }
}
