package io.tidemark.ledger.event;

import io.tidemark.ledger.money.Money;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
                    sum(
                            LongStream.of(
                                    sum(sale.lines().stream().map(Line::gross)),
                                    sum(sale.tenders().stream().map(Tender::amount)),
                                    sale.change().minor()));
            case TillOpened(var floats) -> sum(floats.stream());
            case CashMovement movement -> sum(Stream.of(movement.amount()));
            case BusinessDayOpened _,
                    NoSale _,
                    TillCounted _,
                    TillDayClosed _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    JournalContinued _,
                    EpochGranted _,
                    Unknown _ ->
                    0;
        };
    }

    private static long sum(Stream<Money> amounts) {
        return sum(amounts.mapToLong(amount -> Math.absExact(amount.minor())));
    }

    private static long sum(LongStream minors) {
        return minors.reduce(0, Math::addExact);
    }
}
