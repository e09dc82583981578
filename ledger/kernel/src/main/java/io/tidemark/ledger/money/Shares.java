package io.tidemark.ledger.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares an amount out in proportion, in whole minor units, so that the shares add up to exactly
 * the amount: each gets the whole part of its due, and what is left goes, a unit each, to those
 * with the largest remainders, the earlier first (Hamilton's method).
 */
public final class Shares {
    private Shares() {}

    /**
     * @param weights none negative, not all zero
     * @return one share for each weight, with the amount's sign
     */
    public static List<Money> of(Money amount, List<Long> weights) {
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) throw new IllegalArgumentException("a weight is never negative");
            sum = sum.add(BigInteger.valueOf(weight));
        }
        if (sum.signum() == 0)
            throw new IllegalArgumentException("nothing to share " + amount + " out to");
        return shares(amount, weights, sum);
    }

    private static List<Money> shares(Money amount, List<Long> weights, BigInteger sum) {
        BigInteger minor = BigInteger.valueOf(amount.minor()).abs();
        long left = Math.absExact(amount.minor());
        long[] shares = new long[weights.size()];
        List<BigInteger> remainders = new ArrayList<>(shares.length);
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] due =
                    minor.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(sum);
            shares[i] = due[0].longValueExact();
            remainders.add(due[1]);
            left -= shares[i];
        }
        // Sorting is stable: of equal remainders the earlier comes first.
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(i -> shares[i]++);
        List<Money> signed = new ArrayList<>(shares.length);
        for (long share : shares)
            signed.add(new Money(amount.isNegative() ? -share : share, amount.currency()));
        return signed;
    }
}
