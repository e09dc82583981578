package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/** Sums of what lines stored, per tax category and rate; never computed again from a total. */
public record TaxTotal(TaxCategory category, Money gross, Money tax) {
    public Money net() {
        return gross.minus(tax);
    }

    TaxTotal plus(TaxTotal other) {
        return new TaxTotal(category, gross.plus(other.gross), tax.plus(other.tax));
    }

    void writeTo(CborWriter writer) {
        category.writeTo(writer.array(4));
        writer.integer(gross.minor()).integer(tax.minor());
    }

    static TaxTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                4,
                () ->
                        new TaxTotal(
                                TaxCategory.readFrom(reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader)));
    }
}
