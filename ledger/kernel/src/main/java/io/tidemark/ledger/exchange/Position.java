package io.tidemark.ledger.exchange;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Holding;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a foreign currency a store holds, and what that cost it, at average cost: a {@link
 * Holding} of minor units. Where more was sold than had been bought, its cost is what it was sold
 * for, and buying realises the margin.
 *
 * @param amount in the foreign currency
 * @param cost in the store's currency, of the amount's sign, or zero
 */
public record Position(Money amount, Money cost) {
    /** Of an average: store currency per unit of the foreign one. */
    public static final int AVERAGE_PLACES = 6;

    public Position {
        if (amount.currency().equals(cost.currency()))
            throw new IllegalArgumentException(
                    amount.currency()
                            + " is the store's own currency, of which it has no position");
    }

    public static Position none(CurrencyCode foreign, CurrencyCode base) {
        return new Position(Money.zero(foreign), Money.zero(base));
    }

    /**
     * What a movement left, and earned.
     *
     * @param realised what was received less what that had cost; negative: a loss
     */
    public record Moved(Position after, Money realised) {}

    /** The average cost of a unit, HALF_UP at the sixth place; zero where there is none. */
    public BigDecimal average() {
        return amount.isZero()
                ? BigDecimal.ZERO.setScale(AVERAGE_PLACES)
                : cost.decimal().divide(amount.decimal(), AVERAGE_PLACES, RoundingMode.HALF_UP);
    }

    public Moved bought(Money bought, Money paid) {
        return moved(bought, paid);
    }

    public Moved sold(Money sold, Money received) {
        return moved(sold.negated(), received.negated());
    }

    public boolean isNone() {
        return amount.isZero() && cost.isZero();
    }

    private Moved moved(Money more, Money itsCost) {
        Holding.Moved moved =
                new Holding(amount.minor(), cost.minor())
                        .moved(in(amount, more), in(cost, itsCost));
        return new Moved(
                new Position(
                        new Money(moved.after().amount(), amount.currency()),
                        new Money(moved.after().cost(), cost.currency())),
                new Money(moved.realised(), cost.currency()));
    }

    /** Minor units of the same currency. */
    private static long in(Money kept, Money moved) {
        return Money.zero(kept.currency()).plus(moved).minor();
    }
}
