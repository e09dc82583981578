package io.tidemark.ledger.stock;

import static java.lang.Math.addExact;
import static java.lang.Math.negateExact;
import static java.lang.Math.subtractExact;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.money.Holding;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.stock.StockStanding.Counted;
import io.tidemark.ledger.stock.StockValuation.Sold;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Values what became of one item in one close-down. Of the day only sums are taken: first what came
 * in, then what was sold, wasted and sent, then what counts found. So everything that leaves does
 * so at the average of what was there and all that came, in whatever order devices recorded it;
 * between devices there is no order that a clock would not decide.
 */
final class ItemValuation {
    private final StockStanding.Item was;
    private final StockFlows flows;
    private Holding held;
    private Holding last;
    private Holding standard = Holding.NONE;

    ItemValuation(StockStanding.Item was, StockFlows flows) {
        this.was = was;
        this.flows = flows;
        this.held = was.held();
        this.last = was.last();
    }

    /** Where that leaves it. */
    StockStanding.Item after(LocalDate day, @Nullable Sold sold, @Nullable StockOfDay row) {
        learnStandard(sold, row);
        if (row != null) comes(row);
        keepAverage();
        if (sold != null) flows.sold = addExact(flows.sold, out(sold.thousandths()));
        if (row != null) goes(row);
        vary(variance(day, row));
        return new StockStanding.Item(was.item(), held, last, counted(day, row));
    }

    /** What the master data say goods cost, for what nothing else says. */
    private void learnStandard(@Nullable Sold sold, @Nullable StockOfDay row) {
        StockOfDay.Counted counted = row == null ? null : row.counted();
        Money found = counted == null ? null : counted.cost();
        if (sold != null && sold.thousandths() != 0 && sold.cost() != 0)
            standard = new Holding(sold.thousandths(), sold.cost());
        else if (counted != null && found != null && counted.thousandths() != 0)
            standard = new Holding(counted.thousandths(), found.minor());
    }

    private void comes(StockOfDay row) {
        long quantity = 0;
        long cost = 0;
        for (StockOfDay.Part part : row.parts()) {
            Money known = part.cost();
            if (part.flow().sign() <= 0 || known == null) continue;
            quantity = addExact(quantity, part.thousandths());
            cost = addExact(cost, known.minor());
            came(part.flow(), known.minor());
        }
        Holding.Moved moved = held.moved(quantity, cost);
        held = moved.after();
        flows.corrected = addExact(flows.corrected, moved.realised());
        keepAverage();
        for (StockOfDay.Part part : row.parts())
            if (part.flow().sign() > 0 && part.cost() == null)
                came(part.flow(), negateExact(out(-part.thousandths())));
    }

    private void came(StockFlow flow, long worth) {
        if (flow == StockFlow.TRANSFER_IN)
            flows.transferredIn = addExact(flows.transferredIn, worth);
        else flows.received = addExact(flows.received, worth);
    }

    private void goes(StockOfDay row) {
        for (StockOfDay.Part part : row.parts()) {
            if (part.flow().sign() >= 0) continue;
            long worth = out(part.thousandths());
            if (part.flow() == StockFlow.WASTE) {
                flows.wasted = addExact(flows.wasted, worth);
            } else {
                Money carried = part.cost();
                flows.transferredOut = addExact(flows.transferredOut, worth);
                flows.carriedOut =
                        addExact(flows.carriedOut, carried == null ? worth : carried.minor());
            }
        }
    }

    /** What counts found beyond what the movements say: negative what is missing. */
    private long variance(LocalDate day, @Nullable StockOfDay row) {
        StockOfDay.Counted now = row == null ? null : row.counted();
        if (now != null)
            return subtractExact(addExact(now.thousandths(), now.movedAfter()), held.amount());
        Counted earlier = was.counted();
        // All of a day before the one of the last count was there to be counted.
        if (earlier != null && earlier.day().isAfter(day))
            return subtractExact(was.held().amount(), held.amount());
        return row == null ? 0 : negateExact(row.movedBefore());
    }

    private void vary(long variance) {
        if (variance == 0) return;
        long worth = negateExact(out(negateExact(variance)));
        if (variance > 0) flows.surplus = addExact(flows.surplus, worth);
        else flows.shortage = addExact(flows.shortage, negateExact(worth));
    }

    private @Nullable Counted counted(LocalDate day, @Nullable StockOfDay row) {
        StockOfDay.Counted now = row == null ? null : row.counted();
        return now == null ? was.counted() : new Counted(day, now.moment());
    }

    /** Takes so much out, or puts it back where it is negative, and says what it is worth. */
    private long out(long quantity) {
        if (quantity == 0) return 0;
        long worth = quantity == held.amount() ? held.cost() : worth(valuedBy(), valued(quantity));
        held =
                new Holding(
                        subtractExact(held.amount(), quantity), subtractExact(held.cost(), worth));
        keepAverage();
        return worth;
    }

    /** What went for nothing comes back for nothing; what comes beyond it has its cost. */
    private long valued(long quantity) {
        boolean wentForNothing = held.amount() < 0 && held.cost() == 0 && quantity < 0;
        return wentForNothing ? Math.min(0, subtractExact(quantity, held.amount())) : quantity;
    }

    /** Its own average, or where there is none the last one, or the standard cost. */
    private Holding valuedBy() {
        if (held.amount() > 0 || held.cost() != 0) return held;
        return last.cost() == 0 ? standard : last;
    }

    private static long worth(Holding by, long quantity) {
        if (by.amount() == 0 || quantity == 0) return 0;
        boolean opposite = quantity < 0 != by.amount() < 0;
        long size = size(by, quantity);
        return by.cost() < 0 == opposite ? size : -size;
    }

    /**
     * Bounded where a wrong entry made an average absurd, so that what all items are worth can
     * still be added up.
     */
    private static long size(Holding by, long quantity) {
        long high = Math.multiplyHigh(Math.absExact(by.cost()), Math.absExact(quantity));
        if (high == 0 && Math.abs(by.cost()) * Math.abs(quantity) >= 0)
            return Math.min(
                    Limits.AMOUNT_MINOR_MAX,
                    Math.abs(Holding.part(by.cost(), quantity, by.amount())));
        BigInteger product =
                BigInteger.valueOf(by.cost()).multiply(BigInteger.valueOf(quantity)).abs();
        BigInteger most =
                BigInteger.valueOf(Limits.AMOUNT_MINOR_MAX)
                        .multiply(BigInteger.valueOf(by.amount()).abs());
        return product.compareTo(most) > 0
                ? Limits.AMOUNT_MINOR_MAX
                : Math.abs(Holding.part(by.cost(), quantity, by.amount()));
    }

    private void keepAverage() {
        if (held.amount() != 0 && held.cost() != 0) last = held;
    }
}
