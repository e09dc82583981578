package io.tidemark.fog.ledger;

import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.node.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
                return asking.apply(new StockSnapshot(connection));
            } catch (StockSnapshot.Unreadable e) {
                throw e.sql();
            }
        });
    }

    /** Names that went with deliveries and counts, by article code. */
    public Map<String, Article> articles() {
        return projection.read(connection -> {
            Map<String, Article> articles = new HashMap<>();
            SqlRows.each(
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
            SqlRows.each(
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
            SqlRows.each(
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
            SqlRows.each(
                    connection,
                    "SELECT business_day, made_at, device, operator, plu, description, shelf, listed,"
                            + " currency FROM shelf_prices ORDER BY business_day DESC, made_at DESC"
                            + " LIMIT "
                            + SHELVES_MAX,
                    row -> found.add(wrongShelf(row)));
            return found;
        });
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
}
