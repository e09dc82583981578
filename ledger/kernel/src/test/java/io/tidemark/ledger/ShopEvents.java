package io.tidemark.ledger;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;

import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
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
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PriceOrigin;
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
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people and devices do all day besides plain sales: one of each. */
public final class ShopEvents {
    public static final Approval APPROVAL = new Approval(Approval.DISCOUNT, "7", "damaged box");
    public static final OriginalReceipt RECEIPT = new OriginalReceipt("s001", "W1", DAY, 3);

    private static final CurrencyCode USD = new CurrencyCode("USD");

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
        events.putAll(settled());
        events.put("currency bought", bought());
        events.put("currency sold, taken back", soldAndTakenBack());
        events.put("till day closed, with exchanges", closedWith(bought(), soldAndTakenBack()));
        events.put("gift card sold and another redeemed, to somebody old enough", giftCards());
        events.put("store day stock", StockExamples.stock());
        events.put("store transfer", StockExamples.transfer());
        events.put(
                "store day closed with stock",
                StockExamples.closed(
                        ProductTable.of(List.of()),
                        StockExamples.stock(),
                        StockExamples.transfer()));
        CashMovement dollars =
                new CashMovement(
                                CashMovement.Kind.FLOAT_PROVIDED,
                                new Money(1000_00, USD),
                                "the bank",
                                List.of(),
                                true)
                        .costing(gbp(780_00));
        events.put("float that says what it cost", dollars);
        events.put("till day closed, with such a float", closedWith(dollars));
        events.put("exchange refused", new ExchangeRefused(new Money(-105_00, USD)));
        return events;
    }

    /** Cash given and confirmed, and a till that was settled. */
    private static Map<String, Event> settled() {
        Map<String, Event> events = new LinkedHashMap<>();
        CommandId given = new CommandId(new UUID(1, 2));
        events.put("till opened, two-sided", new TillOpened(List.of(gbp(10_000)), true));
        events.put(
                "pickup, two-sided",
                new CashMovement(CashMovement.Kind.PICKUP, gbp(500), "safe", List.of(), true));
        events.put(
                "cash confirmed",
                new CashConfirmed(
                        given,
                        "CASH_PICKED_UP",
                        true,
                        List.of(new CashConfirmed.Confirmed(gbp(500), gbp(480))),
                        "7",
                        "a note was missing"));
        events.put(
                "till counted by denomination",
                new TillCounted(
                        List.of(
                                new CountedTender(
                                        TenderType.CASH,
                                        gbp(4_050),
                                        List.of(
                                                new CountedTender.Pieces(2_000, 2),
                                                new CountedTender.Pieces(50, 1))))));
        events.put(
                "over/short found",
                new OverShortFound(
                        List.of(
                                new OverShortFound.Settled(
                                        TenderType.CASH, gbp(4_000), gbp(4_050))),
                        "wrong change",
                        List.of(new Approval(Approval.OVER_SHORT, "7", "seen"))));
        events.put("till Z copied", new TillZCopied(4, DAY, 1));
        events.put(
                "till day closed, with cash unconfirmed",
                new TillDayClosed(
                        1,
                        1,
                        2,
                        ReceiptDigest.NONE.hash(),
                        Totals.none(GBP),
                        ReceiptDigest.NONE,
                        List.of(
                                new UnconfirmedCash(
                                        given, "CASH_PICKED_UP", DAY, "Ada", List.of(gbp(500))))));
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

    /** 100 dollars for 75.00 less 1.50, of a customer who was known, at a rate that was allowed. */
    public static CurrencyExchanged bought() {
        return new CurrencyExchanged(
                new Money(100_00, USD),
                gbp(-75_00),
                gbp(1_50),
                rate("0.75"),
                rate("0.7801"),
                new CurrencyExchanged.Customer("C-77", "PASSPORT"),
                List.of(new Approval(Approval.EXCHANGE_RATE, "7", "regular customer")),
                null);
    }

    /** Taking back 50 dollars that were sold for 40.50. */
    public static CurrencyExchanged soldAndTakenBack() {
        CurrencyExchanged sold =
                new CurrencyExchanged(
                        new Money(-50_00, USD),
                        gbp(40_50),
                        gbp(0),
                        rate("0.81"),
                        rate("0.7801"),
                        CurrencyExchanged.Customer.UNKNOWN,
                        List.of(),
                        null);
        return CurrencyExchanged.undoing(
                sold, new CurrencyExchanged.Undone(RECEIPT, "wrong notes"), List.of(APPROVAL));
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    private static TillDayClosed closedWith(Event... events) {
        TotalsSum sum = new TotalsSum(GBP);
        for (Event event : events) sum.add(event);
        return new TillDayClosed(
                1, 1, 2, ReceiptDigest.NONE.hash(), sum.totals(), ReceiptDigest.NONE);
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

    /**
     * Goods of 10.00 without tax and a gift card of 20.00, paid with 5.00 from a card that nobody
     * could check and the rest in cash.
     */
    public static SaleCompleted giftCards() {
        Line goods = line("A", 1, "10.00");
        Line untaxed =
                Line.pricedWithoutTax(
                        new Line.Article("A", null, "Article A", "goods", goods.tax()),
                        goods.price(),
                        goods.origin(),
                        goods.quantity(),
                        GBP);
        Line card =
                Line.priced(
                                new Line.Article(
                                        "CARD", null, "Gift card", "", TaxCategory.OUTSIDE),
                                UnitPrice.of("20"),
                                PriceOrigin.ENTERED,
                                Quantity.pieces(1),
                                GBP)
                        .with(
                                new LineDetails(
                                        null,
                                        List.of(),
                                        null,
                                        LineKind.GIFT_CARD,
                                        "6006-1",
                                        false));
        Money total = untaxed.gross().plus(card.gross());
        return new SaleCompleted(
                GBP,
                List.of(untaxed, card),
                List.of(
                        Tender.of(new CardUse("6006-2", false), gbp(500)),
                        Tender.of(TenderType.CASH, total.minus(gbp(500)))),
                gbp(0),
                new TransactionDetails(
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "",
                        new AgeCheck(18, AgeCheck.How.DOCUMENT)));
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
