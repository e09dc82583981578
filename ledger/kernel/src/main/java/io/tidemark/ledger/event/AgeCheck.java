package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * Whoever sold made sure that the customer is old enough. Nothing of the customer is kept: no date
 * of birth and no document's number.
 *
 * @param years that the goods are sold from
 */
public record AgeCheck(int years, How how) {
    private static final int YEARS_MAX = 150;

    /** What told them. Only ever added to at the end: entries hold their place. */
    public enum How {
        /** Beyond doubt, by looks. */
        APPEARANCE,
        /** By a document. */
        DOCUMENT
    }

    public AgeCheck {
        if (years < 1 || years > YEARS_MAX)
            throw new IllegalArgumentException(
                    "an age is 1 to " + YEARS_MAX + " years, not " + years);
    }

    void writeTo(CborWriter writer) {
        writer.array(2).integer(years).integer(how.ordinal());
    }

    static AgeCheck readFrom(CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new AgeCheck(
                                reader.integer(1, YEARS_MAX),
                                How.values()[reader.integer(0, How.values().length - 1)]));
    }
}
