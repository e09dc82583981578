package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs from country to country and is no article's: the terms of the stores, and the
 * foreign cash that they take.
 */
public record Trade(List<Terms> terms, List<ForeignRate> rates) {
    /** Prices with VAT, cash to the minor unit, no foreign cash. */
    public static final Trade NONE = new Trade(List.of(), List.of());

    /** Rows of each. */
    public static final int ROWS_MAX = 10_000;

    private static final int FIELDS = 2;

    public Trade {
        terms = List.copyOf(terms);
        rates = List.copyOf(rates);
        if (terms.size() > ROWS_MAX || rates.size() > ROWS_MAX)
            throw new IllegalArgumentException(
                    "at most " + ROWS_MAX + " terms, and as many rates of foreign cash");
        requireOneForEachStore(terms, rates);
    }

    /** What a store gets of it. */
    public Trade of(String store, CurrencyCode currency) {
        return new Trade(
                terms.stream()
                        .filter(row -> row.currency().equals(currency) && row.isFor(store))
                        .map(Terms::withoutStores)
                        .toList(),
                rates.stream()
                        .filter(row -> row.currency().equals(currency) && row.isFor(store))
                        .map(ForeignRate::withoutStores)
                        .toList());
    }

    /** Of a store's own part. */
    public Terms termsIn(CurrencyCode currency) {
        return terms.stream()
                .filter(row -> row.currency().equals(currency))
                .findFirst()
                .orElseGet(() -> Terms.plain(currency));
    }

    /** Of a store's own part: what its tills take besides their own cash. */
    public Optional<ForeignRate> rate(CurrencyCode currency, CurrencyCode foreign) {
        return rates.stream()
                .filter(row -> row.currency().equals(currency) && row.foreign().equals(foreign))
                .findFirst();
    }

    boolean isNone() {
        return equals(NONE);
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).list(terms, Terms::writeTo).list(rates, ForeignRate::writeTo);
    }

    static Trade readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new Trade(
                                reader.list(ROWS_MAX, () -> Terms.readFrom(reader)),
                                reader.list(ROWS_MAX, () -> ForeignRate.readFrom(reader))));
    }

    /** Two rows about one store would leave it to chance which of them holds. */
    private static void requireOneForEachStore(List<Terms> terms, List<ForeignRate> rates) {
        Stores ofTerms = new Stores();
        for (Terms row : terms) ofTerms.add("the terms in " + row.currency(), row.stores());
        Stores ofRates = new Stores();
        for (ForeignRate row : rates)
            ofRates.add("the rate of " + row.foreign() + " in " + row.currency(), row.stores());
    }

    private static final class Stores {
        private final Set<String> said = new HashSet<>();
        private final Set<String> saidOfAll = new HashSet<>();

        void add(String what, List<String> stores) {
            boolean twice = saidOfAll.contains(what) || (stores.isEmpty() && said.contains(what));
            for (String store : stores) twice |= !said.add(what + " of " + store);
            if (stores.isEmpty()) saidOfAll.add(what);
            said.add(what);
            if (twice)
                throw new IllegalArgumentException(
                        what + " are said twice for a store: keep one row for each store");
        }
    }
}
