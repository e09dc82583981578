package io.tidemark.lab.bench.day;

import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a close-down says, in the form in which everybody is compared. */
final class ClosedFindings {
    private final Assortment assortment;
    private final List<long[]> tills = new ArrayList<>();
    private final List<long[]> sales = new ArrayList<>();
    private final List<long[]> tenders = new ArrayList<>();
    private final List<long[]> stock = new ArrayList<>();
    private final List<long[]> tallies = new ArrayList<>();

    private ClosedFindings(Assortment assortment) {
        this.assortment = assortment;
    }

    static Findings of(StoreDayClosed closed, List<ProductTotal> products, Assortment assortment) {
        ClosedFindings found = new ClosedFindings(assortment);
        closed.tills().forEach(found::add);
        DayDetails details = Objects.requireNonNull(closed.details());
        return new Findings()
                .put(Findings.Question.TILLS, found.tills)
                .put(Findings.Question.SALES, found.sales)
                .put(Findings.Question.TENDERS, found.tenders)
                .put(
                        Findings.Question.CASHIERS,
                        details.cashiers().stream().map(ClosedFindings::row).toList())
                .put(
                        Findings.Question.HOURS,
                        details.hours().stream().map(ClosedFindings::row).toList())
                .put(Findings.Question.PRODUCTS, products.stream().map(found::row).toList())
                .put(Findings.Question.STOCK, found.stock)
                .put(Findings.Question.TALLIES, found.tallies)
                .put(
                        Findings.Question.RECEIPTS,
                        List.of(new long[] {details.charged().minor(), details.refunded().minor()}))
                .put(
                        Findings.Question.HAPPENINGS,
                        details.cashiers().stream()
                                .flatMap(cashier ->
                                        cashier.tallies().stream()
                                                .map(tally -> row(cashier, tally)))
                                .toList())
                .put(Findings.Question.BASKETS, List.of(row(details.baskets())));
    }

    private void add(TillDay till) {
        long number = Long.parseLong(till.device().substring("till-".length())) - 1;
        Money change =
                till.totals().tenders().stream()
                        .map(TenderAccount::change)
                        .filter(money -> money.currency().equals(Assortment.CURRENCY))
                        .reduce(Money.zero(Assortment.CURRENCY), Money::plus);
        tills.add(
                new long[] {
                    number,
                    till.totals().transactions(),
                    till.totals().returns(),
                    till.totals().lines(),
                    till.totals().gross().minor(),
                    till.totals().returned().minor(),
                    change.minor()
                });
        for (SalesTotal total : till.totals().sales())
            sales.add(
                    new long[] {
                        number,
                        Assortment.department(total.department()),
                        Assortment.tax(total.category()),
                        total.lines(),
                        total.gross().minor(),
                        total.tax().minor()
                    });
        for (StockTotal moved : till.totals().stock())
            stock.add(
                    new long[] {
                        number,
                        moved.flow() == StockFlow.RETURNED ? 1 : 0,
                        moved.unit().ordinal(),
                        moved.movements(),
                        moved.thousandths(),
                        moved.cost().minor()
                    });
        for (Tally tally : till.totals().tallies())
            tallies.add(new long[] {number, kind(tally), tally.count(), tally.amount().minor()});
        for (TenderAccount account : till.totals().tenders())
            tenders.add(
                    new long[] {
                        number,
                        FlatTill.type(account.type()),
                        account.currency().equals(Purse.EUR) ? 1 : 0,
                        account.taken().minor(),
                        account.refunded().minor(),
                        base(account)
                    });
    }

    /** Without what was given back, which the tables have with the receipts. */
    private static long base(TenderAccount account) {
        boolean isOwn = account.currency().equals(Assortment.CURRENCY);
        return account.base().minor() + (isOwn ? account.change().minor() : 0);
    }

    private static long[] row(CashierTotal cashier) {
        return new long[] {
            Long.parseLong(cashier.operator()),
            cashier.transactions(),
            cashier.returns(),
            cashier.lines(),
            cashier.gross().minor(),
            cashier.returned().minor()
        };
    }

    private static long[] row(CashierTotal cashier, Tally tally) {
        return new long[] {
            Long.parseLong(cashier.operator()), kind(tally), tally.count(), tally.amount().minor()
        };
    }

    private static int kind(Tally tally) {
        return FlatTill.Happening.valueOf(tally.kind()).ordinal();
    }

    /** Nobody measures days with other hours than a date has. */
    private static long[] row(HourTotal hour) {
        return new long[] {hour.hour(), hour.transactions(), hour.lines(), hour.gross().minor()};
    }

    private long[] row(ProductTotal product) {
        return new long[] {
            assortment.index(product.plu()),
            Assortment.department(product.key().department()),
            product.key().unit().ordinal(),
            product.lines(),
            product.thousandths(),
            product.gross().minor(),
            product.tax().minor()
        };
    }

    private static long[] row(BasketStatistics baskets) {
        return new long[] {
            baskets.count(),
            baskets.sizeMeanHundredths(),
            baskets.sizeMedian(),
            baskets.sizeP95(),
            baskets.valueMean().minor(),
            baskets.valueMedian().minor(),
            baskets.valueP95().minor()
        };
    }
}
