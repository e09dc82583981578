package io.tidemark.edge.record;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A till with a small catalogue and a clock to step, which keeps its journal in memory. */
public final class TillAtWork {
    static final CurrencyCode GBP = new CurrencyCode("GBP");
    static final TaxCategory STANDARD = new TaxCategory("S", new TaxRate(200_000));
    static final TaxCategory ZERO = new TaxCategory("Z", new TaxRate(0));
    public static final String OPERATOR = "Mary";

    public final JournalId id = new JournalId(new NodeName("shop.example", "s001", "till-1"), 1);
    public final List<EntryBytes> journal = new ArrayList<>();
    Instant now = Instant.parse("2010-12-01T09:00:00Z");

    Staff staff = Staff.ANYBODY;

    private final Workplace workplace;
    private Till till;

    Exchange exchange = Exchange.NONE;

    /** What the gateway says goods cost on average. */
    GoodsLookUp.Averages averages = GoodsLookUp.Averages.UNKNOWN;

    /** What the gateway says of an exchange; null: nothing. */
    @Nullable ExchangeKnown exchangeKnown;

    public TillAtWork() {
        this(GBP);
    }

    TillAtWork(CurrencyCode currency) {
        this(currency, DeviceKind.TILL);
    }

    private TillAtWork(CurrencyCode currency, DeviceKind kind) {
        workplace =
                new Workplace(
                        id, "Till 1", "London", ZoneId.of("Europe/London"), 4, currency, kind);
        till = new Till(workplace);
    }

    /** Which is no till at all, but works the same. */
    static TillAtWork handheld() {
        return new TillAtWork(GBP, DeviceKind.HANDHELD);
    }

    /** Folded anew from the bytes of the journal, as after a restart. */
    TillAtWork restarted() {
        till = new Till(workplace);
        Head head = Head.genesis(id);
        for (EntryBytes bytes : journal) {
            head = head.then(bytes);
            till.apply(head, EntryCodec.decode(bytes));
        }
        return this;
    }

    /** The same after a power cut, which took the last entry. */
    TillAtWork restartedWithoutTheLast() {
        journal.removeLast();
        return restarted();
    }

    /** The same, with no more than their headers left of all receipts. */
    TillAtWork restartedPruned() {
        till = new Till(workplace);
        Head head = Head.genesis(id);
        for (EntryBytes bytes : journal) {
            head = head.then(bytes);
            if (PrunedEntry.isGivenUp(bytes)) till.pruned(left(head, bytes));
            else till.apply(head, EntryCodec.decode(bytes));
        }
        return this;
    }

    private PrunedEntry left(Head head, EntryBytes bytes) {
        return new PrunedEntry(
                head,
                EntryCodec.header(bytes),
                new PrunedEntry.Pruning(workplace.businessDayAt(now), 35));
    }

    public TillAtWork open() {
        return open(10_000);
    }

