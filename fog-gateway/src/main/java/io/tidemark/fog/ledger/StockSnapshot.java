package io.tidemark.fog.ledger;

import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Day;
import io.tidemark.fog.ledger.StockTables.Moment;
import io.tidemark.fog.ledger.StockTables.Movement;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.node.projection.PackedSums;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One state of the tables: what moved and what was counted, day by day. */
record StockSnapshot(Connection connection) implements StockTables.Snapshot {
    /** Carries H2's own word past whoever asks. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        Unreadable(SQLException cause) {
            super(cause);
            this.cause = cause;
        }

        SQLException sql() {
            return cause;
        }
    }

    @Override
    public List<Day> days() {
        List<Day> days = new ArrayList<>();
        ask(
                "SELECT business_day, movements, counts FROM stock_days ORDER BY business_day",
                row ->
                        days.add(
                                new Day(
                                        row.getObject(1, LocalDate.class),
                                        row.getLong(2),
                                        row.getLong(3))));
        return days;
    }

    @Override
    public Map<StockItem, Long> sums(LocalDate day) {
        Map<StockItem, Long> sums = new HashMap<>();
        ask(
                "SELECT sums FROM stock_sums WHERE business_day = ?",
                row ->
                        PackedSums.read(
                                row.getBytes(1),
                                (item, sum) -> sums.put(PackedItem.item(item), sum)),
                day);
        return sums;
    }

    @Override
    public List<Count> counts(LocalDate day) {
        List<Count> counts = new ArrayList<>();
        ask(
                "SELECT plu, unit, made_at, device, epoch, sequence, quantity, operator,"
                        + " reference FROM stock_counts WHERE business_day = ?",
                row ->
                        counts.add(
                                new Count(
                                        day,
                                        item(row),
                                        moment(row),
                                        row.getLong(7),
                                        row.getString(8),
                                        row.getString(9))),
                day);
        return counts;
    }

    @Override
    public List<Movement> movements(LocalDate day, Set<StockItem> items) {
        List<Movement> found = new ArrayList<>(moved(day, items));
        List<SoldLines.Journal> journals = new ArrayList<>();
        ask(
                "SELECT number, device, epoch FROM journals",
                row ->
                        journals.add(
                                new SoldLines.Journal(
                                        row.getLong(1), row.getString(2), row.getInt(3))));
        for (SoldLines.Journal journal : journals)
            sold(new SoldLines(connection, journal, day), items, found);
        return found;
    }

    private List<Movement> moved(LocalDate day, Set<StockItem> items) {
        List<Movement> found = new ArrayList<>();
        for (String plu : plus(items))
            ask(
                    "SELECT plu, unit, made_at, device, epoch, sequence, quantity, flow,"
                            + " operator, reference, party, reason FROM stock_moves"
                            + " WHERE business_day = ? AND plu = ?",
                    row -> {
                        if (items.contains(item(row))) found.add(movement(day, row));
                    },
                    day,
                    plu);
        return found;
    }

    private static void sold(SoldLines lines, Set<StockItem> items, List<Movement> into) {
        try {
            lines.read(items, into);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private void ask(String sql, SqlRows.Taker taker, Object... values) {
        try {
            SqlRows.each(connection, sql, taker, values);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private static Movement movement(LocalDate day, ResultSet row) throws SQLException {
        return new Movement(
                day,
                item(row),
                moment(row),
                row.getString(8),
                row.getLong(7),
                "",
                0,
                "",
                row.getString(9),
                noted(row.getString(10), row.getString(11), row.getString(12)));
    }

    static Set<String> plus(Set<StockItem> items) {
        Set<String> plus = new HashSet<>();
        for (StockItem item : items) plus.add(item.plu());
        return plus;
    }

    private static StockItem item(ResultSet row) throws SQLException {
        return new StockItem(row.getString("plu"), Unit.of(row.getString("unit")));
    }

    private static Moment moment(ResultSet row) throws SQLException {
        return new Moment(
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("device"),
                row.getInt("epoch"),
                row.getLong("sequence"));
    }

    private static String noted(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) if (!part.isBlank()) said.add(part);
        return String.join(", ", said);
    }
}
