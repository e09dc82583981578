package io.tidemark.cloud.ledger;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** Of a grand total, so that sales less returns stay within 63 bits. */
    private static final long GRAND_MAX = Long.MAX_VALUE / 2;

    private CloseDownLimits() {}

    /** The first thing that is beyond them, in words; empty if nothing is. */
    static Optional<String> fault(StoreDayClosed closed) {
        return Stream.concat(
                        Stream.of(
                                repeated("device missing", closed.without(), CloseDownLimits::key),
                                repeated("till", closed.tills(), till -> key(till)),
                                beyond("a grand total", GRAND_MAX, grand(closed))),
                        Stream.concat(
                                        Stream.of(closed.totals()),
                                        closed.tills().stream().map(TillDay::totals))
                                .flatMap(CloseDownLimits::faults))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.ofNullable(closed.details()).flatMap(CloseDownLimits::fault));
    }

    private static Optional<String> fault(DayDetails details) {
        return Stream.of(
                        repeated("cashier", details.cashiers(), CashierTotal::operator),
                        repeated("hour", details.hours(), HourTotal::hour),
                        beyond("a figure", FIGURE_MAX, figures(details)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static LongStream figures(DayDetails details) {
        return Stream.of(
                        minor(Stream.of(details.charged(), details.refunded())),
                        minor(details.cashiers().stream().map(CashierTotal::gross)),
                        minor(details.hours().stream().map(HourTotal::gross)),
                        details.cashiers().stream()
                                .flatMap(each -> each.tallies().stream())
                                .flatMapToLong(
                                        each -> LongStream.of(each.count(), each.amount().minor())),
                        details.cashiers().stream()
                                .flatMapToLong(
                                        each -> LongStream.of(each.transactions(), each.lines())))
                .flatMapToLong(Function.identity());
    }

    private static Stream<Optional<String>> faults(Totals totals) {
        return Stream.of(
                repeated("tender", totals.tenders(), each -> key(each)),
                repeated("department at one VAT rate", totals.sales(), each -> key(each)),
                repeated("tally", totals.tallies(), Tally::kind),
                repeated("flow of goods in one unit", totals.stock(), each -> key(each)),
                beyond("a figure", FIGURE_MAX, figures(totals)));
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

    private static LongStream figures(Totals totals) {
        return Stream.of(
                        LongStream.of(
                                totals.transactions(),
                                totals.returns(),
                                totals.lines(),
                                totals.noSales()),
                        minor(Stream.of(totals.gross(), totals.returned(), totals.tax())),
                        totals.tenders().stream().flatMapToLong(CloseDownLimits::figures),
                        totals.sales().stream()
                                .flatMapToLong(each ->
                                        LongStream.of(
                                                each.lines(),
                                                each.gross().minor(),
                                                each.tax().minor())),
                        totals.tallies().stream()
                                .flatMapToLong(
                                        each -> LongStream.of(each.count(), each.amount().minor())),
                        totals.stock().stream()
                                .flatMapToLong(each ->
                                        LongStream.of(
                                                each.movements(),
                                                each.thousandths(),
                                                each.cost().minor())))
                .flatMapToLong(Function.identity());
    }

    private static LongStream figures(TenderAccount account) {
        return minor(Stream.concat(account.amounts(), Stream.ofNullable(account.counted())));
    }

    private static LongStream minor(Stream<Money> amounts) {
        return amounts.mapToLong(Money::minor);
    }
}