    TillAtWork open(long floatMinor) {
        recorded(new Ask.OpenDay(newId(), OPERATOR, List.of(money(floatMinor))));
        return this;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    Decision decide(Ask ask, String... proven) {
        Authority authority = new Authority(staff, Set.of(proven));
        return goods(ask)
                .map(looked -> decideGoods(ask, looked, authority))
                .orElseGet(() -> decide(command(ask, proven)));
    }

    private Optional<GoodsLookUp.Result> goods(Ask ask) {
        GoodsLookUp goods = new GoodsLookUp(catalogue(), workplace.currency(), averages);
        if (ask instanceof Ask.MoveStock move) return Optional.of(goods.moved(move));
        if (ask instanceof Ask.CountStock count) return Optional.of(goods.counted(count));
        if (ask instanceof Ask.CheckShelfPrice check) return Optional.of(goods.shelf(check));
        return Optional.empty();
    }

    private Decision decideGoods(Ask ask, GoodsLookUp.Result looked, Authority authority) {
        return switch (looked) {
            case GoodsLookUp.Result.Found found -> decide(Command.of(ask, found, authority));
            case GoodsLookUp.Result.NotFound(Refusal refusal) -> new Decision.Refused(refusal);
        };
    }

    Decision decide(Command command) {
        Decision decision = till.decide(command, now);
        if (decision instanceof Decision.Append(List<Entry> entries)) entries.forEach(this::append);
        if (decision instanceof Decision.RefusedOnRecord(var _, Entry asked)) append(asked);
        return decision;
    }

    /** What was recorded; anything but a record fails. */
    public List<Entry> recorded(Ask ask, String... proven) {
        return switch (decide(ask, proven)) {
            case Decision.Append(var entries) -> entries;
            case Decision.Refused(Refusal refusal) -> throw new AssertionError(refusal.why());
            case Decision.RefusedOnRecord(Refusal refusal, var _) ->
                    throw new AssertionError(refusal.why());
            case Decision.Repeated _, Decision.Conflict _ ->
                    throw new AssertionError("asked before");
        };
    }

    Event recordedEvent(Ask ask, String... proven) {
        return recorded(ask, proven).getLast().event();
    }

    Refusal refused(Ask ask, String... proven) {
        return switch (decide(ask, proven)) {
            case Decision.Refused(Refusal refusal) -> refusal;
            case Decision.RefusedOnRecord(Refusal refusal, var _) -> refusal;
            case Decision.Append _, Decision.Repeated _, Decision.Conflict _ ->
                    throw new AssertionError("was not refused");
        };
    }

    private void append(Entry entry) {
        EntryBytes bytes = EntryCodec.encode(entry);
        Head head = till.head().then(bytes);
        journal.add(bytes);
        till.apply(head, EntryCodec.decode(bytes));
    }

    /** The newest entry of its journal. */
    Entry last() {
        return EntryCodec.decode(journal.getLast());
    }

    TillView view() {
        return till.view();
    }

    TenderAccount cash() {
        return Objects.requireNonNull(view().totals()).tenders().stream()
                .filter(account -> account.type().isCash())
                .findFirst()
                .orElseThrow();
    }

    Optional<Decision> find(Ask ask) {
        return till.recorded(ask);
    }

    /** With whatever PINs came along. */
    private Command command(Ask ask, String... proven) {
        return ask instanceof Ask.Exchange
                ? plain(ask, proven).with(Found.exchanging(exchange, exchangeKnown))
                : plain(ask, proven);
    }

    private Command plain(Ask ask, String... proven) {
        Authority authority = new Authority(staff, Set.of(proven));
        @Nullable Basket basket = ask.basket();
        return basket == null
                ? Command.of(ask, authority)
                : new Command(ask, priced(basket), authority);
    }

    Pricing.Result.Priced priced(Basket basket) {
        return switch (new Pricing(catalogue(), workplace.currency()).price(basket)) {
            case Pricing.Result.Priced priced -> priced;
            case Pricing.Result.Unsaleable(Refusal refusal) ->
                    throw new AssertionError(refusal.why());
        };
    }

    public static CommandId newId() {
        return new CommandId(UUID.randomUUID());
    }

    public Money money(long minor) {
        return new Money(minor, workplace.currency());
    }

    public Tender tender(TenderType type, long minor) {
        return Tender.of(type, money(minor));
    }

    public Ask.Sell sale(List<BasketLine> lines, Tender... tenders) {
        return new Ask.Sell(newId(), OPERATOR, new Basket(lines, List.of(tenders), null));
    }

    /** One heart of 2.55, paid in cash exactly. */
    public Ask.Sell smallSale() {
        return sale(List.of(line("85123A", "1")), tender(TenderType.CASH, 255));
    }

    public Ask.MoveCash move(CashMovement.Kind kind, long minor) {
        return new Ask.MoveCash(newId(), OPERATOR, new CashMovement(kind, money(minor), "as told"));
    }

    public static BasketLine line(String plu, String quantity) {
        return new BasketLine(named(plu), Quantity.of(quantity, Unit.PIECE), null, null);
    }

    static BasketLine line(String plu, String quantity, String price) {
        return new BasketLine(
                named(plu), Quantity.of(quantity, Unit.PIECE), UnitPrice.of(price), null);
    }

    static BasketLine.Named named(String plu) {
        return new BasketLine.Named(plu, null, null, null, null);
    }

    static Catalogue catalogue() {
        return new CatalogueInMemory(
                7,
                Map.of(
                        "85123A",
                                article(
                                        "85123A",
                                        "5012345678900",
                                        "WHITE HANGING HEART",
                                        STANDARD,
                                        "2.55"),
                        "BOOK", article("BOOK", null, "A BOOK", ZERO, "9.99"),
                        "CHEESE",
                                new Article(
                                        new Line.Article("CHEESE", null, "CHEDDAR", "FOOD", ZERO),
                                        Unit.KILOGRAM,
                                        UnitPrice.of("11.90"),
                                        UnitPrice.of("7.333"))),
                List.of(STANDARD, ZERO));
    }

    private static Article article(
            String plu, @Nullable String gtin, String name, TaxCategory tax, String price) {
        return new Article(
                new Line.Article(plu, gtin, name, "GIFTS", tax), Unit.PIECE, UnitPrice.of(price));
    }
}
