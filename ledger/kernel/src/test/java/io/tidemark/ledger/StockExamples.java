package io.tidemark.ledger;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;

import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayStock;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import java.util.List;

/** What a close-down may say of goods. */
public final class StockExamples {
    private static final StockOfDay.Moment MOMENT =
            new StockOfDay.Moment(1_323_077_400_250L, "handheld-1", 1, 17);

    private StockExamples() {}

    static StoreDayStock stock() {
        StockOfDay counted =
                new StockOfDay(
                        new StockItem("A", Unit.PIECE),
                        List.of(
                                new StockOfDay.Part(StockFlow.DELIVERY, 12_000, gbp(24_00)),
                                new StockOfDay.Part(StockFlow.DELIVERY, 2_000, null)),
                        new StockOfDay.Counted(MOMENT, 9_000, gbp(18_90), -1_000),
                        0);
        StockOfDay late =
                new StockOfDay(new StockItem("B", Unit.KILOGRAM), List.of(), null, -1_250);
        return new StoreDayStock(DAY, 0, 1, GBP, List.of(counted, late));
    }

    static StoreTransfer transfer() {
        return new StoreTransfer(
                DAY,
                0,
                MOMENT,
                "Ada",
                new StockMoved(
                        StockMoved.Kind.TRANSFER_IN,
                        "s002.handheld-1.1-9",
                        "s002",
                        "",
                        List.of(
                                new StockLine(
                                        "A",
                                        null,
                                        "Article A",
                                        "D1",
                                        Quantity.pieces(4),
                                        gbp(8)))));
    }

    /** With these figures before it. */
    static StoreDayClosed closed(ProductTable products, StoreDayStock stock, StoreTransfer moved) {
        List<StoreDayFigures> figures = List.of(moved, stock);
        StockValues values =
                new StockValues(
                        gbp(100_00),
                        gbp(24_00),
                        gbp(8),
                        gbp(5_00),
                        gbp(4_50),
                        gbp(31_00),
                        gbp(2_00),
                        gbp(1_10),
                        gbp(40),
                        gbp(-7),
                        gbp(86_71),
                        new StockValues.Counts(23, 1, 2, 1),
                        StockValues.Figures.of(figures));
        DayDetails details =
                new DayDetails(
                        gbp(0),
                        gbp(0),
                        List.of(),
                        List.of(),
                        new BasketStatistics(0, 0, 0, 0, gbp(0), gbp(0), gbp(0)),
                        products,
                        2,
                        Hash.digest(new byte[2]),
                        List.of(),
                        values);
        GrandTotals grand = GrandTotals.none(GBP).and(details);
        return new StoreDayClosed(DAY, 1, 0, 4, 3, List.of(), List.of(), Totals.none(GBP), grand)
                .with(details, grand);
    }
}
