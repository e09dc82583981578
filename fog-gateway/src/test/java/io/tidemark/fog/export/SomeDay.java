package io.tidemark.fog.export;

import static io.tidemark.fog.LaboratoryStore.GBP;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TrainingTransaction;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people do at a till in a day, out of a seed: all kinds of it, with names of all kinds. */
final class SomeDay {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final CurrencyCode JPY = new CurrencyCode("JPY");
    static final CurrencyCode KWD = new CurrencyCode("KWD");

    private static final ExchangeRate EURO = new ExchangeRate(new BigDecimal("0.8612345678"));
    private static final ExchangeRate YEN = new ExchangeRate(new BigDecimal("0.0050"));
    private static final ExchangeRate DINAR = new ExchangeRate(new BigDecimal("2.4567"));
    private static final List<TaxCategory> TAXES =
            List.of(
                    new TaxCategory("S", new TaxRate(200_000)),
                    new TaxCategory("R", new TaxRate(50_000)),
                    new TaxCategory("A key of twenty-five chars", new TaxRate(190_000)),
                    new TaxCategory("Z", new TaxRate(0)));
    private static final Line.Article ARTICLE =
            new Line.Article("A", null, "Apple", "food", TAXES.getFirst());
    private static final List<String> NAMES =
            List.of(
                    "gifts",
                    "=HYPERLINK(\"http://x\")",
                    "",
                    "Käse & <Brot>: ]]> \"fresh\"; 5  %",
                    "a department of more than thirty-five characters",
                    "a department of more than thirty-five characters, too",
                    "\u0007bell\tand tab \uD83D\uDE00",
                    "(virtual)",
                    "11001");

    private final Random random;
    private final LaboratoryTill till;
    private final List<RetailTransaction> done = new ArrayList<>();

    SomeDay(LaboratoryTill till, long seed) {
        this.till = till;
        this.random = new Random(seed);
    }

    /** So many things happen. */
    SomeDay with(int happenings) {
        till.record(new OperatorSession(OperatorSession.Kind.SIGN_ON, "Ann & <Bob>", "CASHIER"));
        for (int i = 0; i < happenings; i++) happen();
        return this;
    }

    /** All that is in the drawer is counted, and is never quite what it should be. */
    SomeDay counted() {
        till.record(
                new TillCounted(
                        List.of(
                                new CountedTender(TenderType.CASH, gbp(random.nextInt(90_000))),
                                new CountedTender(
                                        TenderType.CASH, new Money(random.nextInt(9_000), EUR)),
                                new CountedTender(TenderType.CARD, gbp(random.nextInt(9_000))))));
        return this;
    }

    static SaleCompleted cardSold(String number, int minor) {
        Line plain = kind(LineKind.GIFT_CARD, minor);
        Line card =
                new Line(
                        plain.plu(),
                        null,
                        plain.description(),
                        plain.department(),
                        plain.tax(),
                        plain.price(),
                        plain.origin(),
                        plain.quantity(),
                        plain.gross(),
                        plain.taxAmount(),
                        null,
                        new LineDetails(null, List.of(), null, LineKind.GIFT_CARD, number, false));
        return sale(List.of(card), Tender.of(TenderType.CASH, gbp(minor)));
    }

    static SaleCompleted paidByCard(String number, int minor) {
        Line line =
                Line.priced(
                        ARTICLE,
                        new UnitPrice(gbp(minor).decimal()),
                        PriceOrigin.CATALOGUE,
                        Quantity.pieces(1),
                        GBP);
        return sale(List.of(line), Tender.of(new CardUse(number, true), gbp(minor)));
    }

    static SaleCompleted soldWithoutTax(String price) {
        Line line =
                Line.pricedWithoutTax(
                        ARTICLE,
                        UnitPrice.of(price),
                        PriceOrigin.CATALOGUE,
                        Quantity.pieces(1),
                        GBP);
        return sale(List.of(line), Tender.of(TenderType.CASH, line.gross()));
    }

    private static SaleCompleted sale(List<Line> lines, Tender tender) {
        return new SaleCompleted(GBP, lines, List.of(tender), gbp(0));
    }

    LaboratoryTill till() {
        return till;
    }

    private void happen() {
        switch (random.nextInt(20)) {
            case 0 -> till.record(new NoSale("change for the bus"));
            case 1 -> moved();
            case 2 -> suspended();
            case 3 -> voided();
            case 4 -> training();
            case 5 -> returned();
            case 6 -> postVoided();
            case 7 -> copied();
            case 8 -> till.record(new MasterDataAdopted(7, Hash.digest("7".getBytes(UTF_8))));
            case 9 -> counted();
            case 10 -> exchanged();
            default -> sold();
        }
    }

    private void sold() {
        TransactionDetails details = TransactionDetails.NONE;
        List<Line> lines = lines(1);
        if (random.nextInt(4) == 0) {
            Money off = gbp(1 + random.nextInt(20));
            details = discounts(off);
            lines.set(0, lines.getFirst().with(shared(off)));
        }
        if (random.nextInt(4) == 0) lines.add(kind(LineKind.TIP, random.nextInt(300)));
        if (random.nextInt(4) == 0) lines.add(kind(LineKind.ROUNDING, random.nextInt(5) - 2));
        if (random.nextInt(4) == 0) lines.add(kind(LineKind.GIFT_CARD, 1_000));
        if (random.nextInt(4) == 0) lines.add(kind(LineKind.DEPOSIT, random.nextInt(50) - 25));
        Money total = Money.sum(GBP, lines, Line::gross);
        Money change = random.nextBoolean() ? gbp(0) : gbp(random.nextInt(500));
        SaleCompleted sale =
                new SaleCompleted(GBP, lines, tenders(total.plus(change)), change, details);
        till.record(sale);
        done.add(sale);
    }

