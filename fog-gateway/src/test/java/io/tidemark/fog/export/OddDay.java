package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Days that shops have, and that nobody thinks of: each as what happens at one till. */
enum OddDay {
    NOTHING_BUT_THE_FLOAT(_ -> {}),
    RETURNS_ONLY(day -> {
        day.returned("-1", "9.99", null);
        day.returned("-3", "0.333333", new OriginalLine("s001", "till-1", SomeDay.DAY, 1, 1));
        day.returned(
                "-1.5", "2.00", new OriginalLine("s002", "9", SomeDay.DAY.minusDays(3), 17, 1));
    }),
    ZERO_AND_NEGATIVE_TOTALS(day -> {
        day.sold(day.line("free", "0", "1"));
        day.sold(day.line("one", "5.00", "1"), day.line("one", "5.00", "-1"));
        day.sold(day.line("cheap", "1.00", "1"), day.line("dear", "7.00", "-1"));
        day.sold(day.line("a penny", "0.000001", "0.001"));
    }),
    NAMES_OF_ALL_KINDS(day -> {
        for (String name : OddTill.NAMES) day.sold(day.line(name, "1.10", "1"));
        for (String name : OddTill.NAMES) {
            day.till().record(new NoSale(name));
            day.moved(CashMovement.Kind.PAID_IN, name);
            day.till().record(new OperatorSession(OperatorSession.Kind.SIGN_ON, name, "CASHIER"));
        }
    }),
    EVERY_KIND_OF_LINE(day -> {
        for (LineKind kind : LineKind.values()) {
            day.sold(day.line("with it", "10.00", "1"), day.of(kind, "1.25"));
            if (kind != LineKind.GIFT_CARD)
                day.sold(day.line("with it", "10.00", "1"), day.of(kind, "-0.75"));
        }
        day.paid(
                day.line("paid by card", "6.00", "1"),
                Tender.of(new CardUse("=1+1", true), day.money("6.00")));
        day.returned("-1", "4.00", null);
        day.paid(
                day.line("taken back", "4.00", "-1"),
                Tender.of(new TenderType("ACCOUNT"), day.money("-4.00")));
        for (String tender : List.of("ACCOUNT", "DEPOSIT", "MOBILE", "CHEQUE", "OTHER", "X_9"))
            day.paid(
                    day.line("paid otherwise", "3.00", "1"),
                    Tender.of(new TenderType(tender), day.money("3.00")));
    }),
    WITHOUT_TAX_AND_RATES_THAT_CHANGE(day -> {
        for (int ppm :
                new int[] {
                    250_000, 150_000, 120_000, 190_000, 160_000, 70_000, 50_000, 55_000, 78_000,
                    81_000, 0, 1
                })
            for (String code : List.of("S", "O")) {
                TaxCategory tax = new TaxCategory(code, new TaxRate(ppm));
                day.sold(
                        day.line("taxed", "9.99", "3", tax),
                        day.untaxed("untaxed", "9.99", "3", tax));
            }
    }),
    DISCOUNTS(day -> {
        Money off = day.money("0.50");
        Line line = shared(day.line("reduced", "2.00", "2"), off);
        Line untaxed = shared(day.untaxed("reduced", "2.00", "2", OddTill.TAX), off);
        for (Line each : List.of(line, untaxed, shared(day.line("gone", "0.50", "1"), off)))
            day.till()
                    .record(
                            new SaleCompleted(
                                    day.currency(),
                                    List.of(each),
                                    List.of(Tender.of(TenderType.CASH, each.gross())),
                                    Money.zero(day.currency()),
                                    new TransactionDetails(
                                            List.of(
                                                    new Discount(
                                                            Discount.Kind.LINE, "=off", 0, off)),
                                            List.of(),
                                            null,
                                            null,
                                            "")));
    }),
    FOREIGN_CASH_AND_EXCHANGES(day -> {
        for (String code : List.of("EUR", "USD", "JPY", "KWD"))
            if (!code.equals(day.currency().code())) day.foreign(new CurrencyCode(code));
        day.till()
                .record(
                        new CashMovement(
                                CashMovement.Kind.PICKUP,
                                new Money(700, new CurrencyCode("SEK")),
                                ""));
    }),
    UNDONE_AND_UNFINISHED(day -> {
        SaleCompleted sale =
                day.sold(day.line("undone", "3.00", "2"), day.of(LineKind.TIP, "1.00"));
        day.till()
                .record(
                        new ReceiptCopied(
                                new OriginalReceipt("s001", "till-1", SomeDay.DAY, 1), 1));
        day.till()
                .record(
                        new ReceiptCopied(
                                new OriginalReceipt("s001", "till-1", SomeDay.DAY, 1), 2));
        day.till()
                .record(
                        PostVoided.of(
                                sale,
                                new OriginalReceipt("s001", "till-1", SomeDay.DAY, 1),
                                new TransactionDetails(
                                        List.of(), List.of(), null, null, "@wrong")));
        List<Line> lines = List.of(day.line("parked", "8.00", "1"));
        day.till()
                .record(new BasketSuspended("=B1", day.currency(), lines, TransactionDetails.NONE));
        day.till().record(new BasketResumed("=B1", "1"));
        day.till()
                .record(
                        new SaleCompleted(
                                day.currency(),
                                lines,
                                List.of(Tender.of(TenderType.CARD, day.money("8.00"))),
                                Money.zero(day.currency()),
                                new TransactionDetails(List.of(), List.of(), null, "=B1", "")));
        day.till().record(new BasketVoided(day.currency(), lines, TransactionDetails.NONE));
        day.till()
                .record(
                        new TrainingTransaction(
                                day.currency(),
                                lines,
                                List.of(Tender.of(TenderType.CASH, day.money("8.00"))),
                                Money.zero(day.currency()),
                                TransactionDetails.NONE));
        day.till().record(new MasterDataAdopted(2, Hash.digest("2".getBytes(UTF_8))));
    }),
    CARDS_OF_EVERY_KIND(day -> {
        for (TenderType type :
                List.of(TenderType.CARD, TenderType.DEBIT_CARD, TenderType.CREDIT_CARD))
            day.paid(day.line(type.code(), "8.00", "1"), Tender.of(type, day.money("8.00")));
    }),
    TENDERS_BOTH_WAYS_AND_COUNTS_OF_NOTHING(day -> {
        day.paid(
                day.line("with cash back", "8.00", "1"),
                Tender.of(TenderType.CARD, day.money("28.00")),
                Tender.of(TenderType.CASH, day.money("-20.00")));
        List<CountedTender.Pieces> none = List.of(new CountedTender.Pieces(500, 0));
        day.till()
                .record(
                        new TillCounted(
                                List.of(
                                        new CountedTender(TenderType.CASH, day.money("0"), none),
                                        new CountedTender(TenderType.CARD, day.money("0")))));
    }),
    THE_LARGEST_BASKET(day -> {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Limits.LINES_MAX; i++)
            lines.add(day.line("line " + i % 50, "0.01", "1"));
        day.sold(lines.toArray(Line[]::new));
    }),
    MORE_THAN_ONE_MACHINE_WORD(day -> {
        day.sold(day.line("dear", "900000000", "1"));
        day.sold(day.line("much", "0.000001", "999999999.999"));
    });

    @SuppressWarnings("ImmutableEnumChecker") // A day keeps nothing of what happens in it.
    private final Consumer<OddTill> happens;

    OddDay(Consumer<OddTill> happens) {
        this.happens = happens;
    }

    void at(LaboratoryTill till, CurrencyCode currency) {
        happens.accept(new OddTill(till, currency));
    }

    private static Line shared(Line line, Money off) {
        return line.with(line.details().with(List.of(new LineDetails.DiscountShare(0, off))));
    }
}
