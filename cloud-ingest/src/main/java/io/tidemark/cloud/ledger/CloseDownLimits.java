package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.Measured;
import io.tidemark.cloud.books.Measuring;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.ExchangeRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a close-down must keep to before any figure of it is looked at: each key once, and amounts
 * that add up with those of all other stores. No gateway of ours makes another one; filed, it would
 * stop the tables of every store, since each row has one key and sums are exact.
 */
final class CloseDownLimits {
    /** Of one figure, whichever sign: all tills of the largest store on their largest day. */
    static final long FIGURE_MAX = Limits.DEVICES_MAX * Limits.DAY_MINOR_MAX;

    /**
     * Of a grand total, so that sales less returns stay within 63 bits; and of all figures
     * together, each counted positive, so that whatever is added up of them does.
     */
    private static final long TOGETHER_MAX = Long.MAX_VALUE / 2;

    /** Articles by department and unit: more than any master data has. */
    static final long PRODUCTS_MAX = 2L * Limits.PRODUCTS_MAX;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 1);

    private CloseDownLimits() {}

    /** The first thing that is beyond them, in words; empty if nothing is. */
    static Optional<String> fault(StoreDayClosed closed) {
        return first(
                List.of(
                        () -> day(closed.day()),
                        () -> repeated("device missing", closed.without(), CloseDownLimits::key),
                        () -> repeated("till", closed.tills(), each -> key(each)),
                        () -> faultOfTotals(closed),
                        () -> Optional.ofNullable(closed.details()).flatMap(CloseDownLimits::fault),
                        () -> beyond("a grand total", TOGETHER_MAX, grand(closed)),
                        () -> beyond("a figure", FIGURE_MAX, CloseDownFigures.of(closed)),
                        () -> together(CloseDownFigures.of(closed)),
                        () -> positions(closed.exchange()),
                        () -> beyond("an amount for the books", FIGURE_MAX, booked(closed))));
    }

    private static Optional<String> first(List<Supplier<Optional<String>>> checks) {
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    /** Of which months and the days after it can be worked out. */
    private static Optional<String> day(LocalDate day) {
        return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                ? Optional.of("it is of " + day + ", a day on which no store closes")
                : Optional.empty();
    }

    private static Optional<String> faultOfTotals(StoreDayClosed closed) {
        return Stream.concat(
                        Stream.of(closed.totals()), closed.tills().stream().map(TillDay::totals))
                .map(CloseDownLimits::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(Totals totals) {
        return first(
                List.of(
                        () -> repeated("tender", totals.tenders(), each -> key(each)),
                        () ->
                                repeated(
                                        "department at one VAT rate",
                                        totals.sales(),
                                        each -> key(each)),
                        () -> repeated("tally", totals.tallies(), Tally::kind),
                        () ->
                                repeated(
                                        "flow of goods in one unit",
                                        totals.stock(),
                                        each -> key(each)),
                        () -> repeated("currency", totals.exchange(), ExchangeTotal::currency)));
    }

    private static Optional<String> fault(DayDetails details) {
        return first(
                List.of(
                        () -> repeated("cashier", details.cashiers(), CashierTotal::operator),
                        () -> tallies(details.cashiers()),
                        () -> repeated("hour", details.hours(), HourTotal::hour),
                        () -> repeated("position", details.exchange(), ExchangePosition::currency),
                        () -> products(details.products())));
    }

    private static Optional<String> tallies(List<CashierTotal> cashiers) {
        return cashiers.stream()
                .map(each -> repeated("tally of a cashier", each.tallies(), Tally::kind))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> products(ProductTable table) {
        long rows = table.rows();
        boolean fits =
                rows >= 0
                        && rows <= PRODUCTS_MAX
                        && table.parts() == Math.ceilDiv(rows, ProductTable.PART_ROWS_MAX);
        return fits
                ? Optional.empty()
                : Optional.of(
                        "it says that it has "
                                + rows
                                + " articles in "
                                + table.parts()
                                + " entries, which no close-down has");
    }

    /** What they are worth is worked out from a rate of up to 15 digits. */
    private static Optional<String> positions(List<ExchangePosition> positions) {
        return positions.stream()
                .filter(CloseDownLimits::isBeyondWorth)
                .map(each ->
                        "its position in "
                                + each.currency()
                                + " is worth more than a store can come to")
                .findFirst();
    }

    private static boolean isBeyondWorth(ExchangePosition position) {
        ExchangeRate mid = position.mid();
        if (mid == null) return false;
        BigDecimal worth = position.after().amount().decimal().multiply(mid.value());
        int digits = position.after().cost().currency().digits();
        return worth.abs().compareTo(BigDecimal.valueOf(FIGURE_MAX, digits)) > 0;
    }

    private static LongStream booked(StoreDayClosed closed) {
        return Measuring.of(closed).stream().map(Measured::amount).mapToLong(each -> each.minor());
    }

    private static <T> Optional<String> repeated(
            String what, Collection<T> parts, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        return parts.stream()
                .map(key)
                .filter(each -> !seen.add(each))
                .map(each -> "it names a " + what + " twice: " + each)
                .findFirst();
    }

    private static Optional<String> beyond(String what, long most, LongStream figures) {
        return figures.filter(figure -> figure > most || figure < -most)
                .mapToObj(figure -> what + " is " + figure + ", beyond what a store can come to")
                .findFirst();
    }

    /** Each of them within its own limit. */
    private static Optional<String> together(LongStream figures) {
        long sum =
                figures.map(Math::abs)
                        .reduce(0, (one, other) -> Math.min(one + other, TOGETHER_MAX + 1));
        return sum <= TOGETHER_MAX
                ? Optional.empty()
                : Optional.of("its figures together are beyond what a store can come to");
    }

    private static Object key(MissingDevice device) {
        return List.of(device.device(), device.epoch());
    }

    private static Object key(TillDay till) {
        return List.of(till.device(), till.epoch());
    }

    private static Object key(TenderAccount account) {
        return List.of(account.type(), account.currency());
    }

    private static Object key(SalesTotal part) {
        return List.of(part.kind(), part.department(), part.category());
    }

    private static Object key(StockTotal goods) {
        return List.of(goods.flow(), goods.unit());
    }

    private static LongStream grand(StoreDayClosed closed) {
        return LongStream.of(closed.grand().sales().minor(), closed.grand().returns().minor());
    }
}
