package io.tidemark.ledger.money;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.math.BigDecimal;

/**
 * A price per unit in the transaction's currency, never negative, with up to six decimal places; it
 * need not be whole minor units (0.0425 a gram). At most 15 digits stand before the point; more
 * digits are an {@link IllegalArgumentException}.
 */
public record UnitPrice(BigDecimal value) {
    public static final int PLACES_MAX = 6;

    public UnitPrice {
        value = Decimals.canonical(value, PLACES_MAX, "a unit price");
        if (value.signum() < 0)
            throw new IllegalArgumentException(
                    "a unit price is never negative: " + value.toPlainString());
    }

    /**
     * @param decimal as people write it, such as {@code 12.75}
     * @throws IllegalArgumentException if it is none
     */
    public static UnitPrice of(String decimal) {
        return new UnitPrice(Numbers.parse(decimal, "a unit price"));
    }

    /** Quantity × price, rounded once, HALF_UP. */
    public Money times(Quantity quantity, CurrencyCode currency) {
        return Money.rounded(value.multiply(quantity.value()), currency);
    }

    /** Two items: unscaled value, scale. */
    public void writeTo(CborWriter writer) {
        writer.integer(value.unscaledValue().longValueExact()).integer(value.scale());
    }

    public static UnitPrice readFrom(CborReader reader) {
        long unscaled = reader.integer();
        return new UnitPrice(BigDecimal.valueOf(unscaled, reader.integer(0, PLACES_MAX)));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
