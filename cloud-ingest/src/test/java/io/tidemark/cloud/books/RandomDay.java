package io.tidemark.cloud.books;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What happens at a store's tills in a day, out of a seed; and close-downs of all or part of it.
 */
public final class RandomDay {
    public static final LocalDate MONDAY = LocalDate.of(2010, 12, 6);
    static final CurrencyCode GBP = new CurrencyCode("GBP");
    static final CurrencyCode EUR = new CurrencyCode("EUR");

    private static final List<TaxCategory> TAXES =
            List.of(
                    new TaxCategory("S", new TaxRate(200_000)),
                    new TaxCategory("R", new TaxRate(50_000)),
                    new TaxCategory("Z", new TaxRate(0)));
    private static final List<String> DEPARTMENTS = List.of("food", "gifts", "garden");
    private static final int EVENTS = 40;

    private final Random random;
    private final List<List<Event>> tills;

    public RandomDay(long seed) {
        random = new Random(seed);
        tills = IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> till()).toList();
    }

    /** One more sale. */
    public Event someSale() {
        return sale();
    }

    /** One close-down of everything. */
    public StoreDayClosed whole() {
        return closed(0, tills, tills.stream().map(_ -> List.<Event>of()).toList());
    }

    /** The same in a Z and supplements, cut anywhere. */
    public List<StoreDayClosed> parts(int count) {
        List<int[]> cuts =
                tills.stream()
                        .map(events ->
                                random.ints(count - 1L, 0, events.size() + 1).sorted().toArray())
                        .toList();
        List<StoreDayClosed> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            List<List<Event>> slices = new ArrayList<>();
            List<List<Event>> before = new ArrayList<>();
            for (int till = 0; till < tills.size(); till++) {
                int from = part == 0 ? 0 : cuts.get(till)[part - 1];
                int to = part == count - 1 ? tills.get(till).size() : cuts.get(till)[part];
                slices.add(tills.get(till).subList(from, to));
                before.add(tills.get(till).subList(0, from));
            }
            parts.add(closed(part, slices, before));
        }
        return parts;
    }

    /**
     * @param before what earlier close-downs of the day took in
     */
    private static StoreDayClosed closed(
            int supplement, List<List<Event>> tills, List<List<Event>> before) {
        List<TillDay> parts = new ArrayList<>();
        for (int till = 0; till < tills.size(); till++) {
            TotalsSum sum = new TotalsSum(GBP);
            for (Event event : before.get(till))
                if (event instanceof TillDayClosed z) sum.handedInBefore(z.totals());
            tills.get(till).forEach(sum::add);
            parts.add(
                    new TillDay(
                            "till-" + (till + 1),
                            1,
                            "T" + (till + 1),
                            1,
                            100,
                            Hash.digest(new byte[] {(byte) till}),
                            1,
                            sum.totals(),
                            ReceiptDigest.NONE));
        }
        Totals totals = Totals.sum(GBP, parts.stream().map(TillDay::totals).toList());
        return new StoreDayClosed(
                MONDAY,
                1,
                supplement,
                3,
                1,
                List.of(),
                parts,
                totals,
                GrandTotals.none(GBP).and(totals));
    }

    /** Ended early and opened again, perhaps. */
    private List<Event> till() {
        List<Event> events = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Event> opening = opening();
            TotalsSum own = new TotalsSum(GBP);
            opening.forEach(own::add);
            events.addAll(opening);
            events.add(
                    new TillDayClosed(
                            i,
                            1,
                            2,
                            Hash.digest(new byte[] {0}),
                            own.totals(),
                            ReceiptDigest.NONE));
        }
        events.addAll(opening());
        return events;
    }

    /** Counted at the end, more than once perhaps, or not at all. */
    private List<Event> opening() {
        List<Event> events = new ArrayList<>();
        events.add(new TillOpened(List.of(gbp(10_000), eur(5_000))));
        for (int i = random.nextInt(EVENTS); i > 0; i--) events.add(event());
        for (int i = random.nextInt(3); i > 0; i--)
            events.add(
                    new TillCounted(
                            List.of(
                                    new CountedTender(TenderType.CASH, gbp(random.nextInt(90_000))),
                                    new CountedTender(TenderType.CASH, eur(random.nextInt(9_000))),
                                    new CountedTender(
                                            TenderType.CARD, gbp(random.nextInt(90_000))))));
        return events;
    }

    private Event event() {
        return switch (random.nextInt(9)) {
            case 0 -> cash(CashMovement.Kind.PICKUP);
            case 1 -> cash(CashMovement.Kind.FLOAT_PROVIDED);
            case 2 -> cash(CashMovement.Kind.PAID_IN);
            case 3 -> cash(CashMovement.Kind.PAID_OUT);
            case 4 -> returned();
            case 6 -> cash(CashMovement.Kind.SAFE_DROP);
            case 5 -> stock();
            default -> sale();
        };
    }

    private Event cash(CashMovement.Kind kind) {
        Money amount = random.nextBoolean() ? gbp(amount()) : eur(amount());
        return new CashMovement(kind, amount, "");
    }

    private Event stock() {
        StockMoved.Kind[] kinds = StockMoved.Kind.values();
        return new StockMoved(
                kinds[random.nextInt(kinds.length)],
                "",
                "",
                "",
                List.of(
                        new StockLine(
                                "P1",
                                null,
                                "tin",
                                "food",
                                Quantity.pieces(amount()),
                                random.nextInt(4) == 0 ? null : gbp(amount()))));
    }

    /** Paid with cash beyond the total, with a card, or with euros and change in pounds. */
    private Event sale() {
        List<Line> lines =
                IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> line(1)).toList();
        Money total = Money.sum(GBP, lines, Line::gross);
        return switch (random.nextInt(3)) {
            case 0 -> sale(lines, Tender.of(TenderType.CARD, total), gbp(0));
            case 1 -> {
                Money change = gbp(random.nextInt(500));
                yield sale(lines, Tender.of(TenderType.CASH, total.plus(change)), change);
            }
            default -> {
                Money given = eur(total.minor() + 1_000);
                ExchangeRate rate = new ExchangeRate(new BigDecimal("1.05"));
                Money base = rate.convert(given, GBP);
                Tender euros = new Tender(TenderType.CASH, given, rate, base);
                yield sale(lines, euros, base.minus(total));
            }
        };
    }

    private static Event sale(List<Line> lines, Tender tender, Money change) {
        return new SaleCompleted(GBP, lines, List.of(tender), change);
    }

    private Event returned() {
        Line line = line(-1);
        return new GoodsReturned(
                GBP, List.of(line), List.of(Tender.of(TenderType.CASH, line.gross())), gbp(0));
    }

    private Line line(int sign) {
        TaxCategory tax = TAXES.get(random.nextInt(TAXES.size()));
        Line.Article article =
                new Line.Article(
                        "P1",
                        null,
                        "tin",
                        DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())),
                        tax);
        Line line =
                Line.priced(
                        article,
                        UnitPrice.of("0." + (10 + random.nextInt(90))),
                        PriceOrigin.values()[0],
                        Quantity.pieces(sign * (1L + random.nextInt(30))),
                        GBP);
        if (random.nextInt(4) == 0) return line.with(LineDetails.of(kind()));
        return random.nextInt(4) == 0
                ? line
                : line.with(new LineDetails(null, List.of(), gbp(sign * amount())));
    }

    private LineKind kind() {
        return LineKind.values()[random.nextInt(LineKind.values().length)];
    }

    private long amount() {
        return 1L + random.nextInt(5_000);
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
