package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Row;
import io.tidemark.node.projection.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Posts what entries do to the goods on hand. Rows are sums, which come out the same in any order,
 * and entries as they are: which movements a count comes after is not decided here, since the
 * device it comes from may be heard before the others or after them.
 */
final class StockPosting {
    private static final int PRICE_PLACES = 6;

    private final FollowedEntry entry;
    private final EntryHeader header;
    private final Rows rows;

    StockPosting(FollowedEntry entry, EntryHeader header, Rows rows) {
        this.entry = entry;
        this.header = header;
        this.rows = rows;
    }

    /** Sold goods leave; what is returned or post-voided has a negative quantity and comes back. */
    void post(RetailTransaction transaction) {
        int lines = 0;
        for (Line line : transaction.lines()) {
            if (!StockItem.isKept(line.plu()) || !line.details().kind().isGoods()) continue;
            add(new StockItem(line.plu(), line.quantity().unit()), -line.quantity().thousandths());
            lines++;
        }
        if (lines > 0) day(lines, 0);
    }

    void post(StockMoved moved) {
        int number = 0;
        for (StockLine line : moved.lines()) {
            StockItem item = new StockItem(line.plu(), line.quantity().unit());
            long quantity = moved.kind().flow().sign() * line.quantity().thousandths();
            add(item, quantity);
            rows.insert(
                    "stock_moves",
                    header.businessDay(),
                    item.plu(),
                    item.unit().code(),
                    entry.journal().node().device(),
                    entry.journal().epoch(),
                    entry.sequence(),
                    ++number,
                    header.at(),
                    moved.kind().flow().name(),
                    quantity,
                    header.operator(),
                    moved.reference(),
                    moved.party(),
                    moved.reason());
        }
        called(moved.lines());
        day(moved.lines().size(), 0);
    }

    void post(StockCounted counted) {
        for (StockLine line : counted.lines())
            rows.insert(
                    "stock_counts",
                    header.businessDay(),
                    line.plu(),
                    line.quantity().unit().code(),
                    entry.journal().node().device(),
                    entry.journal().epoch(),
                    entry.sequence(),
                    header.at(),
                    line.quantity().thousandths(),
                    header.operator(),
                    counted.reference());
        called(counted.lines());
        day(0, counted.lines().size());
    }

    void post(ShelfPriceChecked check) {
        if (check.isRight()) return;
        rows.insert(
                "shelf_prices",
                header.businessDay(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                check.plu(),
                check.description(),
                header.at(),
                header.operator(),
                scaled(check.shelf()),
                scaled(check.listed()),
                check.currency().code());
    }

    private void add(StockItem item, long thousandths) {
        Object[] key = {header.businessDay(), PackedItem.bucket(item)};
        rows.add("stock_sums", key, PackedItem.of(item), thousandths);
    }

    private void day(long movements, long counts) {
        LocalDate day = header.businessDay();
        Optional<Row> before = rows.find("stock_days", day);
        rows.put(
                "stock_days",
                day,
                before.map(row -> row.longAt("movements")).orElse(0L) + movements,
                before.map(row -> row.longAt("counts")).orElse(0L) + counts);
    }

    private void called(List<StockLine> lines) {
        for (StockLine line : lines)
            if (rows.find("stock_articles", line.plu()).map(row -> isOlder(row, line)).orElse(true))
                rows.put(
                        "stock_articles",
                        line.plu(),
                        line.gtin(),
                        line.description(),
                        line.department(),
                        header.at());
    }

    /** At the same moment the higher name stands, whichever came first. */
    private boolean isOlder(Row row, StockLine line) {
        OffsetDateTime known = (OffsetDateTime) row.get("made_at");
        int order = known == null ? -1 : OffsetDateTime.timeLineOrder().compare(known, header.at());
        if (order == 0) order = key(row).compareTo(key(line));
        return order < 0;
    }

    private String key(Row row) {
        return row.textAt("description")
                + row.get("gtin")
                + row.textAt("department")
                + row.get("made_at");
    }

    private String key(StockLine line) {
        return line.description() + line.gtin() + line.department() + header.at();
    }

    private static BigDecimal scaled(UnitPrice price) {
        return price.value().setScale(PRICE_PLACES);
    }
}
