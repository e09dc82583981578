package io.tidemark.fog.closedown;

import static io.tidemark.fog.LaboratoryStore.GBP;

import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Has tills do, by a seed, what shops do, and now and then what hardly any does. */
final class RandomTrade {
    private static final List<String> OPERATORS = List.of("101", "102", "103");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final List<TaxCategory> TAXES =
            List.of(
                    new TaxCategory("S", new TaxRate(200_000)),
                    new TaxCategory("R", new TaxRate(50_000)),
                    new TaxCategory("Z", new TaxRate(0)));

    private final Random random;
    private final LocalDate day;

    RandomTrade(Random random, LocalDate day) {
        this.random = random;
        this.day = day;
    }

    /** What a till records at once. */
    void trade(LaboratoryTill till) {
        till.by(OPERATORS.get(random.nextInt(OPERATORS.size())), time());
        switch (random.nextInt(60)) {
            case 0 -> till.recordsPoison();
            case 1 -> till.recordsUnknown(false);
            case 2 -> till.late(day.minusDays(1), "1.00");
            case 3 -> till.record(huge());
            default -> till.record(event());
        }
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    private Event event() {
        return switch (random.nextInt(16)) {
            case 0 -> returned();
            case 1 ->
                    PostVoided.of(
                            sale(),
                            new OriginalReceipt("s001", "1", day, 1 + random.nextInt(9)),
                            TransactionDetails.NONE);
            case 2 -> new NoSale("change");
            case 3 -> cash();
            case 4 -> new OperatorSession(OperatorSession.Kind.SIGN_ON, "Ann", "CASHIER");
            case 5 -> new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(1 + any()))));
            case 6 -> discounted();
            case 7 -> new StockCounted("shelf", List.of(goods()));
            case 8 ->
                    new StockMoved(
                            any(StockMoved.Kind.values()), "7", "s002", "", List.of(goods()));
            default -> sale();
        };
    }

    private CashMovement cash() {
        if (random.nextInt(6) == 0)
            return new CashMovement(
                            CashMovement.Kind.FLOAT_PROVIDED,
                            new Money(1 + any(), new CurrencyCode("USD")),
                            "the bank")
                    .costing(gbp(any()));
        CashMovement.Kind[] kinds = CashMovement.Kind.values();
        return new CashMovement(kinds[random.nextInt(kinds.length)], gbp(1 + any()), "why");
    }

    private SaleCompleted sale() {
        List<Line> lines = lines(1);
        return paid(lines, TransactionDetails.NONE);
    }

    /** Beyond what fits into 32 bits. */
    private SaleCompleted huge() {
        Line line = line(1, UnitPrice.of("30000000.00"));
        return paid(List.of(line), TransactionDetails.NONE);
    }

    private SaleCompleted discounted() {
        List<Line> lines = lines(1);
        Money off = gbp(1);
        Line first = lines.getFirst();
        lines.set(
                0,
                first.with(
                        new LineDetails(
                                new LineDetails.PriceOverride(UnitPrice.of("99.00"), "damaged"),
                                List.of(new LineDetails.DiscountShare(0, off)),
                                first.details().cost())));
        return paid(
                lines,
                new TransactionDetails(
                        List.of(new Discount(Discount.Kind.LINE, "a penny", 0, off)),
                        List.of(),
                        new TransactionDetails.VoidedLines(1, gbp(any())),
                        null,
                        ""));
    }

    private SaleCompleted paid(List<Line> lines, TransactionDetails details) {
        Money total = Money.sum(GBP, lines, Line::gross);
        return switch (random.nextInt(4)) {
            case 3 -> {
                Tender card = Tender.of(new CardUse("12345678", random.nextBoolean()), total);
                yield new SaleCompleted(GBP, lines, List.of(card), gbp(0), details);
            }
            case 0 ->
                    new SaleCompleted(
                            GBP,
                            lines,
                            List.of(Tender.of(TenderType.CARD, total)),
                            gbp(0),
                            details);
            case 1 -> {
                Money change = gbp(any());
                yield new SaleCompleted(
                        GBP,
                        lines,
                        List.of(Tender.of(TenderType.CASH, total.plus(change))),
                        change,
                        details);
            }
            default -> {
                Money base = total.plus(gbp(5));
                Tender euro =
                        new Tender(
                                TenderType.CASH,
                                new Money(1 + any(), EUR),
                                new ExchangeRate(new BigDecimal("0.85")),
                                base);
                yield new SaleCompleted(GBP, lines, List.of(euro), gbp(5), details);
            }
        };
    }

    private GoodsReturned returned() {
        List<Line> lines = lines(-1);
        if (random.nextBoolean()) lines.addAll(lines(1));
        Money total = Money.sum(GBP, lines, Line::gross);
        return new GoodsReturned(GBP, lines, List.of(Tender.of(TenderType.CASH, total)), gbp(0));
    }

    private List<Line> lines(int sign) {
        List<Line> lines = new ArrayList<>();
        for (int count = random.nextInt(5); count >= 0; count--)
            lines.add(line(sign, UnitPrice.of((1 + any()) + ".49")));
        return lines;
    }

    private Line line(int sign, UnitPrice price) {
        int article = random.nextInt(12);
        Quantity quantity =
                article == 11
                        ? new Quantity(
                                BigDecimal.valueOf(sign * (1L + random.nextInt(900)), 3),
                                Unit.KILOGRAM)
                        : Quantity.pieces(sign * (1L + random.nextInt(3)));
        Line line =
                Line.priced(
                        new Line.Article(
                                "P" + article,
                                null,
                                "Article " + article,
                                "D" + article % 3,
                                TAXES.get(random.nextInt(10) == 0 ? 0 : article % 3)),
                        price,
                        PriceOrigin.CATALOGUE,
                        quantity,
                        GBP);
        return switch (random.nextInt(6)) {
            case 0 -> line.with(LineDetails.of(any(LineKind.values())));
            case 1, 2 -> line.with(new LineDetails(null, List.of(), gbp(sign * any())));
            default -> line;
        };
    }

    private StockLine goods() {
        String plu = "P" + random.nextInt(11);
        return new StockLine(
                plu,
                null,
                "Article",
                "D1",
                Quantity.pieces(1 + any()),
                random.nextBoolean() ? null : gbp(any()));
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private long any() {
        return random.nextInt(40);
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
