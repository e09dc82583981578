package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.TaxRate;

/** A VAT key with its name for people, such as S, "Standard", 20 %. */
public record TaxDefinition(TaxCategory category, String name) {
    public TaxDefinition {
        if (name.length() > Limits.CODE_MAX)
            throw new IllegalArgumentException(
                    "a tax category's name has at most " + Limits.CODE_MAX + " characters");
    }

    void writeTo(CborWriter writer) {
        writer.array(3).text(category.code()).integer(category.rate().ppm()).text(name);
    }

    static TaxDefinition readFrom(CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new TaxDefinition(
                                new TaxCategory(
                                        reader.text(Limits.CODE_MAX),
                                        new TaxRate(reader.integer(0, 1_000_000))),
                                reader.text(Limits.CODE_MAX)));
    }
}
