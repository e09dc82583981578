package io.tidemark.ledger.exchange;

import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What an exchange comes to. All amounts are above zero, but a commission may be zero.
 *
 * @param foreign that is bought or sold
 * @param base what that is in the store's currency
 * @param commission that the customer pays besides, in the store's currency
 */
public record Quote(
        Way way, Money foreign, Money base, Money commission, ExchangeRate rate, ExchangeRate mid) {
    private static final BigDecimal PPM = BigDecimal.valueOf(1_000_000);

    /** As the store sees it. */
    public enum Way {
        BUY,
        SELL;

        /** At which it is quoted. */
        public ExchangeRate of(ExchangeTerms.Rates rates) {
            return this == BUY ? rates.buy() : rates.sell();
        }
    }

    /**
     * @throws IllegalArgumentException if the notes of such an amount do not exist, or nothing
     *     would be left of it
     */
    public static Quote of(ExchangeTerms terms, Way way, Money foreign, ExchangeRate rate) {
        requireNotes(terms, foreign);
        Money base = rounded(foreign.decimal().multiply(rate.value()), terms.handling().round());
        if (base.isZero())
            throw new IllegalArgumentException(foreign + " is too little to exchange");
        Money commission = commission(terms, base);
        if (way == Way.BUY && commission.minor() >= base.minor())
            throw new IllegalArgumentException(
                    "of " + base + " nothing would be left but the commission of " + commission);
        return new Quote(way, foreign, base, commission, rate, terms.rates().mid());
    }

    /**
     * The most in whole notes that comes to no more than so much of the store's currency, before
     * commission.
     *
     * @throws IllegalArgumentException if that is not one note
     */
    public static Quote upTo(ExchangeTerms terms, Way way, Money base, ExchangeRate rate) {
        BigDecimal note = terms.handling().note().decimal().multiply(rate.value());
        BigInteger notes = base.decimal().divide(note, 0, RoundingMode.DOWN).toBigIntegerExact();
        Money foreign =
                new Money(
                        notes.multiply(BigInteger.valueOf(terms.handling().note().minor()))
                                .longValueExact(),
                        terms.foreign());
        if (foreign.minor() <= 0)
            throw new IllegalArgumentException(
                    base + " is less than one note of " + terms.handling().note() + " comes to");
        Quote quote = of(terms, way, foreign, rate);
        // HALF_UP to the store's smallest coin may have gone beyond.
        return quote.base.minor() <= base.minor() || foreign.equals(terms.handling().note())
                ? quote
                : of(terms, way, foreign.minus(terms.handling().note()), rate);
    }

    /** What the customer hands over (where the store sells) or gets (where it buys). */
    public Money customer() {
        return way == Way.SELL ? base.plus(commission) : base.minus(commission);
    }

    private static void requireNotes(ExchangeTerms terms, Money foreign) {
        long note = terms.handling().note().minor();
        if (foreign.minor() <= 0)
            throw new IllegalArgumentException("an amount above zero is needed, not " + foreign);
        long beyond = foreign.minor() % note;
        if (beyond == 0) return;
        Money less = new Money(foreign.minor() - beyond, foreign.currency());
        Money more = less.plus(terms.handling().note());
        throw new IllegalArgumentException(
                foreign
                        + " cannot be paid in notes of "
                        + terms.handling().note()
                        + ": make it "
                        + (less.isZero() ? "" : less + " or ")
                        + more);
    }

    private static Money commission(ExchangeTerms terms, Money base) {
        BigDecimal share =
                base.decimal()
                        .multiply(BigDecimal.valueOf(terms.handling().commission().ppm()))
                        .divide(PPM);
        Money rounded = rounded(share, terms.handling().round());
        Money least = terms.handling().commission().least();
        return rounded.minor() < least.minor() ? least : rounded;
    }

    /** To a multiple of the smallest amount, HALF_UP. */
    private static Money rounded(BigDecimal amount, Money smallest) {
        BigInteger multiples =
                amount.divide(smallest.decimal(), 0, RoundingMode.HALF_UP).toBigIntegerExact();
        return new Money(
                multiples.multiply(BigInteger.valueOf(smallest.minor())).longValueExact(),
                smallest.currency());
    }
}
