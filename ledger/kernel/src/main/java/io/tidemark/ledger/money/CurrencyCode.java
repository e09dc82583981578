package io.tidemark.ledger.money;

import java.util.Currency;

/**
 * A currency of ISO 4217 that has a minor unit (JPY 0, GBP 2, KWD 3). Funds codes and metals
 * without one, such as XAU, are refused: nothing can be sold in them.
 */
public record CurrencyCode(String code) {
    public CurrencyCode {
        if (digitsOf(code) < 0)
            throw new IllegalArgumentException(
                    "'"
                            + code
                            + "' has no minor unit in ISO 4217; use a currency such as GBP, JPY or KWD");
    }

    /** Decimal places of the minor unit. */
    public int digits() {
        return digitsOf(code);
    }

    private static int digitsOf(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'"
                            + code
                            + "' is not an ISO 4217 currency code; use one such as GBP, JPY or KWD",
                    e);
        }
    }

    // Said in full, and the same one first: every sum of two amounts asks.
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof CurrencyCode named && code.equals(named.code));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
