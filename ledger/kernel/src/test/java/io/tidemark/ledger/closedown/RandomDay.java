package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.MoneyEvents;
import io.tidemark.ledger.ShopEvents;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A shop's day drawn from a seed: tills whose operators do whatever can be done. */
final class RandomDay {
    private static final List<String> OPERATORS = List.of("Ada", "Bo", "Cy");
    private static final List<TaxCategory> TAXES =
            List.of(
                    new TaxCategory("S", new TaxRate(200_000)),
                    new TaxCategory("R", new TaxRate(50_000)),
                    new TaxCategory("Z", new TaxRate(0)));

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final ExchangeRate RATE = new ExchangeRate(new BigDecimal("0.8731"));

    private final Random random;
    private final LocalDate day;
    private final List<TestChain> tills = new ArrayList<>();
    private TotalsSum totals = new TotalsSum(GBP);
    private ReceiptDigest receipts = ReceiptDigest.NONE;
    private long receipt;

    RandomDay(long seed) {
        this(seed, DAY);
    }

    RandomDay(long seed, LocalDate day) {
        this.random = new Random(seed);
        this.day = day;
        int devices = 1 + random.nextInt(4);
        for (int number = 1; number <= devices; number++) tills.add(till(TestShop.till(number)));
    }

    List<TestChain> tills() {
        return tills;
    }

    /** Ended and opened again, perhaps; or never ended. */
    private TestChain till(JournalId id) {
        TestChain chain = new TestChain(id, TILL_KEYS);
        long z = 0;
        while (random.nextInt(5) == 0) {
            opening(chain);
            ended(chain, ++z);
        }
        opening(chain);
        if (random.nextInt(5) > 0) ended(chain, ++z);
        return chain;
    }

    private void opening(TestChain chain) {
        totals = new TotalsSum(GBP);
        receipts = ReceiptDigest.NONE;
        List<Event> events = new ArrayList<>(List.of(TestShop.dayOpened(), TestShop.opened(5_000)));
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) events.add(event());
        if (random.nextInt(4) > 0) events.add(counted());
        for (Event event : events) recorded(chain, event);
    }

    private void recorded(TestChain chain, Event event) {
        boolean printed = event instanceof RetailTransaction || event instanceof CurrencyExchanged;
        chain.append(entry(event, printed ? ++receipt : 0));
        totals.add(event);
        if (event instanceof RetailTransaction sale)
            receipts = receipts.then(receipt, sale.lines().size(), sale.total());
    }

    private void ended(TestChain chain, long z) {
        Head head = chain.head();
        chain.append(
                entry(
                        new TillDayClosed(
                                z, 1, head.sequence(), head.hash(), totals.totals(), receipts),
                        0));
    }

    private Event event() {
        return switch (random.nextInt(21)) {
            case 0 -> returned();
            case 1 -> PostVoided.of(sale(), ShopEvents.RECEIPT, ShopEvents.because("wrong"));
            case 2 -> cash(CashMovement.Kind.values());
            case 3 -> new NoSale("change");
            case 4 -> ShopEvents.training();
            case 5 -> ShopEvents.discounted();
            case 6 -> new OperatorSession(OperatorSession.Kind.SIGN_ON, "Ada", "CASHIER");
            case 7 -> ShopEvents.ofEachKind();
            case 8 -> MoneyEvents.giftCards();
            case 9 -> random.nextBoolean() ? MoneyEvents.bought() : MoneyEvents.soldAndTakenBack();
            case 10 -> swapped();
            case 11 -> paidInEuros();
            case 12 -> euros();
            default -> sale();
        };
    }

    /** Goods that come back in the same receipt as others are sold, the difference by card. */
    private SaleCompleted swapped() {
        List<Line> lines = new ArrayList<>(lines(1));
        lines.addAll(lines(-1));
        Money total = Money.sum(GBP, lines, Line::gross);
        return new SaleCompleted(GBP, lines, List.of(Tender.of(TenderType.CARD, total)), gbp(0));
    }

    /** With change in pounds. */
    private SaleCompleted paidInEuros() {
        List<Line> lines = lines(1);
        Money total = Money.sum(GBP, lines, Line::gross);
        Money given = new Money(2 * total.minor() + 5, EUR);
        Money base = RATE.convert(given, GBP);
        Tender notes = new Tender(TenderType.CASH, given, RATE, base);
        return new SaleCompleted(GBP, lines, List.of(notes), base.minus(total));
    }

    private CashMovement euros() {
        CashMovement.Kind[] kinds = CashMovement.Kind.values();
        return new CashMovement(
                kinds[random.nextInt(kinds.length)],
                new Money(1 + random.nextInt(900), EUR),
                "why");
    }

    private CashMovement cash(CashMovement.Kind[] kinds) {
        return new CashMovement(
                kinds[random.nextInt(kinds.length)], gbp(1 + random.nextInt(1_000)), "why");
    }

    private TillCounted counted() {
        return new TillCounted(
                List.of(
                        new CountedTender(TenderType.CASH, gbp(random.nextInt(20_000))),
                        new CountedTender(TenderType.CASH, new Money(random.nextInt(9_000), EUR)),
                        new CountedTender(TenderType.CARD, gbp(random.nextInt(20_000)))));
    }

    private SaleCompleted sale() {
        List<Line> lines = lines(1);
        Money total = Money.sum(GBP, lines, Line::gross);
        Money over = gbp(random.nextInt(500));
        return random.nextBoolean()
                ? new SaleCompleted(GBP, lines, List.of(Tender.of(TenderType.CARD, total)), gbp(0))
                : new SaleCompleted(
                        GBP, lines, List.of(Tender.of(TenderType.CASH, total.plus(over))), over);
    }

    private GoodsReturned returned() {
        List<Line> lines = lines(-1);
        Money total = Money.sum(GBP, lines, Line::gross);
        return new GoodsReturned(GBP, lines, List.of(Tender.of(TenderType.CASH, total)), gbp(0));
    }

    private List<Line> lines(int sign) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) lines.add(line(sign));
        return lines;
    }

    private Line line(int sign) {
        int article = random.nextInt(9);
        Line.Article named =
                new Line.Article(
                        "P" + article,
                        null,
                        "Article " + article,
                        "D" + article % 3,
                        TAXES.get(article % TAXES.size()));
        Quantity quantity =
                article == 8
                        ? Quantity.of("" + sign * (1 + random.nextInt(900)) / 1000.0, Unit.KILOGRAM)
                        : Quantity.pieces(sign * (1L + random.nextInt(3)));
        UnitPrice price = UnitPrice.of("" + (1 + random.nextInt(2_000)) / 100.0);
        return Line.priced(named, price, PriceOrigin.CATALOGUE, quantity, GBP);
    }

    private EntryBytes entry(Event event, long number) {
        EventType type = EventType.of(event).orElseThrow();
        OffsetDateTime at =
                day.atStartOfDay()
                        .plusMinutes(4L * 60 + random.nextInt(24 * 60))
                        .atOffset(ZoneOffset.ofHours(random.nextInt(3)));
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        new CommandId(new UUID(random.nextLong(), random.nextLong())),
                        11,
                        "W1",
                        OPERATORS.get(random.nextInt(OPERATORS.size())),
                        1,
                        day,
                        at,
                        number,
                        3,
                        1);
        return EntryCodec.encode(new Entry(header, event));
    }
}
