package io.tidemark.fog.ledger;

import io.tidemark.ledger.money.Unit;
import io.tidemark.node.projection.PackedSums;
import io.tidemark.node.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the tables know of goods. Quantities are thousandths of the article's unit. */
public final class StockTables {
    /** Shelf prices shown. */
    private static final int SHELVES_MAX = 500;

    private final Projection projection;

    public StockTables(Projection projection) {
        this.projection = projection;
    }

    /** How much of a business day is in the tables. */
    public record Day(LocalDate day, long movements, long counts) {}

    /**
     * Where an entry stands among those of other devices on the same business day: by the clocks of
     * the devices; what shows the same time, by device and sequence.
     */
    public record Moment(OffsetDateTime at, String device, int epoch, long sequence)
            implements Comparable<Moment> {
        private static final Comparator<Moment> ORDER =
                Comparator.comparing(Moment::at, OffsetDateTime.timeLineOrder())
                        .thenComparing(Moment::device)
                        .thenComparingInt(Moment::epoch)
                        .thenComparingLong(Moment::sequence);

        @Override
        public int compareTo(Moment other) {
            return ORDER.compare(this, other);
        }
    }

    public record Count(
            LocalDate day,
            StockItem item,
            Moment moment,
            long quantity,
            String operator,
            String reference) {}

    /**
     * @param flow the name of a {@link io.tidemark.ledger.event.StockFlow}, or of the receipt's
     *     kind
     * @param workstation of the receipt, empty where it is none
     * @param receipt its number, 0 where it is none
     * @param hash the receipt's first six characters, empty where it is none
     * @param note what goes with it: reference, party, reason
     */
    public record Movement(
            LocalDate day,
            StockItem item,
            Moment moment,
            String flow,
            long quantity,
            String workstation,
            long receipt,
            String hash,
            String operator,
            String note) {}

    public record Article(String plu, @Nullable String gtin, String description) {}

    public record WrongShelf(
            LocalDate day,
            OffsetDateTime at,
            String device,
            String operator,
            String plu,
            String description,
            String shelf,
            String listed,
            String currency) {}

    /** Several questions to one state of the tables. */
    public interface Snapshot {
        List<Day> days();

        /** What moved on this day, by item. */
        Map<StockItem, Long> sums(LocalDate day);

        List<Count> counts(LocalDate day);

        /** Each movement of these items on this day, in no order. */
        List<Movement> movements(LocalDate day, Set<StockItem> items);
    }

    public <T> T read(Function<Snapshot, T> asking) {
        return projection.read(connection -> {
            try {
                return asking.apply(new OnConnection(connection));
            } catch (Unreadable e) {
                throw e.cause;
            }
        });
    }

    /** Carries H2's own word past whoever asks. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        Unreadable(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** Names that went with deliveries and counts, by article code. */
    public Map<String, Article> articles() {
        return projection.read(connection -> {
            Map<String, Article> articles = new HashMap<>();
            each(
                    connection,
                    "SELECT plu, gtin, description FROM stock_articles",
                    row ->
                            articles.put(
                                    row.getString(1),
                                    new Article(
                                            row.getString(1), row.getString(2), row.getString(3))));
            return articles;
        });
    }

    /**
     * What these articles were called when they were sold. Reads all lines there are: for few who
     * ask, and once.
     */
    public Map<String, Article> asSold(Set<String> plus) {
        return projection.read(connection -> {
            Map<String, Article> sold = new HashMap<>();
            each(
                    connection,
                    "SELECT plu, MAX(gtin), MAX(description) FROM lines WHERE plu = ANY(?)"
                            + " GROUP BY plu",
                    row ->
                            sold.put(
                                    row.getString(1),
                                    new Article(
                                            row.getString(1), row.getString(2), row.getString(3))),
                    (Object) plus.toArray(String[]::new));
            return sold;
        });
    }

    /**
     * @param net what all movements of the day together added, by unit
     */
    public record DayTotal(Day day, NavigableMap<Unit, Long> net) {}

    public DayTotal day(LocalDate wanted) {
        return read(snapshot -> {
            NavigableMap<Unit, Long> net = new TreeMap<>();
            snapshot.sums(wanted)
                    .forEach((item, moved) -> net.merge(item.unit(), moved, Math::addExact));
            return new DayTotal(
                    snapshot.days().stream()
                            .filter(day -> day.day().equals(wanted))
                            .findFirst()
                            .orElse(new Day(wanted, 0, 0)),
                    net);
        });
    }

    /** What moved one way on a day, or was counted, in one unit. */
    public record Flow(String flow, Unit unit, long lines, long quantity) {}

    /** What came, went and was counted on this day besides sales, as far as it has arrived. */
    public List<Flow> flows(LocalDate day) {
        return projection.read(connection -> {
            List<Flow> flows = new ArrayList<>();
            each(
                    connection,
                    "SELECT flow, unit, COUNT(*), ABS(SUM(quantity)) FROM stock_moves"
                            + " WHERE business_day = ? GROUP BY flow, unit UNION ALL SELECT"
                            + " 'COUNTED', unit, COUNT(*), SUM(quantity) FROM stock_counts"
                            + " WHERE business_day = ? GROUP BY unit ORDER BY 1, 2",
                    row ->
                            flows.add(
                                    new Flow(
                                            row.getString(1),
                                            Unit.of(row.getString(2)),
                                            row.getLong(3),
                                            row.getLong(4))),
                    day,
                    day);
            return flows;
        });
    }

    /** Shelves that were wrong, the last first. */
    public List<WrongShelf> wrongShelves() {
        return projection.read(connection -> {
            List<WrongShelf> found = new ArrayList<>();
            each(
                    connection,
                    "SELECT business_day, made_at, device, operator, plu, description, shelf, listed,"
                            + " currency FROM shelf_prices ORDER BY business_day DESC, made_at DESC"
                            + " LIMIT "
                            + SHELVES_MAX,
                    row -> found.add(wrongShelf(row)));
            return found;
        });
    }

    private record OnConnection(Connection connection) implements Snapshot {
        @Override
        public List<Day> days() {
            List<Day> days = new ArrayList<>();
            ask(
                    "SELECT business_day, movements, counts FROM stock_days ORDER BY business_day",
                    row -> days.add(new Day(date(row, 1), row.getLong(2), row.getLong(3))));
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
                                    (item, sum) -> sums.put(StockItem.of(item), sum)),
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

        private void ask(String sql, Taker taker, Object... values) {
            try {
                each(connection, sql, taker, values);
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
    }

    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, String sql, Taker taker, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) query.setObject(i + 1, values[i]);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) taker.take(rows);
            }
        }
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

    private static LocalDate date(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static WrongShelf wrongShelf(ResultSet row) throws SQLException {
        return new WrongShelf(
                date(row, 1),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBigDecimal(7).stripTrailingZeros().toPlainString(),
                row.getBigDecimal(8).stripTrailingZeros().toPlainString(),
                row.getString(9));
    }

    private static String noted(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) if (!part.isBlank()) said.add(part);
        return String.join(", ", said);
    }
}
