package io.tidemark.cloud.ledger;

import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every figure of a close-down that anything is added to. */
final class CloseDownFigures {
    private CloseDownFigures() {}

    /** All but the grand totals, which are of all days. */
    static LongStream of(StoreDayClosed closed) {
        DayDetails details = closed.details();
        LongStream totals =
                Stream.concat(
                                Stream.of(closed.totals()),
                                closed.tills().stream().map(TillDay::totals))
                        .flatMapToLong(CloseDownFigures::of);
        return details == null ? totals : LongStream.concat(totals, of(details));
    }

    private static LongStream of(Totals totals) {
        return joined(
                LongStream.of(
                        totals.transactions(), totals.returns(), totals.lines(), totals.noSales()),
                minor(totals.gross(), totals.returned(), totals.tax()),
                each(totals.tenders(), CloseDownFigures::of),
                each(totals.sales(), CloseDownFigures::of),
                each(totals.tallies(), CloseDownFigures::of),
                each(totals.stock(), CloseDownFigures::of),
                each(totals.exchange(), CloseDownFigures::of));
    }

    private static LongStream of(DayDetails details) {
        return joined(
                minor(details.charged(), details.refunded()),
                LongStream.of(details.products().rows(), details.entries()),
                of(details.baskets()),
                each(details.cashiers(), CloseDownFigures::of),
                each(details.hours(), CloseDownFigures::of),
                each(details.exchange(), CloseDownFigures::of),
                Stream.ofNullable(details.stock()).flatMapToLong(CloseDownFigures::of));
    }

    private static LongStream of(StockValues stock) {
        StockValues.Counts counts = stock.counts();
        return joined(
                minor(
                        stock.opening(),
                        stock.received(),
                        stock.transferredIn(),
                        stock.transferredOut(),
                        stock.carriedOut(),
                        stock.sold(),
                        stock.wasted(),
                        stock.surplus(),
                        stock.shortage(),
                        stock.corrected(),
                        stock.closing()),
                LongStream.of(counts.items(), counts.negative(), counts.counted(), counts.late()),
                LongStream.of(stock.figures().entries()));
    }

    private static LongStream of(CashierTotal cashier) {
        return joined(
                LongStream.of(
                        cashier.transactions(),
                        cashier.returns(),
                        cashier.lines(),
                        cashier.noSales()),
                minor(cashier.gross(), cashier.returned()),
                each(cashier.tallies(), CloseDownFigures::of));
    }

    private static LongStream of(HourTotal hour) {
        return LongStream.of(hour.transactions(), hour.lines(), hour.gross().minor());
    }

    private static LongStream of(BasketStatistics baskets) {
        return joined(
                LongStream.of(
                        baskets.count(),
                        baskets.sizeMeanHundredths(),
                        baskets.sizeMedian(),
                        baskets.sizeP95()),
                minor(baskets.valueMean(), baskets.valueMedian(), baskets.valueP95()));
    }

    private static LongStream of(ExchangePosition position) {
        return joined(
                of(position.before()),
                of(position.after()),
                of(position.joined()),
                minor(position.realised(), position.valuedBefore(), position.limit()));
    }

    private static LongStream of(Position position) {
        return minor(position.amount(), position.cost());
    }

    private static LongStream of(ExchangeTotal exchange) {
        return LongStream.concat(
                LongStream.of(exchange.count()),
                minor(
                        exchange.bought(),
                        exchange.paid(),
                        exchange.sold(),
                        exchange.received(),
                        exchange.commission(),
                        exchange.spread(),
                        exchange.brought(),
                        exchange.cost()));
    }

    private static LongStream of(TenderAccount account) {
        return Stream.concat(account.amounts(), Stream.ofNullable(account.counted()))
                .mapToLong(Money::minor);
    }

    private static LongStream of(SalesTotal part) {
        return LongStream.of(part.lines(), part.gross().minor(), part.tax().minor());
    }

    private static LongStream of(Tally tally) {
        return LongStream.of(tally.count(), tally.amount().minor());
    }

    private static LongStream of(StockTotal goods) {
        return LongStream.of(goods.movements(), goods.thousandths(), goods.cost().minor());
    }

    private static <T> LongStream each(List<T> parts, Function<T, LongStream> figures) {
        return parts.stream().flatMapToLong(figures);
    }

    private static LongStream minor(Money... amounts) {
        return Stream.of(amounts).mapToLong(Money::minor);
    }

    private static LongStream joined(LongStream... figures) {
        return Stream.of(figures).flatMapToLong(Function.identity());
    }
}
