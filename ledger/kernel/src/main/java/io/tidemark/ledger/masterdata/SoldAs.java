package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.LineKind;
import org.jspecify.annotations.Nullable;

/**
 * How an article is sold, besides for its price.
 *
 * @param kind goods, a deposit on their container, or a gift card; the till itself makes the others
 * @param deposit the PLU of the deposit that is charged with each unit; null where none is
 * @param minimumAge years that a customer must have; 0: anybody may buy it
 */
public record SoldAs(LineKind kind, @Nullable String deposit, int minimumAge) {
    /** Goods for anybody, without a deposit. */
    public static final SoldAs GOODS = new SoldAs(LineKind.GOODS, null, 0);

    /** Of any law; 21 is the highest that is known. */
    static final int AGE_MAX = 99;

    private static final int FIELDS = 3;

    public SoldAs {
        if (kind == LineKind.TIP || kind == LineKind.ROUNDING)
            throw new IllegalArgumentException(
                    "no article is a " + kind + ": use GOODS, DEPOSIT or GIFT_CARD");
        if (deposit != null && !kind.isGoods())
            throw new IllegalArgumentException("only goods have a deposit, not a " + kind);
        if (deposit != null && (deposit.isBlank() || deposit.length() > Limits.CODE_MAX))
            throw new IllegalArgumentException(
                    "a deposit is named by its PLU, 1 to " + Limits.CODE_MAX + " characters");
        if (minimumAge < 0 || minimumAge > AGE_MAX)
            throw new IllegalArgumentException(
                    "a minimum age is 0 to " + AGE_MAX + " years, not " + minimumAge);
    }

    boolean isPlain() {
        return equals(GOODS);
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(kind.ordinal()).textOrNothing(deposit).integer(minimumAge);
    }

    static SoldAs readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new SoldAs(
                                LineKind.values()[reader.integer(0, LineKind.values().length - 1)],
                                reader.textOrNothing(Limits.CODE_MAX),
                                reader.integer(0, AGE_MAX)));
    }
}