    private void returned() {
        List<Line> lines = lines(-1);
        if (random.nextBoolean())
            lines.set(
                    0,
                    lines.getFirst()
                            .returning(new OriginalLine("s002", "9", DAY.minusDays(3), 17, 1)));
        Money total = Money.sum(GBP, lines, Line::gross);
        till.record(new GoodsReturned(GBP, lines, tenders(total), gbp(0)));
    }

    private void postVoided() {
        if (done.isEmpty()) return;
        RetailTransaction undone = done.removeLast();
        till.record(
                PostVoided.of(
                        undone,
                        new OriginalReceipt("s001", "till-1", DAY, 1 + random.nextInt(3)),
                        TransactionDetails.NONE));
    }

    private void training() {
        List<Line> lines = lines(1);
        Money total = Money.sum(GBP, lines, Line::gross);
        till.record(
                new TrainingTransaction(
                        GBP, lines, tenders(total), gbp(0), TransactionDetails.NONE));
    }

    private void suspended() {
        till.record(
                new BasketSuspended(
                        "B" + random.nextInt(), GBP, lines(1), TransactionDetails.NONE));
    }

    private void voided() {
        till.record(new BasketVoided(GBP, lines(1), TransactionDetails.NONE));
    }

    private void copied() {
        till.record(
                new ReceiptCopied(
                        new OriginalReceipt("s001", "till-1", DAY, 1 + random.nextInt(5)), 1));
    }

    private void exchanged() {
        long minor = 1_000L + random.nextInt(9_000);
        Money foreign = new Money(random.nextBoolean() ? minor : -minor, EUR);
        till.record(
                new CurrencyExchanged(
                        foreign,
                        EURO.convert(foreign, GBP).negated(),
                        gbp(random.nextInt(200)),
                        EURO,
                        new ExchangeRate(new BigDecimal("0.87")),
                        CurrencyExchanged.Customer.UNKNOWN,
                        List.of(),
                        null));
    }

    private void moved() {
        CashMovement.Kind[] kinds = CashMovement.Kind.values();
        Money amount =
                random.nextInt(3) == 0
                        ? new Money(1 + random.nextInt(5_000), KWD)
                        : gbp(1 + random.nextInt(5_000));
        till.record(new CashMovement(kinds[random.nextInt(kinds.length)], amount, "=1+1"));
    }

    private List<Line> lines(int sign) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) lines.add(line(sign));
        return lines;
    }

    private Line line(int sign) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Quantity quantity =
                random.nextBoolean()
                        ? Quantity.pieces((long) sign * (1 + random.nextInt(3)))
                        : new Quantity(
                                BigDecimal.valueOf((long) sign * (1 + random.nextInt(2_000)), 3),
                                Unit.KILOGRAM);
        return Line.priced(
                new Line.Article(
                        "PLU " + random.nextInt(30) + name,
                        random.nextBoolean() ? "4006381333931" : null,
                        name,
                        name,
                        TAXES.get(random.nextInt(TAXES.size()))),
                new UnitPrice(BigDecimal.valueOf(random.nextInt(9_000_000), 6 - random.nextInt(5))),
                PriceOrigin.CATALOGUE,
                quantity,
                GBP);
    }

    private static Line kind(LineKind kind, int minor) {
        Money amount = gbp(minor);
        TaxCategory tax =
                kind == LineKind.DEPOSIT ? TAXES.getFirst() : new TaxCategory("O", new TaxRate(0));
        return new Line(
                kind.name(),
                null,
                kind.name(),
                "",
                tax,
                new UnitPrice(amount.decimal().abs()),
                PriceOrigin.ENTERED,
                Quantity.pieces(minor < 0 ? -1 : 1),
                amount,
                tax.rate().includedIn(amount),
                null,
                LineDetails.of(kind));
    }

    private static TransactionDetails discounts(Money off) {
        return new TransactionDetails(
                List.of(new Discount(Discount.Kind.BASKET, "@staff", 0, off)),
                List.of(),
                new TransactionDetails.VoidedLines(2, gbp(500)),
                null,
                "+reason",
                new AgeCheck(18, AgeCheck.How.DOCUMENT));
    }

    private static LineDetails shared(Money off) {
        return new LineDetails(null, List.of(new LineDetails.DiscountShare(0, off)), null);
    }

    /** Some of it foreign, a gift card or on account; what is left by card or in cash. */
    private List<Tender> tenders(Money total) {
        List<Tender> tenders = new ArrayList<>();
        Money left = total;
        int sign = total.isNegative() ? -1 : 1;
        while (random.nextInt(3) == 0 && tenders.size() < 4) {
            Tender part = part(sign);
            tenders.add(part);
            left = left.minus(part.base());
        }
        tenders.add(Tender.of(random.nextBoolean() ? TenderType.CASH : TenderType.CARD, left));
        return tenders;
    }

    private Tender part(int sign) {
        long minor = (long) sign * (1 + random.nextInt(300));
        return switch (random.nextInt(6)) {
            case 0 -> foreign(new Money(minor, EUR), EURO);
            case 1 -> foreign(new Money(minor, JPY), YEN);
            case 2 -> foreign(new Money(minor, KWD), DINAR);
            case 3 -> Tender.of(new TenderType("GIFT_CARD"), gbp(minor));
            case 4 -> Tender.of(new TenderType("ACCOUNT"), gbp(minor));
            default -> Tender.of(new TenderType("OTHER"), gbp(minor));
        };
    }

    private static Tender foreign(Money amount, ExchangeRate rate) {
        return new Tender(TenderType.CASH, amount, rate, rate.convert(amount, GBP));
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
