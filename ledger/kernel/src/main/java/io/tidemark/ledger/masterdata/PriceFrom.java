package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.money.UnitPrice;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A price that comes into force later.
 *
 * @param from in force from the beginning of this day where the store is, VAT included
 */
public record PriceFrom(LocalDate from, UnitPrice price) {
    private static final int FIELDS = 3;
    private static final int DATE_MAX = 10;

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(from.toString());
        price.writeTo(writer);
    }

    static PriceFrom readFrom(CborReader reader) {
        return reader.fields(FIELDS, () -> new PriceFrom(date(reader), UnitPrice.readFrom(reader)));
    }

    private static LocalDate date(CborReader reader) {
        String text = reader.text(DATE_MAX);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("'" + text + "' is not a date", e);
        }
    }
}
