package io.tidemark.node.paper;

import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.Totals;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Stream;

/** What close-downs tell beyond totals, since rules 4. */
final class StoreZDetails {
    /** What everybody does all day is no exception. */
    private static final Set<String> ORDINARY = Set.of(Tally.SIGN_ON, Tally.RESUMED);

    private final StoreDayClosed z;
    private final DayDetails details;
    private final String currency;

    StoreZDetails(StoreDayClosed z, DayDetails details) {
        this.z = z;
        this.details = details;
        this.currency = z.currency().code();
    }

    Table cashiers() {
        Totals totals = z.totals();
        return Table.titled(
                        "By cashier",
                        Table.text("Cashier"),
                        Table.figures("Receipts"),
                        Table.figures("Returns"),
                        Table.figures("Lines"),
                        Table.figures("No sales"),
                        Table.figures("Returned"),
                        Table.figures("Gross"))
                .rows(
                        details.cashiers().stream()
                                .filter(StoreZDetails::worked)
                                .map(StoreZDetails::cashier))
                .total(
                        "Total",
                        Written.count(totals.transactions()),
                        Written.count(totals.returns()),
                        Written.count(totals.lines()),
                        Written.count(totals.noSales()),
                        Written.orDash(totals.returned()),
                        Written.figure(totals.gross()));
    }

    private static boolean worked(CashierTotal cashier) {
        return cashier.transactions() > 0 || cashier.noSales() > 0 || cashier.lines() > 0;
    }

    private static String[] cashier(CashierTotal cashier) {
        return new String[] {
            name(cashier),
            Written.count(cashier.transactions()),
            Written.count(cashier.returns()),
            Written.count(cashier.lines()),
            Written.count(cashier.noSales()),
            Written.orDash(cashier.returned()),
            Written.figure(cashier.gross())
        };
    }

    private static String name(CashierTotal cashier) {
        return switch (cashier.operator()) {
            case "" -> "nobody signed on";
            case CashierTotal.OTHERS -> "all others together";
            default -> cashier.operator();
        };
    }

    Table exceptions() {
        return Table.titled(
                        "Exceptions by cashier",
                        Table.text("Cashier"),
                        Table.text("What"),
                        Table.figures("How often"),
                        Table.figures("Amount, " + currency))
                .rows(details.cashiers().stream().flatMap(StoreZDetails::exceptions));
    }

    private static Stream<String[]> exceptions(CashierTotal cashier) {
        Stream<String[]> tallies =
                cashier.tallies().stream()
                        .filter(tally -> !ORDINARY.contains(tally.kind()))
                        .map(tally ->
                                new String[] {
                                    name(cashier),
                                    Written.title(tally.kind()),
                                    Written.count(tally.count()),
                                    Written.orDash(tally.amount())
                                });
        return cashier.noSales() == 0
                ? tallies
                : Stream.concat(
                        Stream.<String[]>of(
                                new String[] {
                                    name(cashier),
                                    "Drawer opened without a sale",
                                    Written.count(cashier.noSales()),
                                    "–"
                                }),
                        tallies);
    }

    Table hours() {
        Totals totals = z.totals();
        return Table.titled(
                        "By hour",
                        Table.text("From"),
                        Table.figures("Receipts"),
                        Table.figures("Lines"),
                        Table.figures("Gross"))
                .rows(details.hours().stream().map(this::hour))
                .total(
                        "Total",
                        Written.count(totals.transactions()),
                        Written.count(totals.lines()),
                        Written.figure(totals.gross()));
    }

    private String[] hour(HourTotal hour) {
        LocalDateTime begins = hour.begins(z.day());
        boolean ofTheDay = begins.toLocalDate().equals(z.day());
        return new String[] {
            begins.toLocalTime() + (ofTheDay ? "" : ", " + begins.toLocalDate()),
            Written.count(hour.transactions()),
            Written.count(hour.lines()),
            Written.figure(hour.gross())
        };
    }

    Table baskets() {
        BasketStatistics baskets = details.baskets();
        Table table =
                Table.titled(
                        "Baskets",
                        Table.text(""),
                        Table.figures("Mean"),
                        Table.figures("Median"),
                        Table.figures("95th percentile"));
        if (baskets.count() == 0) return table;
        return table.noted(
                        "Of "
                                + Written.count(baskets.count())
                                + " sales. Means are rounded half up; median and 95th percentile"
                                + " are of the nearest rank.")
                .row(
                        "Lines",
                        BigDecimal.valueOf(baskets.sizeMeanHundredths(), 2).toPlainString(),
                        Written.count(baskets.sizeMedian()),
                        Written.count(baskets.sizeP95()))
                .row(
                        "Value, " + currency,
                        Written.figure(baskets.valueMean()),
                        Written.figure(baskets.valueMedian()),
                        Written.figure(baskets.valueP95()));
    }
}
