package io.tidemark.lab.bench;

import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.RetailFile;
import io.tidemark.lab.retail.Row;
import io.tidemark.lab.retail.SoldLines;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Receipts of five lines from a file of real ones, line after line in its order and from the start
 * again where it ends; as a till records them, each with a command's random id and digest.
 */
final class Receipts {
    static final int LINES = 5;

    private static final CurrencyCode CURRENCY = new CurrencyCode("GBP");
    private static final long MILLIS_BETWEEN = 150;
    private static final Map<String, TaxCategory> TAXES =
            HouseRule.TAX_CATEGORIES.stream()
                    .collect(
                            Collectors.toMap(
                                    HouseRule.TaxCategory::code,
                                    tax ->
                                            new TaxCategory(
                                                    tax.code(), new TaxRate(tax.ratePpm()))));

    private final List<Row.Line> lines;
    private final String workstation;
    private final LocalDate day;
    private final OffsetDateTime begins;
    private final SplittableRandom random;
    private int next;
    private long number;

    /**
     * @param from which line of the file to begin with, so that tills do not all sell the same
     */
    Receipts(List<Row.Line> lines, String workstation, OffsetDateTime begins, int from) {
        this.lines = lines;
        this.workstation = workstation;
        this.day = begins.toLocalDate();
        this.begins = begins.truncatedTo(ChronoUnit.MILLIS);
        this.random = new SplittableRandom(from);
        this.next = from % lines.size();
    }

    /** All lines sold in a file, or in the days that come with Tidemark. */
    static List<Row.Line> lines(Optional<Path> data) {
        RetailFile file = data.map(RetailFile::at).orElseGet(RetailFile::shipped);
        return SoldLines.of(file, MinorUnits.of(CURRENCY.code()));
    }

    /** What stands before the first sale of a day. */
    List<EntryBytes> opening(String zone) {
        return List.of(
                entry(new BusinessDayOpened(CURRENCY, zone, 0), 0),
                entry(new TillOpened(List.of(new Money(10_000, CURRENCY))), 0));
    }

    /** Goes on after this many receipts were recorded before. */
    Receipts after(long receipts) {
        number = receipts;
        next = (int) ((next + receipts * LINES) % lines.size());
        return this;
    }

    EntryBytes sale() {
        List<Line> sold = IntStream.range(0, LINES).mapToObj(_ -> line()).toList();
        Money total = sold.stream().map(Line::gross).reduce(Money.zero(CURRENCY), Money::plus);
        List<Tender> tenders = List.of(Tender.of(TenderType.CARD, total));
        return entry(new SaleCompleted(CURRENCY, sold, tenders, Money.zero(CURRENCY)), ++number);
    }

    private Line line() {
        Row.Line row = lines.get(next);
        next = (next + 1) % lines.size();
        String code = row.goods().code();
        return Line.priced(
                new Line.Article(
                        code,
                        null,
                        row.goods().description(),
                        HouseRule.department(code),
                        Objects.requireNonNull(TAXES.get(HouseRule.taxCategory(code)))),
                new UnitPrice(row.price()),
                PriceOrigin.CATALOGUE,
                new Quantity(row.quantity(), Unit.PIECE),
                CURRENCY);
    }

    private EntryBytes entry(Event event, long receipt) {
        EventType type = EventType.of(event).orElseThrow();
        return EntryCodec.encode(
                new Entry(
                        new EntryHeader(
                                type.code(),
                                type.critical(),
                                new CommandId(new UUID(random.nextLong(), random.nextLong())),
                                random.nextLong(),
                                workstation,
                                HouseRule.operator(0, LocalTime.NOON),
                                1,
                                day,
                                begins.plus(receipt * MILLIS_BETWEEN, ChronoUnit.MILLIS),
                                receipt,
                                1,
                                1),
                        event));
    }
}
