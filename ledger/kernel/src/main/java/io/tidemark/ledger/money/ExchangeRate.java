package io.tidemark.ledger.money;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.math.BigDecimal;

/**
 * Store currency per unit of a tender's own currency, with up to ten decimal places; 1 where they
 * are one. At most 15 digits stand before the point; more digits, or a rate that is not above zero,
 * are an {@link IllegalArgumentException}.
 */
public record ExchangeRate(BigDecimal value) {
    public static final int PLACES_MAX = 10;
    public static final ExchangeRate ONE = new ExchangeRate(BigDecimal.ONE);

    public ExchangeRate {
        value = Decimals.canonical(value, PLACES_MAX, "an exchange rate");
        if (value.signum() <= 0)
            throw new IllegalArgumentException("an exchange rate is above zero");
    }

    /** The amount in {@code base}, rounded once, HALF_UP. */
    public Money convert(Money amount, CurrencyCode base) {
        return Money.rounded(amount.decimal().multiply(value), base);
    }

    /** Two items: unscaled value, scale. */
    public void writeTo(CborWriter writer) {
        writer.integer(value.unscaledValue().longValueExact()).integer(value.scale());
    }

    public static ExchangeRate readFrom(CborReader reader) {
        long unscaled = reader.integer();
        return new ExchangeRate(BigDecimal.valueOf(unscaled, reader.integer(0, PLACES_MAX)));
    }
}
