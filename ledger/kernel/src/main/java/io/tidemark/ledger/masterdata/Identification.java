package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * From which amount on a country wants to know who exchanges. It is data: laws differ and change,
 * and a chain may ask for more than they do.
 *
 * @param country a code of ISO 3166-1, for people
 * @param amount in the store's currency: what one customer exchanged within the days, this exchange
 *     included, from which on papers are to be seen
 * @param days over which exchanges of one customer add up, today included; from 1
 * @param stores labels of those it is about; empty: all in this currency
 */
public record Identification(String country, Money amount, int days, List<String> stores) {
    /** A till looks back no further. */
    public static final int DAYS_MAX = 366;

    private static final int FIELDS = 5;

    public Identification {
        stores = List.copyOf(stores);
        if (!country.matches("[A-Z]{2}"))
            throw new IllegalArgumentException(
                    "'" + country + "' is no country; use two letters such as GB (ISO 3166-1)");
        if (amount.minor() < 1)
            throw new IllegalArgumentException(
                    "the amount from which on papers are seen is above zero");
        amount.requireSummable("the amount from which on papers are seen");
        if (days < 1 || days > DAYS_MAX)
            throw new IllegalArgumentException("from 1 to " + DAYS_MAX + " days, not " + days);
        if (stores.size() > Product.STORES_MAX)
            throw new IllegalArgumentException(
                    "a rule names more than " + Product.STORES_MAX + " stores");
    }

    boolean isFor(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    Identification withoutStores() {
        return new Identification(country, amount, days, List.of());
    }

    /** The array [country, amount, currency, days, stores]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(country).integer(amount.minor()).text(amount.currency().code());
        writer.integer(days).list(stores, (store, into) -> into.text(store));
    }

    static Identification readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new Identification(
                                reader.text(2),
                                new Money(reader.integer(), new CurrencyCode(reader.text(3))),
                                reader.integer(1, DAYS_MAX),
                                reader.list(
                                        Product.STORES_MAX, () -> reader.text(Limits.CODE_MAX))));
    }
}
