package io.tidemark.ledger.exchange;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How much of a foreign currency a store holds, and what that cost it, at average cost.
 *
 * <p>Both are whole minor units, and the cost is a sum of amounts that were paid: the average is
 * worked out when somebody asks and is never what is added up, so nothing is lost by rounding it.
 * What is taken out takes its part of the cost with it, rounded once, HALF_UP; the last of it takes
 * all that is left. A position may be below zero, where more was sold than had been bought: its
 * cost is then what it was sold for, and buying realises the margin.
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

    /** Always: cost after = cost before + what it cost + what was realised. */
    private Moved moved(Money more, Money itsCost) {
        boolean grows =
                amount.isZero() || more.isZero() || amount.isNegative() == more.isNegative();
        if (grows)
            return new Moved(
                    new Position(amount.plus(more), cost.plus(itsCost)),
                    Money.zero(cost.currency()));
        if (Math.absExact(more.minor()) <= Math.absExact(amount.minor()))
            return closing(more, itsCost);
        Money left = amount.plus(more);
        Money closingCost = part(itsCost, amount, more);
        return new Moved(
                new Position(left, itsCost.minus(closingCost)), cost.plus(closingCost).negated());
    }

    private Moved closing(Money more, Money itsCost) {
        Money taken = part(cost, more, amount);
        return new Moved(
                new Position(amount.plus(more), cost.minus(taken)), itsCost.plus(taken).negated());
    }

    /** Of the sum, what so much of the whole has: by size, of the sum's sign. */
    private static Money part(Money sum, Money some, Money whole) {
        BigInteger twice = BigInteger.valueOf(2);
        BigInteger divisor = BigInteger.valueOf(whole.minor()).abs();
        BigInteger size =
                BigInteger.valueOf(sum.minor())
                        .abs()
                        .multiply(BigInteger.valueOf(some.minor()).abs());
        long minor =
                size.multiply(twice).add(divisor).divide(divisor.multiply(twice)).longValueExact();
        return new Money(sum.isNegative() ? -minor : minor, sum.currency());
    }
}
