package io.tidemark.ledger.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A value added tax rate in parts per million: 20 % is 200,000. */
public record TaxRate(int ppm) {
    private static final int PPM = 1_000_000;

    public TaxRate {
        if (ppm < 0 || ppm > PPM)
            throw new IllegalArgumentException(
                    "a tax rate is between 0 and 1,000,000 ppm (100 %), not " + ppm);
    }

    /**
     * The tax inside a price that includes it: gross × rate ÷ (1 + rate), rounded once, HALF_UP.
     */
    public Money includedIn(Money gross) {
        BigDecimal tax =
                BigDecimal.valueOf(gross.minor())
                        .multiply(BigDecimal.valueOf(ppm))
                        .divide(BigDecimal.valueOf((long) PPM + ppm), 0, RoundingMode.HALF_UP);
        return new Money(tax.longValueExact(), gross.currency());
    }

    /** The tax on a price that is without it: net × rate, rounded once, HALF_UP. */
    public Money addedTo(Money net) {
        BigDecimal tax =
                BigDecimal.valueOf(net.minor())
                        .multiply(BigDecimal.valueOf(ppm))
                        .divide(BigDecimal.valueOf(PPM), 0, RoundingMode.HALF_UP);
        return new Money(tax.longValueExact(), net.currency());
    }

    /** For people: {@code 20 %}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }
}
