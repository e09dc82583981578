package io.tidemark.ledger.money;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.math.BigDecimal;

/**
 * How much: a decimal of up to three places, at most 15 digits before the point, and its unit
 * (UN/ECE Recommendation 20). Negative for goods that come back; zero is legal. More digits are an
 * {@link IllegalArgumentException}.
 */
public record Quantity(BigDecimal value, Unit unit) {
    public static final int PLACES_MAX = 3;

    private static final BigDecimal MOST =
            BigDecimal.valueOf(Limits.QUANTITY_THOUSANDTHS_MAX, PLACES_MAX);

    public Quantity {
        value = Decimals.canonical(value, PLACES_MAX, "a quantity");
    }

    /**
     * @param decimal as people write it, such as {@code -0.375}
     * @throws IllegalArgumentException if it is none
     */
    public static Quantity of(String decimal, Unit unit) {
        return new Quantity(Numbers.parse(decimal, "a quantity"), unit);
    }

    public static Quantity pieces(long count) {
        return new Quantity(BigDecimal.valueOf(count), Unit.PIECE);
    }

    /** The value in thousandths, of either sign: exact, since there are at most three places. */
    public long thousandths() {
        // Most are whole: no other number is made for these.
        if (value.scale() == 0) return Math.multiplyExact(value.longValueExact(), 1_000L);
        return value.movePointRight(PLACES_MAX).longValueExact();
    }

    /**
     * Refuses a quantity that could not be added up with as many others as there may be.
     *
     * @throws IllegalArgumentException beyond {@link Limits#QUANTITY_THOUSANDTHS_MAX}
     */
    public void requireSummable(String what) {
        if (value.abs().compareTo(MOST) > 0)
            throw new IllegalArgumentException(
                    what
                            + " is "
                            + this
                            + ", and can be at most "
                            + MOST.toBigInteger()
                            + ": check the quantity");
    }

    /**
     * Refuses part of a piece, which nobody can put on a counter.
     *
     * @throws IllegalArgumentException if it is of pieces and not a whole number of them
     */
    public Quantity requireWholePieces() {
        if (hasPartOfPiece())
            throw new IllegalArgumentException(
                    value.toPlainString()
                            + " is part of a piece, and this goes by whole pieces: check the quantity");
        return this;
    }

    /** Whether it is of pieces and not a whole number of them. */
    public boolean hasPartOfPiece() {
        return unit == Unit.PIECE && value.stripTrailingZeros().scale() > 0;
    }

    public Quantity negated() {
        return new Quantity(value.negate(), unit);
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    /**
     * Three items: unscaled value, scale, unit (its ordinal: units are only ever added at the end).
     */
    public void writeTo(CborWriter writer) {
        writer.integer(value.unscaledValue().longValueExact())
                .integer(value.scale())
                .integer(unit.ordinal());
    }

    public static Quantity readFrom(CborReader reader) {
        long unscaled = reader.integer();
        int scale = reader.integer(0, PLACES_MAX);
        return new Quantity(BigDecimal.valueOf(unscaled, scale), Unit.readFrom(reader));
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.code();
    }
}
