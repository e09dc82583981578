package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CashRounding;
import io.tidemark.ledger.money.CashRoundings;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How stores that sell in one currency price and are paid.
 *
 * @param taxExcluded whether list prices are without VAT, which is then added
 * @param taxPerReceipt whether VAT is rounded once for each rate of a receipt, its lines having
 *     shares of that; otherwise once for each line
 * @param rounding the country whose scheme rounds what is paid in cash, see {@link CashRoundings};
 *     null: none does
 * @param stores labels of those it is about; empty: all in this currency
 */
public record Terms(
        CurrencyCode currency,
        boolean taxExcluded,
        boolean taxPerReceipt,
        @Nullable String rounding,
        List<String> stores) {
    private static final int FIELDS = 5;

    public Terms {
        stores = List.copyOf(stores);
        if (stores.size() > Product.STORES_MAX)
            throw new IllegalArgumentException(
                    "terms name more than " + Product.STORES_MAX + " stores");
        if (rounding != null && !scheme(rounding).currency().equals(currency))
            throw new IllegalArgumentException(
                    "the scheme "
                            + rounding
                            + " rounds "
                            + scheme(rounding).currency()
                            + ", not "
                            + currency);
    }

    /** What holds where nothing is said: prices with VAT, rounded by line, and cash to the unit. */
    public static Terms plain(CurrencyCode currency) {
        return new Terms(currency, false, false, null, List.of());
    }

    public Optional<CashRounding> cashRounding() {
        return Optional.ofNullable(rounding).map(Terms::scheme);
    }

    boolean isFor(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    Terms withoutStores() {
        return new Terms(currency, taxExcluded, taxPerReceipt, rounding, List.of());
    }

    /**
     * @throws IllegalArgumentException if the table has none of this country
     */
    public static CashRounding scheme(String country) {
        return CashRoundings.of(country)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + country
                                        + "' has no scheme for cash; use one of "
                                        + CashRoundings.all().stream()
                                                .map(CashRounding::code)
                                                .toList()));
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(currency.code()).bool(taxExcluded).bool(taxPerReceipt);
        writer.textOrNothing(rounding).list(stores, (store, into) -> into.text(store));
    }

    static Terms readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new Terms(
                                new CurrencyCode(reader.text(Limits.CODE_MAX)),
                                reader.bool(),
                                reader.bool(),
                                reader.textOrNothing(Limits.CODE_MAX),
                                reader.list(
                                        Product.STORES_MAX, () -> reader.text(Limits.CODE_MAX))));
    }
}
