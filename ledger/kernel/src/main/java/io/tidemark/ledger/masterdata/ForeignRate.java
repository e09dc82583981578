package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import java.util.List;

/**
 * At what rate foreign cash is taken for goods; change is given in the store's currency.
 *
 * @param currency the store's
 * @param rate store currency per unit of the foreign one
 * @param stores labels of those that take it so; empty: all that sell in the currency
 */
public record ForeignRate(
        CurrencyCode currency, CurrencyCode foreign, ExchangeRate rate, List<String> stores) {
    private static final int FIELDS = 5;

    public ForeignRate {
        stores = List.copyOf(stores);
        if (currency.equals(foreign))
            throw new IllegalArgumentException(
                    foreign + " is no foreign currency where " + currency + " is the store's");
        if (stores.size() > Product.STORES_MAX)
            throw new IllegalArgumentException(
                    "a rate names more than " + Product.STORES_MAX + " stores");
    }

    boolean isFor(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    ForeignRate withoutStores() {
        return new ForeignRate(currency, foreign, rate, List.of());
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(currency.code()).text(foreign.code());
        rate.writeTo(writer);
        writer.list(stores, (store, into) -> into.text(store));
    }

    static ForeignRate readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new ForeignRate(
                                new CurrencyCode(reader.text(Limits.CODE_MAX)),
                                new CurrencyCode(reader.text(Limits.CODE_MAX)),
                                ExchangeRate.readFrom(reader),
                                reader.list(
                                        Product.STORES_MAX, () -> reader.text(Limits.CODE_MAX))));
    }
}
