package io.tidemark.lab.retail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** A currency of ISO 4217 and how many decimals its minor unit has: GBP 2, KRW 0, KWD 3. */
public record MinorUnits(String currency, int digits) {
    /**
     * @throws DataRefused if there is no such currency, or it has no minor unit to count in
     */
    public static MinorUnits of(String code) {
        Currency currency = currency(code.toUpperCase(Locale.ROOT));
        if (currency.getDefaultFractionDigits() < 0)
            throw new DataRefused(
                    "currency "
                            + currency.getCurrencyCode()
                            + " ("
                            + currency.getDisplayName(Locale.ENGLISH)
                            + ") has no minor unit in ISO 4217, so no till can count in it; give another, such as GBP");
        return new MinorUnits(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
    }

    /** Quantity × price in minor units, rounded once, HALF_UP: away from zero on either side. */
    public BigDecimal extend(BigDecimal quantity, BigDecimal price) {
        return quantity.multiply(price).movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
    }

    /** An amount as people write it: 1234 minor units of GBP are {@code 12.34}. */
    public String format(long minor) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new DataRefused(
                    "'" + code + "' is no ISO 4217 currency; give its three letters, such as GBP",
                    e);
        }
    }
}
