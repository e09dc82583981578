package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * An article and its price, VAT included. An article sold in several currencies stands once for
 * each.
 *
 * @param gtin GS1 article number of 8, 12, 13 or 14 digits with its check digit, where there is one
 * @param taxCategory the code of one of the file's tax categories
 */
public record Product(
        String plu,
        @Nullable String gtin,
        String description,
        String department,
        String taxCategory,
        Unit unit,
        UnitPrice price,
        CurrencyCode currency) {
    private static final int FIELDS = 9;

    public Product {
        if (plu.isBlank()) throw new IllegalArgumentException("a product needs a PLU");
        within(plu, Limits.CODE_MAX, "a PLU");
        within(description, Limits.TEXT_MAX, "a description");
        within(department, Limits.CODE_MAX, "a department");
        within(taxCategory, Limits.CODE_MAX, "a tax category");
        if (gtin != null) Gtin.require(gtin);
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(plu).textOrNothing(gtin).text(description).text(department);
        writer.text(taxCategory).text(unit.code());
        price.writeTo(writer);
        writer.text(currency.code());
    }

    static Product readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new Product(
                                reader.text(Limits.CODE_MAX),
                                reader.textOrNothing(Limits.CODE_MAX),
                                reader.text(Limits.TEXT_MAX),
                                reader.text(Limits.CODE_MAX),
                                reader.text(Limits.CODE_MAX),
                                Unit.of(reader.text(Limits.CODE_MAX)),
                                UnitPrice.readFrom(reader),
                                new CurrencyCode(reader.text(Limits.CODE_MAX))));
    }

    private static void within(String text, int charactersMax, String what) {
        if (text.length() > charactersMax)
            throw new IllegalArgumentException(
                    what + " has at most " + charactersMax + " characters");
    }
}
