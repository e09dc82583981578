package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.Measuring;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What head office can check of a close-down without the entries behind it: that it adds up. */
public final class CloseDownForm {
    private CloseDownForm() {}

    /** The first thing that does not add up, in words; empty if all does. */
    public static Optional<String> fault(StoreDayClosed closed) {
        List<Totals> parts = closed.tills().stream().map(TillDay::totals).toList();
        if (parts.stream().anyMatch(part -> !part.currency().equals(closed.currency())))
            return Optional.of(
                    "a till of "
                            + closed.day()
                            + " has another currency than the store's "
                            + closed.currency());
        Totals sum = Totals.sum(closed.currency(), parts);
        if (!isSum(closed.totals(), sum))
            return Optional.of(
                    "the close-down of "
                            + closed.day()
                            + " says "
                            + closed.totals().gross()
                            + " in "
                            + closed.totals().transactions()
                            + " transactions, its tills add up to "
                            + sum.gross()
                            + " in "
                            + sum.transactions());
        DayDetails details = closed.details();
        if (details != null && !isWhole(details, closed.totals()))
            return Optional.of(
                    "the cashiers, hours or receipts of the close-down of "
                            + closed.day()
                            + " do not add up to its "
                            + closed.totals().gross()
                            + " in "
                            + closed.totals().transactions()
                            + " transactions");
        Optional<StockValues> stock = closed.stock().filter(goods -> !goods.addsUp());
        if (stock.isPresent())
            return Optional.of(
                    "the goods of the close-down of "
                            + closed.day()
                            + " were worth "
                            + stock.get().opening()
                            + ", and with all that came and went are not the "
                            + stock.get().closing()
                            + " that it says");
        Money uncleared = Measuring.uncleared(closed);
        if (!uncleared.isZero())
            return Optional.of(
                    "in the close-down of "
                            + closed.day()
                            + " what was sold and what it was paid with differ by "
                            + uncleared
                            + ": it stands in the books as takings that did not clear");
        return Optional.empty();
    }

    /** Tills that tell their sales by VAT alone leave departments to the store's totals. */
    private static boolean isSum(Totals totals, Totals sum) {
        boolean isByVat =
                sum.sales().stream()
                        .allMatch(row -> row.department().equals(SalesTotal.ALL_DEPARTMENTS));
        return sum.equals(totals) || (isByVat && sum.equals(totals.withoutDepartments()));
    }

    private static boolean isWhole(DayDetails details, Totals totals) {
        CurrencyCode currency = totals.currency();
        Money gross = totals.gross();
        return Money.sum(currency, details.cashiers(), CashierTotal::gross).equals(gross)
                && Money.sum(currency, details.hours(), HourTotal::gross).equals(gross)
                && details.charged().plus(details.refunded()).equals(gross)
                && sum(details.cashiers(), CashierTotal::transactions) == totals.transactions()
                && sum(details.hours(), HourTotal::transactions) == totals.transactions();
    }

    private static <T> long sum(List<T> parts, ToLongFunction<T> figure) {
        return parts.stream().mapToLong(figure).sum();
    }
}
