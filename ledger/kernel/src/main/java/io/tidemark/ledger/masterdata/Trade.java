package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.List;
import java.util.Optional;

/**
 * What differs from country to country and is no article's: the terms of the stores, and the
 * foreign cash that they take.
 *
 * @param exchange how bureaux de change among them exchange
 */
public record Trade(List<Terms> terms, List<ForeignRate> rates, Exchange exchange) {
    /** Prices with VAT, cash to the minor unit, no foreign cash. */
    public static final Trade NONE = new Trade(List.of(), List.of(), Exchange.NONE);

    /** Rows of each. */
    public static final int ROWS_MAX = 10_000;

    private static final int FIELDS = 2;

    /** Added later, and left out where no store is a bureau de change. */
    private static final int FIELDS_EXCHANGING = 3;

    /** Of stores that are no bureaux de change. */
    public Trade(List<Terms> terms, List<ForeignRate> rates) {
        this(terms, rates, Exchange.NONE);
    }

    public Trade {
        terms = List.copyOf(terms);
        rates = List.copyOf(rates);
        if (terms.size() > ROWS_MAX || rates.size() > ROWS_MAX)
            throw new IllegalArgumentException(
                    "at most " + ROWS_MAX + " terms, and as many rates of foreign cash");
        requireOneForEachStore(terms, rates);
    }

    /** The same, exchanging so. */
    public Trade with(Exchange other) {
        return new Trade(terms, rates, other);
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
                        .toList(),
                exchange.of(store, currency));
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
        writer.array(exchange.isNone() ? FIELDS : FIELDS_EXCHANGING);
        writer.list(terms, Terms::writeTo).list(rates, ForeignRate::writeTo);
        if (!exchange.isNone()) exchange.writeTo(writer);
    }

    static Trade readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_EXCHANGING,
                there ->
                        new Trade(
                                reader.list(ROWS_MAX, () -> Terms.readFrom(reader)),
                                reader.list(ROWS_MAX, () -> ForeignRate.readFrom(reader)),
                                there < FIELDS_EXCHANGING
                                        ? Exchange.NONE
                                        : Exchange.readFrom(reader)));
    }

    private static void requireOneForEachStore(List<Terms> terms, List<ForeignRate> rates) {
        OncePerStore ofTerms = new OncePerStore();
        for (Terms row : terms) ofTerms.add("the terms in " + row.currency(), row.stores());
        OncePerStore ofRates = new OncePerStore();
        for (ForeignRate row : rates)
            ofRates.add("the rate of " + row.foreign() + " in " + row.currency(), row.stores());
    }
}
