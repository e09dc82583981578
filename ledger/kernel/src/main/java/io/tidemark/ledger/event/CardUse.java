package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * The gift card that a tender was paid with, or paid back to.
 *
 * @param checked whether its balance was known to suffice; otherwise somebody took it at their word
 */
public record CardUse(String number, boolean checked) {
    public CardUse {
        number = requireNumber(number);
    }

    /**
     * @throws IllegalArgumentException unless it can be a gift card's number
     */
    public static String requireNumber(String number) {
        if (number.isBlank() || !number.equals(number.strip()))
            throw new IllegalArgumentException(
                    "a gift card has a number: scan it, or type it as it is printed");
        Items.within(number, Limits.CODE_MAX, "a gift card's number");
        return number;
    }

    void writeTo(CborWriter writer) {
        writer.array(2).text(number).bool(checked);
    }

    static CardUse readFrom(CborReader reader) {
        return reader.fields(2, () -> new CardUse(Items.code(reader), reader.bool()));
    }
}
