package io.tidemark.cloud.ledger;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.DepartmentTotal;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one close-down. */
record H2StoreZ(Connection connection, FiledDay filed, FiledCloseDown closeDown) {
    StoreZ read() throws SQLException {
        List<StoreZ.Till> tills = parts("close_down_till", "device, device_epoch", this::till);
        return new StoreZ(
                filed.store(),
                filed.day(),
                filed.currency(),
                closeDown,
                parts("close_down_entry", "store", H2StoreZ::closed).getFirst(),
                parts("close_down_without", "device, device_epoch", this::missing),
                parts("close_down_authority", "supervisor", this::allowed).stream().findFirst(),
                tills,
                parts("close_down_tax", "category, rate_ppm", this::tax),
                parts("close_down_department", "department", this::department),
                parts("close_down_goods", "flow, unit", this::goods),
                parts("close_down_tally", "kind", this::tally),
                parts(
                        "close_down_tender",
                        "device, device_epoch, tender, currency",
                        row -> drawer(row, tills)));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> parts(String table, String order, Reader<T> reader) throws SQLException {
        String sql =
                "SELECT * FROM "
                        + table
                        + " WHERE store = ? AND business_day = ? AND supplement = ? AND epoch = ? ORDER BY "
                        + order;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, filed.store());
            query.setObject(2, filed.day());
            query.setInt(3, closeDown.supplement());
            query.setInt(4, closeDown.source().epoch());
            try (ResultSet rows = query.executeQuery()) {
                List<T> parts = new ArrayList<>();
                while (rows.next()) parts.add(reader.read(rows));
                return parts;
            }
        }
    }

    private MissingDevice missing(ResultSet row) throws SQLException {
        return new MissingDevice(
                row.getString("device"), row.getInt("device_epoch"), row.getLong("last_mark"));
    }

    private static StoreDayClosed closed(ResultSet row) throws SQLException {
        EntryBytes entry = new EntryBytes(row.getBytes("header"), row.getBytes("event"));
        if (EntryCodec.decode(entry).event() instanceof StoreDayClosed closed) return closed;
        throw new IllegalStateException("a close-down's row has another entry");
    }

    private CloseDownAuthorised allowed(ResultSet row) throws SQLException {
        return new CloseDownAuthorised(
                filed.day(),
                closeDown.supplement(),
                List.of(row.getString("left_out").split(",")),
                row.getString("supervisor"),
                row.getString("name"),
                row.getString("role"),
                row.getString("reason"));
    }

    private StoreZ.Till till(ResultSet row) throws SQLException {
        return new StoreZ.Till(
                row.getString("device"),
                row.getInt("device_epoch"),
                row.getString("workstation"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                Hash.of(row.getBytes("head")),
                row.getLong("z_number"),
                H2Days.sums(row, filed.currency()),
                Hash.of(row.getBytes("receipts")));
    }

    private TaxTotal tax(ResultSet row) throws SQLException {
        return new TaxTotal(
                new TaxCategory(row.getString("category"), new TaxRate(row.getInt("rate_ppm"))),
                money(row, "gross", filed.currency()),
                money(row, "tax", filed.currency()));
    }

    private DepartmentTotal department(ResultSet row) throws SQLException {
        return new DepartmentTotal(
                row.getString("department"),
                row.getLong("lines"),
                money(row, "gross", filed.currency()));
    }

    private StockTotal goods(ResultSet row) throws SQLException {
        return new StockTotal(
                StockFlow.valueOf(row.getString("flow")),
                Unit.of(row.getString("unit")),
                row.getLong("movements"),
                row.getLong("thousandths"),
                money(row, "cost", filed.currency()));
    }

    private Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getString("kind"),
                row.getLong("happened"),
                money(row, "amount", filed.currency()));
    }

    private StoreZ.Drawer drawer(ResultSet row, List<StoreZ.Till> tills) throws SQLException {
        String device = row.getString("device");
        int epoch = row.getInt("device_epoch");
        TenderAccount account = account(row);
        return new StoreZ.Drawer(device, epoch, account, overShort(device, epoch, account, tills));
    }

    private TenderAccount account(ResultSet row) throws SQLException {
        CurrencyCode own = new CurrencyCode(row.getString("currency"));
        return new TenderAccount(
                new TenderType(row.getString("tender")),
                money(row, "base", filed.currency()),
                money(row, "provided", own),
                money(row, "taken", own),
                money(row, "refunded", own),
                money(row, "change_given", own),
                money(row, "paid_in", own),
                money(row, "paid_out", own),
                money(row, "picked_up", own),
                money(row, "dropped", own),
                money(row, "exchanged", own),
                counted(row, own));
    }

    private Optional<Money> overShort(
            String device, int epoch, TenderAccount account, List<StoreZ.Till> tills) {
        if (account.counted() == null) return Optional.empty();
        return tills.stream()
                .filter(till -> till.device().equals(device) && till.epoch() == epoch)
                .map(till -> Drawer.of(till.workstation(), account))
                .flatMap(drawer -> Optional.ofNullable(closeDown.drawers().get(drawer)).stream())
                .findFirst();
    }

    private static @Nullable Money counted(ResultSet row, CurrencyCode own) throws SQLException {
        Money counted = money(row, "counted", own);
        return row.wasNull() ? null : counted;
    }

    private static Money money(ResultSet row, String column, CurrencyCode currency)
            throws SQLException {
        return new Money(row.getLong(column), currency);
    }
}
