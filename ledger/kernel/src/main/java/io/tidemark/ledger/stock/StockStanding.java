package io.tidemark.ledger.stock;

import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Holding;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a close-down leaves a store's goods: of each item how much there should be and what that
 * cost. Immutable.
 */
public final class StockStanding {
    public static final StockStanding NONE = new StockStanding(List.of());

    private final List<Item> items;
    private final long cost;
    private final long negative;

    /**
     * @param held thousandths of the unit, and minor units of the store's currency
     * @param last the last of what was held and had a cost: by what goods are valued while nothing
     *     is there, or less; nothing where no cost was ever known
     * @param counted when it was last counted; null where it never was
     */
    public record Item(StockItem item, Holding held, Holding last, @Nullable Counted counted) {
        static Item none(StockItem item) {
            return new Item(item, Holding.NONE, Holding.NONE, null);
        }

        public boolean isNegative() {
            return held.amount() < 0;
        }

        /**
         * What a unit cost on average, to the sixth decimal, HALF_UP; of what is not there, what it
         * cost while it was. Empty where no cost was ever known.
         */
        public Optional<BigDecimal> average(CurrencyCode currency) {
            Holding by = valuedBy();
            if (by.amount() == 0) return Optional.empty();
            BigDecimal cost = BigDecimal.valueOf(by.cost(), currency.digits());
            BigDecimal quantity = BigDecimal.valueOf(by.amount(), Quantity.PLACES_MAX);
            return Optional.of(cost.divide(quantity, UnitPrice.PLACES_MAX, RoundingMode.HALF_UP));
        }

        /** What so much of it is worth at that, rounded once, HALF_UP. */
        public Optional<Money> worth(long thousandths, CurrencyCode currency) {
            Holding by = valuedBy();
            if (by.amount() == 0) return Optional.empty();
            BigDecimal worth =
                    BigDecimal.valueOf(by.cost(), currency.digits())
                            .multiply(BigDecimal.valueOf(thousandths))
                            .divide(
                                    BigDecimal.valueOf(by.amount()),
                                    currency.digits(),
                                    RoundingMode.HALF_UP);
            return Optional.of(Money.rounded(worth, currency));
        }

        private Holding valuedBy() {
            return held.amount() > 0 || held.cost() != 0 ? held : last;
        }
    }

    /** When an item was counted, on which business day. */
    public record Counted(LocalDate day, StockOfDay.Moment moment) {}

    /**
     * @param items ascending
     */
    StockStanding(List<Item> items) {
        this.items = Collections.unmodifiableList(items);
        long sum = 0;
        long below = 0;
        for (Item each : items) {
            sum = Math.addExact(sum, each.held().cost());
            if (each.isNegative()) below++;
        }
        cost = sum;
        negative = below;
    }

    /** Ascending. */
    public List<Item> items() {
        return items;
    }

    public Optional<Item> of(StockItem wanted) {
        int at = place(wanted);
        return at < 0 ? Optional.empty() : Optional.of(items.get(at));
    }

    private int place(StockItem wanted) {
        int low = 0;
        int high = items.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = items.get(middle).item().compareTo(wanted);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /** Of all goods, minor units. */
    public long cost() {
        return cost;
    }

    /** Items of which more went than had come. */
    public long negative() {
        return negative;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StockStanding standing && items.equals(standing.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
