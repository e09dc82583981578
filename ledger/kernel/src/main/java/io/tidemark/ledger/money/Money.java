package io.tidemark.ledger.money;

import io.tidemark.ledger.Limits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * An amount in whole minor units of its currency: 1234 GBP is £12.34. Exact: what does not fit into
 * 63 bits throws {@link ArithmeticException}, and currencies are never mixed.
 */
public record Money(long minor, CurrencyCode currency) {
    public static Money zero(CurrencyCode currency) {
        return new Money(0, currency);
    }

    /** Of an amount of each; a loop, since every sale waits for a few of these. */
    public static <T> Money sum(
            CurrencyCode currency, Iterable<T> each, Function<? super T, Money> amount) {
        Money sum = zero(currency);
        for (T one : each) sum = sum.plus(amount.apply(one));
        return sum;
    }

    /** Rounds once, HALF_UP (away from zero at the half), to the minor unit. */
    public static Money rounded(BigDecimal amount, CurrencyCode currency) {
        return new Money(
                amount.setScale(currency.digits(), RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact(),
                currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /**
     * Refuses an amount that could not be added up with as many others as there may be.
     *
     * @throws IllegalArgumentException beyond {@link Limits#AMOUNT_MINOR_MAX}
     */
    public void requireSummable(String what) {
        if (minor > Limits.AMOUNT_MINOR_MAX || minor < -Limits.AMOUNT_MINOR_MAX)
            throw new IllegalArgumentException(
                    what
                            + " is "
                            + this
                            + ", and can be at most "
                            + new Money(Limits.AMOUNT_MINOR_MAX, currency)
                            + ": check the amount");
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.digits());
    }

    /** For people and logs: {@code 12.34 GBP}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        return other;
    }
}
