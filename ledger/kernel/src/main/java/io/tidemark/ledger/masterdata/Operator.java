package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * Somebody who works in the shops.
 *
 * @param number by which they sign on, and which stands on receipts
 */
public record Operator(String number, String name, OperatorRole role, PinVerifier pin) {
    private static final int FIELDS = 4;

    public Operator {
        if (number.isBlank()) throw new IllegalArgumentException("an operator needs a number");
        if (number.length() > Limits.CODE_MAX)
            throw new IllegalArgumentException(
                    "an operator's number has at most " + Limits.CODE_MAX + " characters");
        if (name.length() > Limits.TEXT_MAX)
            throw new IllegalArgumentException(
                    "an operator's name has at most " + Limits.TEXT_MAX + " characters");
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(number).text(name).integer(role.ordinal());
        pin.writeTo(writer);
    }

    static Operator readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new Operator(
                                reader.text(Limits.CODE_MAX),
                                reader.text(Limits.TEXT_MAX),
                                OperatorRole.values()[
                                        reader.integer(0, OperatorRole.values().length - 1)],
                                PinVerifier.readFrom(reader)));
    }
}
