package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.UnitPrice;

/**
 * Somebody read the price on a shelf.
 *
 * @param shelf what stands there
 * @param listed what the catalogue asks at that moment
 */
public record ShelfPriceChecked(
        String plu, String description, UnitPrice shelf, UnitPrice listed, CurrencyCode currency)
        implements Event {
    private static final int FIELDS = 7;

    public ShelfPriceChecked {
        if (plu.isBlank()) throw new IllegalArgumentException("a check needs an article code");
        Items.within(plu, Limits.CODE_MAX, "an article code");
        Items.within(description, Limits.TEXT_MAX, "a description");
    }

    public boolean isRight() {
        return shelf.equals(listed);
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(plu).text(description);
        shelf.writeTo(writer);
        listed.writeTo(writer);
        writer.text(currency.code());
    }

    static ShelfPriceChecked readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new ShelfPriceChecked(
                                Items.code(reader),
                                reader.text(Limits.TEXT_MAX),
                                UnitPrice.readFrom(reader),
                                UnitPrice.readFrom(reader),
                                Items.currency(reader)));
    }
}
