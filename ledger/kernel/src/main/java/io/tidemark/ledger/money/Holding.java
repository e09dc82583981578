package io.tidemark.ledger.money;

import java.math.BigInteger;

/**
 * How much of something is held, and what that cost, at average cost: a foreign currency, or goods.
 *
 * <p>The cost is a sum of amounts that were paid: the average is worked out when somebody asks and
 * is never what is added up, so nothing is lost by rounding it. What is taken out takes its part of
 * the cost with it, rounded once, HALF_UP; the last of it takes all that is left. A holding may be
 * below zero, where more went than had come: its cost is then what it went for, and what comes
 * later realises the difference.
 *
 * @param amount in the smallest unit of what is held
 * @param cost in minor units, of the amount's sign, or zero
 */
public record Holding(long amount, long cost) {
    public static final Holding NONE = new Holding(0, 0);

    /**
     * What a movement left, and earned.
     *
     * @param realised what was received less what that had cost; negative: a loss
     */
    public record Moved(Holding after, long realised) {}

    /**
     * More came at a cost, or, both being negative, went for an amount. Always: cost after = cost
     * before + its cost + what was realised.
     */
    public Moved moved(long more, long itsCost) {
        boolean grows = amount == 0 || more == 0 || (amount < 0) == (more < 0);
        if (grows)
            return new Moved(
                    new Holding(Math.addExact(amount, more), Math.addExact(cost, itsCost)), 0);
        if (Math.absExact(more) <= Math.absExact(amount)) return closing(more, itsCost);
        long closingCost = part(itsCost, amount, more);
        return new Moved(
                new Holding(Math.addExact(amount, more), Math.subtractExact(itsCost, closingCost)),
                Math.negateExact(Math.addExact(cost, closingCost)));
    }

    private Moved closing(long more, long itsCost) {
        long taken = part(cost, more, amount);
        return new Moved(
                new Holding(Math.addExact(amount, more), Math.subtractExact(cost, taken)),
                Math.negateExact(Math.addExact(itsCost, taken)));
    }

    /**
     * Of the sum, what so much of the whole has: by size, of the sum's sign, rounded HALF_UP.
     *
     * @param whole not zero
     * @throws ArithmeticException beyond 63 bits
     */
    public static long part(long sum, long some, long whole) {
        long most = Math.absExact(whole);
        long high = Math.multiplyHigh(Math.absExact(sum), Math.absExact(some));
        long low = Math.absExact(sum) * Math.absExact(some);
        long size = high == 0 && low >= 0 ? rounded(low, most) : largePart(sum, some, most);
        return sum < 0 ? -size : size;
    }

    private static long rounded(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        return rest >= divisor - rest ? quotient + 1 : quotient;
    }

    private static long largePart(long sum, long some, long whole) {
        BigInteger twice = BigInteger.TWO;
        BigInteger divisor = BigInteger.valueOf(whole);
        BigInteger size = BigInteger.valueOf(sum).abs().multiply(BigInteger.valueOf(some).abs());
        return size.multiply(twice).add(divisor).divide(divisor.multiply(twice)).longValueExact();
    }
}
