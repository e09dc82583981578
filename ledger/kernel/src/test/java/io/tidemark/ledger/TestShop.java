package io.tidemark.ledger;

import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A small shop in pounds: the entries that many tests need. */
public final class TestShop {
    public static final CurrencyCode GBP = new CurrencyCode("GBP");
    public static final LocalDate DAY = LocalDate.of(2011, 12, 5);
    public static final JournalId TILL = till(1);
    public static final JournalId GATEWAY =
            new JournalId(new NodeName("shop.example", "s001", "gateway"), 1);
    public static final TestKeys TILL_KEYS = TestKeys.of(1);
    public static final TestKeys GATEWAY_KEYS = TestKeys.of(9);
    public static final TaxCategory STANDARD = new TaxCategory("S", new TaxRate(200_000));

    private TestShop() {}

    public static JournalId till(int number) {
        return new JournalId(new NodeName("shop.example", "s001", "till-" + number), 1);
    }

    public static Money gbp(long minor) {
        return new Money(minor, GBP);
    }

    public static Line line(String plu, long pieces, String price) {
        Line.Article article = new Line.Article(plu, null, "Article " + plu, "D1", STANDARD);
        return Line.priced(
                article, UnitPrice.of(price), PriceOrigin.CATALOGUE, Quantity.pieces(pieces), GBP);
    }

    /** Paid exactly, in cash. */
    public static SaleCompleted sale(Line... lines) {
        Money total = List.of(lines).stream().map(Line::gross).reduce(gbp(0), Money::plus);
        return new SaleCompleted(
                GBP, List.of(lines), List.of(Tender.of(TenderType.CASH, total)), gbp(0));
    }

    public static GoodsReturned returned(Line... lines) {
        Money total = List.of(lines).stream().map(Line::gross).reduce(gbp(0), Money::plus);
        return new GoodsReturned(
                GBP, List.of(lines), List.of(Tender.of(TenderType.CASH, total)), gbp(0));
    }

    public static BusinessDayOpened dayOpened() {
        return new BusinessDayOpened(GBP, "Europe/London", 4);
    }

    public static TillOpened opened(long floatMinor) {
        return new TillOpened(List.of(gbp(floatMinor)));
    }

    /** A journal's first entry, which a node records by itself: no command, no session. */
    public static EntryBytes continued(JournalContinued event, LocalDate day) {
        EntryHeader header =
                new EntryHeader(
                        EventType.JOURNAL_CONTINUED.code(),
                        EventType.JOURNAL_CONTINUED.critical(),
                        null,
                        0,
                        "W1",
                        "",
                        0,
                        day,
                        OffsetDateTime.parse("2011-12-05T09:30:00.250Z"),
                        0,
                        3,
                        1);
        return EntryCodec.encode(new Entry(header, event));
    }

    public static EntryBytes entry(Event event, long receipt) {
        return entry(event, receipt, DAY);
    }

    public static EntryBytes entry(Event event, long receipt, LocalDate day) {
        int type =
                EventType.of(event)
                        .map(EventType::code)
                        .orElseGet(() -> event instanceof Unknown unknown ? unknown.type() : 0);
        boolean critical =
                EventType.of(event)
                        .map(EventType::critical)
                        .orElseGet(() -> event instanceof Unknown unknown && unknown.critical());
        EntryHeader header =
                new EntryHeader(
                        type,
                        critical,
                        new CommandId(new UUID(7, receipt)),
                        11,
                        "W1",
                        "Ada",
                        1,
                        day,
                        OffsetDateTime.parse("2011-12-05T09:30:00.250Z"),
                        receipt,
                        3,
                        1);
        return EntryCodec.encode(new Entry(header, event));
    }
}
