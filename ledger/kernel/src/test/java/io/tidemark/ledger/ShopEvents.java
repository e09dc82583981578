package io.tidemark.ledger;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people and devices do all day besides plain sales: one of each. */
public final class ShopEvents {
    public static final Approval APPROVAL = new Approval(Approval.DISCOUNT, "7", "damaged box");
    public static final OriginalReceipt RECEIPT = new OriginalReceipt("s001", "W1", DAY, 3);

    private ShopEvents() {}

    public static Map<String, Event> all() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("sale with discounts", discounted());
        events.put("return, checked", returnedChecked());
        events.put("post-voided", PostVoided.of(discounted(), RECEIPT, because("wrong customer")));
        events.put(
                "paid out, approved",
                new CashMovement(
                        CashMovement.Kind.PAID_OUT, gbp(500), "window", List.of(APPROVAL)));
        events.put("no sale, approved", new NoSale("change", List.of(APPROVAL)));
        for (OperatorSession.Kind kind : OperatorSession.Kind.values())
            events.put(kind.name(), new OperatorSession(kind, "Ada", "CASHIER"));
        events.put(
                "basket suspended",
                new BasketSuspended(
                        "W1-17", GBP, List.of(line("A", 1, "2.00")), TransactionDetails.NONE));
        events.put("basket resumed", new BasketResumed("W1-17", "W1"));
        events.put(
                "basket voided",
                new BasketVoided(GBP, List.of(line("A", 1, "2.00")), because("no money")));
        events.put("training", training());
        events.put("receipt copied", new ReceiptCopied(RECEIPT, 2));
        for (StockMoved.Kind kind : StockMoved.Kind.values()) events.put(kind.name(), moved(kind));
        events.put("stock counted", counted(12));
        events.put(
                "shelf price checked",
                new ShelfPriceChecked(
                        "A", "Article A", UnitPrice.of("2.10"), UnitPrice.of("2"), GBP));
        StoreDayProducts products = products();
        events.put("store day closed with details", detailed(ProductTable.of(products.rows())));
        events.put("store day products", products);
        events.put("sale with a line of each kind", ofEachKind());
        events.put("till day closed, of each kind, with a drop", closedOfEachKind());
        events.putAll(MoneyEvents.settled());
        events.put("currency bought", MoneyEvents.bought());
        events.put("currency sold, taken back", MoneyEvents.soldAndTakenBack());
        events.put(
                "till day closed, with exchanges",
                MoneyEvents.closedWith(MoneyEvents.bought(), MoneyEvents.soldAndTakenBack()));
        events.put(
                "gift card sold and another redeemed, to somebody old enough",
                MoneyEvents.giftCards());
        events.put("store day stock", StockExamples.stock());
        events.put("store transfer", StockExamples.transfer());
        events.put(
                "store day closed with stock",
                StockExamples.closed(
                        ProductTable.of(List.of()),
                        StockExamples.stock(),
                        StockExamples.transfer()));
        events.putAll(MoneyEvents.ofForeignFloats());
        events.put("exchange refused", new ExchangeRefused(new Money(-105_00, MoneyEvents.USD)));
        return events;
    }

    private static StoreDayProducts products() {
        ProductTotal.Key key = ProductTotal.Key.of(line("A", 2, "2.00"));
        return new StoreDayProducts(
                DAY, 0, 1, GBP, List.of(new ProductTotal(key, 1, 2_000, gbp(309), gbp(52))));
    }

    private static StoreDayClosed detailed(ProductTable products) {
        TotalsSum sum = new TotalsSum(GBP);
        sum.add(discounted());
        DayDetails details =
                new DayDetails(
                        gbp(750),
                        gbp(0),
                        List.of(
                                new CashierTotal(
                                        "Ada",
                                        1,
                                        0,
                                        2,
                                        0,
                                        gbp(750),
                                        gbp(0),
                                        sum.totals().tallies())),
                        List.of(new HourTotal(9, 1, 2, gbp(750))),
                        new BasketStatistics(1, 200, 2, 2, gbp(750), gbp(750), gbp(750)),
                        products,
                        17,
                        Hash.digest(new byte[2]));
        GrandTotals grand = GrandTotals.none(GBP).and(details);
        return new StoreDayClosed(DAY, 1, 0, 4, 3, List.of(), List.of(), sum.totals(), grand)
                .with(details, grand);
    }

    /** A line for 1.00 of each kind, paid in cash. */
    public static SaleCompleted ofEachKind() {
        List<Line> lines =
                Arrays.stream(LineKind.values())
                        .map(kind -> line(kind.name(), 1, "1.00").with(LineDetails.of(kind)))
                        .toList();
        return new SaleCompleted(
                GBP, lines, List.of(Tender.of(TenderType.CASH, gbp(100L * lines.size()))), gbp(0));
    }

    private static TillDayClosed closedOfEachKind() {
        TotalsSum sum = new TotalsSum(GBP);
        sum.add(ofEachKind());
        sum.add(new CashMovement(CashMovement.Kind.SAFE_DROP, gbp(200), ""));
        return new TillDayClosed(
                1, 1, 2, ReceiptDigest.NONE.hash(), sum.totals(), ReceiptDigest.NONE);
    }

    /**
     * Two of A at 2.00 of which 0.50 comes off, one B at 6.00 sold for 5.00, and 1.00 off it all:
     * 7.50, where three lines had been taken out.
     */
    public static SaleCompleted discounted() {
        Line a = line("A", 2, "2.00").with(new LineDetails(null, shares(0, 50, 1, 41), gbp(120)));
        Line b =
                line("B", 1, "5.00")
                        .with(
                                new LineDetails(
                                        new LineDetails.PriceOverride(UnitPrice.of("6"), "scratch"),
                                        List.of(new LineDetails.DiscountShare(1, gbp(59))),
                                        gbp(300)));
        TransactionDetails details =
                new TransactionDetails(
                        List.of(
                                new Discount(Discount.Kind.LINE, "two for", 125_000, gbp(50)),
                                new Discount(Discount.Kind.BASKET, "member", 0, gbp(100))),
                        List.of(APPROVAL),
                        new TransactionDetails.VoidedLines(3, gbp(999)),
                        "W2-4",
                        "");
        return new SaleCompleted(
                GBP,
                List.of(a, b),
                List.of(Tender.of(TenderType.CASH, gbp(1_000))),
                gbp(250),
                details);
    }

    private static List<LineDetails.DiscountShare> shares(int i, long off, int k, long more) {
        return List.of(
                new LineDetails.DiscountShare(i, gbp(off)),
                new LineDetails.DiscountShare(k, gbp(more)));
    }

    private static GoodsReturned returnedChecked() {
        Line line =
                line("A", -1, "2.00").returning(new OriginalLine("s001", "W1", DAY, 3, 1).held());
        return new GoodsReturned(
                GBP,
                List.of(line),
                List.of(Tender.of(TenderType.CASH, line.gross())),
                gbp(0),
                because("too small"));
    }

    public static TrainingTransaction training() {
        return new TrainingTransaction(
                GBP,
                List.of(line("A", 1, "2.00")),
                List.of(Tender.of(TenderType.CASH, gbp(200))),
                gbp(0),
                TransactionDetails.NONE);
    }

    public static StockMoved moved(StockMoved.Kind kind) {
        return new StockMoved(
                kind,
                "D-1",
                "Mill Ltd",
                "",
                List.of(
                        new StockLine("A", null, "Article A", "D1", Quantity.pieces(10), gbp(600)),
                        new StockLine(
                                "K",
                                null,
                                "Cheese",
                                "D2",
                                Quantity.of("2.5", Unit.KILOGRAM),
                                null)));
    }

    public static StockCounted counted(long pieces) {
        return new StockCounted(
                "shelf 4",
                List.of(
                        new StockLine(
                                "A",
                                "4006381333931",
                                "Article A",
                                "D1",
                                Quantity.pieces(pieces),
                                null)));
    }

    public static TransactionDetails because(String reason) {
        return new TransactionDetails(List.of(), List.of(), null, null, reason);
    }
}
