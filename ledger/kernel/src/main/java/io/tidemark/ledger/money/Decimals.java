package io.tidemark.ledger.money;

import java.math.BigDecimal;

/**
 * The one canonical form of a decimal: no trailing zeros, a scale of at least 0, an unscaled value
 * of 63 bits.
 */
final class Decimals {
    private static final int WHOLE_DIGITS_MAX = 15;

    private Decimals() {}

    static BigDecimal canonical(BigDecimal value, int placesMax, String what) {
        // Most are whole, and are what they are.
        if (value.scale() == 0 && value.precision() <= WHOLE_DIGITS_MAX) return value;
        BigDecimal canonical = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (canonical.scale() > placesMax)
            throw new IllegalArgumentException(
                    what + " has at most " + placesMax + " decimal places, not " + value);
        // A few characters can name a number of a billion digits: none of it is written out.
        if ((long) canonical.precision() - canonical.scale() > WHOLE_DIGITS_MAX)
            throw new IllegalArgumentException(
                    what
                            + " is too large: at most "
                            + WHOLE_DIGITS_MAX
                            + " digits before the point");
        return canonical.scale() < 0 ? canonical.setScale(0) : canonical;
    }
}
