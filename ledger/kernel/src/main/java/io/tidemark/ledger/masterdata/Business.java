package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * Whose shop it is, as tax offices know them: what exports say of a store besides its figures.
 *
 * @param company by its full name
 * @param taxNumber by which the tax office knows it, in whatever form that has there; may be empty
 * @param vatId with the country in front, such as DE123456789; may be empty
 * @param shop where the store is
 * @param seat where the company is; the same where nothing else is said
 * @param stores labels of those it is about; empty: all
 */
public record Business(
        String company,
        String taxNumber,
        String vatId,
        PostalAddress shop,
        PostalAddress seat,
        List<String> stores) {
    /** Nothing is known. */
    public static final Business UNKNOWN =
            new Business("", "", "", PostalAddress.NONE, PostalAddress.NONE, List.of());

    private static final int FIELDS = 6;

    public Business {
        stores = List.copyOf(stores);
        for (String text : new String[] {company, taxNumber, vatId})
            if (text.length() > PostalAddress.TEXT_MAX)
                throw new IllegalArgumentException(
                        "at most " + PostalAddress.TEXT_MAX + " characters, not '" + text + "'");
        if (stores.size() > Product.STORES_MAX)
            throw new IllegalArgumentException(
                    "a company names more than " + Product.STORES_MAX + " stores");
    }

    /** Where the company is. */
    public PostalAddress companyAt() {
        return seat.isNone() ? shop : seat;
    }

    boolean isFor(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    Business withoutStores() {
        return new Business(company, taxNumber, vatId, shop, seat, List.of());
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(company).text(taxNumber).text(vatId);
        shop.writeTo(writer);
        seat.writeTo(writer);
        writer.list(stores, (store, into) -> into.text(store));
    }

    static Business readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new Business(
                                reader.text(PostalAddress.TEXT_MAX),
                                reader.text(PostalAddress.TEXT_MAX),
                                reader.text(PostalAddress.TEXT_MAX),
                                PostalAddress.readFrom(reader),
                                PostalAddress.readFrom(reader),
                                reader.list(
                                        Product.STORES_MAX, () -> reader.text(Limits.CODE_MAX))));
    }
}
