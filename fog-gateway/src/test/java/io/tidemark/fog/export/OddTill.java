package io.tidemark.fog.export;

import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do, at a till of this currency. */
record OddTill(LaboratoryTill till, CurrencyCode currency) {
    static final TaxCategory TAX = new TaxCategory("S", new TaxRate(190_000));
    static final List<String> NAMES =
            List.of(
                    "\"quoted\"; 'and' , semi;colon",
                    "two\r\nlines\nof it",
                    "\uD83D\uDE00\uD83C\uDDE9\uD83C\uDDEA \u202Egnp.exe",
                    "=cmd|' /C calc'!A0",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "\tTAB",
                    "\r=1",
                    " =1",
                    "\u3000\uFF1D1",
                    "\u0007=1",
                    "\u00A0=1",
                    "\uFEFF\u200B@SUM(A1)",
                    "\u0000\u0007\u001B[31m\uFFFF\uFFFE",
                    "</artDesc>]]><!-- & --> &amp;",
                    "0123456789".repeat(50),
                    "\uD83D\uDE00".repeat(250),
                    "  two  spaces  ; and | bars  ",
                    "~1a2b3c4d",
                    "(a) [b] {c} <d> *");

    Money money(String amount) {
        return Money.rounded(new BigDecimal(amount), currency);
    }

    Line line(String name, String price, String quantity) {
        return line(name, price, quantity, TAX);
    }

    Line line(String name, String price, String quantity, TaxCategory tax) {
        return Line.priced(
                article(name, tax),
                UnitPrice.of(price),
                PriceOrigin.CATALOGUE,
                quantity(quantity),
                currency);
    }

    Line untaxed(String name, String price, String quantity, TaxCategory tax) {
        return Line.pricedWithoutTax(
                article(name, tax),
                UnitPrice.of(price),
                PriceOrigin.CATALOGUE,
                quantity(quantity),
                currency);
    }

    private static Quantity quantity(String quantity) {
        return new Quantity(
                new BigDecimal(quantity), quantity.contains(".") ? Unit.KILOGRAM : Unit.PIECE);
    }

    private static Line.Article article(String name, TaxCategory tax) {
        String code = name.length() <= 64 ? name : name.substring(0, 64);
        return new Line.Article(code.isBlank() ? "blank" : code, "4006381333931", name, code, tax);
    }

    Line of(LineKind kind, String amount) {
        Money gross = money(amount);
        TaxCategory tax = kind == LineKind.DEPOSIT ? TAX : new TaxCategory("O", new TaxRate(0));
        return new Line(
                kind.name(),
                null,
                kind.name(),
                "",
                tax,
                new UnitPrice(gross.decimal().abs()),
                PriceOrigin.ENTERED,
                Quantity.pieces(gross.isNegative() ? -1 : 1),
                gross,
                tax.rate().includedIn(gross),
                null,
                LineDetails.of(kind));
    }

    SaleCompleted sold(Line... lines) {
        return recorded(forCash(lines));
    }

    SaleCompleted paid(Line line, Tender... tenders) {
        return recorded(sale(List.of(line), tenders));
    }

    private SaleCompleted recorded(SaleCompleted sale) {
        till.record(sale);
        return sale;
    }

    /** Not recorded yet. */
    SaleCompleted forCash(Line... lines) {
        return sale(
                List.of(lines),
                Tender.of(TenderType.CASH, Money.sum(currency, List.of(lines), Line::gross)));
    }

    /** Not recorded yet. */
    SaleCompleted sale(List<Line> lines, Tender... tenders) {
        return new SaleCompleted(currency, lines, List.of(tenders), Money.zero(currency));
    }

    /** Ten euros, at 0.86 and a commission of 0.20; not recorded yet. */
    CurrencyExchanged tenEurosBought() {
        ExchangeRate rate = new ExchangeRate(new BigDecimal("0.86"));
        return new CurrencyExchanged(
                new Money(10_00, SomeDay.EUR),
                money("-8.60"),
                money("0.20"),
                rate,
                rate,
                CurrencyExchanged.Customer.UNKNOWN,
                List.of(),
                null);
    }

    void returned(String quantity, String price, @Nullable OriginalLine from) {
        Line line = line("returned", price, quantity);
        if (from != null) line = line.returning(from);
        till.record(
                new GoodsReturned(
                        currency,
                        List.of(line),
                        List.of(Tender.of(TenderType.CASH, line.gross())),
                        Money.zero(currency)));
    }

    void moved(CashMovement.Kind kind, String reason) {
        till.record(new CashMovement(kind, money("1.00"), reason));
    }

    /** Paid with, given as a float, bought, sold, undone and counted. */
    void foreign(CurrencyCode other) {
        ExchangeRate rate = new ExchangeRate(new BigDecimal("1.2345678901"));
        Money given = new Money(12_345, other);
        Money base = rate.convert(given, currency);
        Line line = line("for foreign cash", "1.00", "1");
        till.record(
                new SaleCompleted(
                        currency,
                        List.of(line),
                        List.of(new Tender(TenderType.CASH, given, rate, base)),
                        base.minus(line.gross())));
        till.record(new CashMovement(CashMovement.Kind.FLOAT_PROVIDED, given, ""));
        CurrencyExchanged bought =
                new CurrencyExchanged(
                        given,
                        base.negated(),
                        money("0.55"),
                        rate,
                        new ExchangeRate(new BigDecimal("1.3")),
                        new CurrencyExchanged.Customer("=K1", "PASSPORT"),
                        List.of(),
                        null);
        till.record(bought);
        till.record(
                CurrencyExchanged.undoing(
                        bought,
                        new CurrencyExchanged.Undone(
                                new OriginalReceipt("s001", "till-1", SomeDay.DAY, 99), "-no"),
                        List.of()));
        till.record(
                new TillCounted(
                        List.of(
                                new CountedTender(TenderType.CASH, money("50.00")),
                                new CountedTender(TenderType.CASH, given))));
    }
}
