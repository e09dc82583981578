package io.tidemark.cloud.ledger;

import io.tidemark.cloud.ledger.BookedRows.Picked;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads drawers, each close-down held against those before it of its day.
 *
 * @param picked whole days
 */
record DrawerRows(Connection connection, Picked picked) {
    /** What is over or short in those that were counted. */
    Map<CloseDownKey, Map<Drawer, Money>> overShort() throws SQLException {
        Map<CloseDownKey, Map<Drawer, Money>> each = new LinkedHashMap<>();
        CloseDownKey before = null;
        Drawers drawers = new Drawers();
        for (Map.Entry<CloseDownKey, List<DrawerPart>> part : parts().entrySet()) {
            if (before == null || !before.isOfDayOf(part.getKey())) drawers = new Drawers();
            each.put(part.getKey(), drawers.nextCounted(part.getValue()));
            before = part.getKey();
        }
        return each;
    }

    /** In order of store, day and supplement. */
    private Map<CloseDownKey, List<DrawerPart>> parts() throws SQLException {
        Map<CloseDownKey, List<DrawerPart>> parts = new LinkedHashMap<>();
        String sql =
                "SELECT t.*"
                        + BookedSource.FILED.of("drawer_part")
                        + picked.where()
                        + " ORDER BY t.store, t.business_day, t.supplement, t.workstation, t.tender,"
                        + " t.currency";
        try (PreparedStatement query = picked.on(connection, sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next())
                parts.computeIfAbsent(CloseDownKey.of(rows), _ -> new ArrayList<>())
                        .add(part(rows));
        }
        return parts;
    }

    static DrawerPart part(ResultSet row) throws SQLException {
        CurrencyCode currency = new CurrencyCode(row.getString("currency"));
        long counted = row.getLong("counted");
        boolean nobodyCounted = row.wasNull();
        return new DrawerPart(
                new Drawer(
                        row.getString("workstation"),
                        new TenderType(row.getString("tender")),
                        currency),
                row.getBoolean("home"),
                new Money(row.getLong("expected"), currency),
                nobodyCounted ? null : new Money(counted, currency));
    }
}
