package io.tidemark.cloud;

import static io.tidemark.cloud.Days.GBP;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A close-down with something of everything: 590.00 of two articles, and a gift card of 10.00. */
public final class WholeDay {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final long TAX = 10_000;

    private WholeDay() {}

    public static StoreDayClosed closed(LocalDate day) {
        return closed(day, List.of(cashier("7", 60_000)), List.of(position()));
    }

    public static StoreDayClosed closed(
            LocalDate day, List<CashierTotal> cashiers, List<ExchangePosition> positions) {
        StoreDayClosed plain = Days.closed(day, 1, 60_000, 1);
        TillDay till = plain.tills().getFirst();
        Totals totals = totals(plain.totals());
        TillDay told =
                new TillDay(
                        till.device(),
                        till.epoch(),
                        till.workstation(),
                        till.first(),
                        till.last(),
                        till.head(),
                        till.zNumber(),
                        totals,
                        till.receipts());
        return new StoreDayClosed(day, 1, 0, 4, 1, List.of(), List.of(told), totals, plain.grand())
                .with(details(cashiers, positions), plain.grand());
    }

    /** The entry that stands before it. */
    public static StoreDayProducts products(LocalDate day) {
        return new StoreDayProducts(day, 0, 1, GBP, rows(30_000));
    }

    /** One with other figures. */
    static StoreDayProducts otherProducts(LocalDate day) {
        return new StoreDayProducts(day, 0, 1, GBP, rows(30_001));
    }

    private static List<ProductTotal> rows(long first) {
        return List.of(
                row("100", "gifts", LineKind.GOODS, first, TAX),
                row("200", "gifts", LineKind.GOODS, 29_000, 0),
                row("900", "cards", LineKind.GIFT_CARD, 1_000, 0));
    }

    private static ProductTotal row(
            String plu, String department, LineKind kind, long gross, long tax) {
        return new ProductTotal(
                new ProductTotal.Key(plu, department, Unit.PIECE, kind),
                3,
                3_000,
                gbp(gross),
                gbp(tax));
    }

    private static Totals totals(Totals of) {
        TaxCategory standard = new TaxCategory("S", new TaxRate(200_000));
        TaxCategory none = new TaxCategory("O", new TaxRate(0));
        return new Totals(
                of.transactions(),
                of.returns(),
                of.lines(),
                of.noSales(),
                of.gross(),
                of.returned(),
                of.tax(),
                of.tenders(),
                List.of(
                        new SalesTotal("gifts", standard, 9, gbp(59_000), gbp(TAX)),
                        new SalesTotal(LineKind.GIFT_CARD, "cards", none, 1, gbp(1_000), gbp(0))),
                List.of(new Tally(Tally.COPY, 1, gbp(0))),
                List.of(new StockTotal(StockFlow.WASTE, Unit.PIECE, 1, 1_000, gbp(7))),
                List.of(exchanged()));
    }

    private static ExchangeTotal exchanged() {
        return new ExchangeTotal(1, eur(10_000), gbp(8_500), eur(0), gbp(0), gbp(100), gbp(50));
    }

    private static DayDetails details(
            List<CashierTotal> cashiers, List<ExchangePosition> positions) {
        return new DayDetails(
                gbp(60_100),
                gbp(-100),
                cashiers,
                List.of(new HourTotal(9, 4, 10, gbp(60_000))),
                new BasketStatistics(3, 333, 3, 4, gbp(20_000), gbp(20_000), gbp(20_000)),
                ProductTable.of(rows(30_000)),
                20,
                Hash.digest(new byte[0]),
                positions);
    }

    public static CashierTotal cashier(String operator, long gross) {
        List<Tally> tallies = List.of(new Tally(Tally.COPY, 1, gbp(0)));
        return new CashierTotal(operator, 4, 1, 10, 0, gbp(gross), gbp(-100), tallies);
    }

    /** 100 EUR at 0.85, worth 0.86, where 90 may be held. */
    public static ExchangePosition position() {
        return new ExchangePosition(
                Position.none(EUR, GBP),
                new Position(eur(10_000), gbp(8_500)),
                gbp(3),
                new ExchangeRate(new BigDecimal("0.86")),
                gbp(0),
                eur(9_000));
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
