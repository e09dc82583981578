package io.tidemark.ledger.event;

import io.tidemark.ledger.money.Money;
import java.util.function.Function;

/**
 * How much an event moves, all amounts counted positive and in minor units whatever the currency:
 * what bounds a day, so that its sums always fit, and whether a count of the drawer still stands.
 */
public final class MinorUnitsMoved {
    private MinorUnitsMoved() {}

    /**
     * @throws ArithmeticException beyond 63 bits
     */
    public static long by(Event event) {
        return switch (event) {
            case RetailTransaction sale ->
                    Math.addExact(
                            Math.addExact(
                                    sum(sale.lines(), Line::gross),
                                    sum(sale.tenders(), Tender::amount)),
                            sale.change().minor());
            case TillOpened(var floats, var _) -> sum(floats, Function.identity());
            case CurrencyExchanged exchange ->
                    Math.addExact(
                            Math.absExact(exchange.foreign().minor()),
                            Math.addExact(
                                    Math.absExact(exchange.base().minor()),
                                    Math.absExact(exchange.commission().minor())));
            case CashMovement movement ->
                    Math.addExact(
                            Math.absExact(movement.amount().minor()),
                            movement.cost() == null ? 0 : movement.cost().minor());
            case BusinessDayOpened _,
                    NoSale _,
                    TillCounted _,
                    OverShortFound _,
                    CashConfirmed _,
                    TillZCopied _,
                    TillDayClosed _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    StoreDayFigures _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    OperatorSession _,
                    BasketSuspended _,
                    BasketResumed _,
                    BasketVoided _,
                    TrainingTransaction _,
                    ReceiptCopied _,
                    ExchangeRefused _,
                    StockMoved _,
                    StockCounted _,
                    ShelfPriceChecked _,
                    CloseDownAuthorised _,
                    Unknown _ ->
                    0;
        };
    }

    private static <T> long sum(Iterable<T> each, Function<T, Money> amount) {
        long sum = 0;
        for (T one : each) sum = Math.addExact(sum, Math.absExact(amount.apply(one).minor()));
        return sum;
    }
}
