package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many goods moved at one device in one day, all counted positive: what a day can add up. */
final class GoodsMoved {
    private long thousandths;
    private long costMinor;

    private record Sum(long thousandths, long costMinor) {
        Sum plus(long quantity, @Nullable Money cost) {
            return new Sum(
                    Math.addExact(thousandths, Math.absExact(quantity)),
                    Math.addExact(costMinor, cost == null ? 0 : Math.absExact(cost.minor())));
        }
    }

    /** Why the day cannot hold this too. */
    Optional<String> refusal(Event event) {
        try {
            Sum sum = with(event);
            if (sum.thousandths <= Limits.DAY_THOUSANDTHS_MAX
                    && sum.costMinor <= Limits.DAY_MINOR_MAX) return Optional.empty();
        } catch (ArithmeticException beyondSixtyThreeBits) {
            // Far beyond the limit.
        }
        return Optional.of(
                "with this, more goods would have moved today than can be added up ("
                        + Limits.DAY_THOUSANDTHS_MAX / 1000
                        + " units): check the quantity");
    }

    void add(Event event) {
        Sum sum = with(event);
        thousandths = sum.thousandths;
        costMinor = sum.costMinor;
    }

    /** What was carried over from another journal. */
    void add(long moreThousandths, long moreCostMinor) {
        thousandths = Math.addExact(thousandths, moreThousandths);
        costMinor = Math.addExact(costMinor, moreCostMinor);
    }

    private Sum with(Event event) {
        Sum sum = new Sum(thousandths, costMinor);
        if (event instanceof RetailTransaction sale)
            for (Line line : sale.lines())
                sum = sum.plus(line.quantity().thousandths(), line.details().cost());
        if (event instanceof StockMoved moved)
            for (StockLine line : moved.lines())
                sum = sum.plus(line.quantity().thousandths(), line.cost());
        if (event instanceof StockCounted counted)
            for (StockLine line : counted.lines())
                sum = sum.plus(line.quantity().thousandths(), line.cost());
        return sum;
    }
}
