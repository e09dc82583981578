package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What differs from country to country and is no article's: the terms of the stores, the foreign
 * cash that they take, and what their scales print.
 *
 * @param exchange how bureaux de change among them exchange
 * @param codes how bar codes that scales print are read
 * @param businesses whose the stores are, for tax offices
 */
public record Trade(
        List<Terms> terms,
        List<ForeignRate> rates,
        Exchange exchange,
        List<PackageCode> codes,
        List<Business> businesses) {
    /** Prices with VAT, cash to the minor unit, no foreign cash. */
    public static final Trade NONE = new Trade(List.of(), List.of());

    /** Rows of each. */
    public static final int ROWS_MAX = 10_000;

    private static final int FIELDS = 2;

    /** Added later, and left out where no store is a bureau de change. */
    private static final int FIELDS_EXCHANGING = 3;

    /** Added later still, and left out where no scales print any. */
    private static final int FIELDS_WITH_CODES = 4;

    /** And after that, left out where nobody said whose a store is. */
    private static final int FIELDS_WITH_BUSINESSES = 5;

    /** Of stores that are no bureaux de change, and have no scales that print bar codes. */
    public Trade(List<Terms> terms, List<ForeignRate> rates) {
        this(terms, rates, Exchange.NONE, List.of(), List.of());
    }

    public Trade {
        terms = List.copyOf(terms);
        rates = List.copyOf(rates);
        codes = List.copyOf(codes);
        businesses = List.copyOf(businesses);
        if (terms.size() > ROWS_MAX
                || rates.size() > ROWS_MAX
                || codes.size() > ROWS_MAX
                || businesses.size() > ROWS_MAX)
            throw new IllegalArgumentException(
                    "at most "
                            + ROWS_MAX
                            + " terms, and as many rates of foreign cash, patterns of bar codes and"
                            + " businesses");
        requireOneForEachStore(terms, rates);
        OncePerStore ofBusinesses = new OncePerStore();
        for (Business row : businesses) ofBusinesses.add("the companies", row.stores());
        OncePerStore ofCodes = new OncePerStore();
        for (PackageCode row : codes)
            ofCodes.add(
                    "bar codes with the prefix " + row.prefix() + " in " + row.currency(),
                    row.stores());
    }

    /** The same, exchanging so. */
    public Trade with(Exchange other) {
        return new Trade(terms, rates, other, codes, businesses);
    }

    /** The same, with bar codes read so. */
    public Trade with(List<PackageCode> others) {
        return new Trade(terms, rates, exchange, others, businesses);
    }

    /** The same, with its stores being theirs. */
    public Trade of(List<Business> others) {
        return new Trade(terms, rates, exchange, codes, others);
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
                exchange.of(store, currency),
                codes.stream()
                        .filter(row -> row.currency().equals(currency) && row.isFor(store))
                        .map(PackageCode::withoutStores)
                        .toList(),
                businesses.stream()
                        .filter(row -> row.isFor(store))
                        .map(Business::withoutStores)
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

    /**
     * Of a store's own part: what a bar code says that scales may have printed, by the longest
     * prefix that it has.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    public Optional<PackageCode.Content> read(String scanned) {
        return codes.stream()
                .sorted(Comparator.comparingInt((PackageCode row) -> -row.prefix().length()))
                .flatMap(row -> row.read(scanned).stream())
                .findFirst();
    }

    /** Of a store's own part: whose it is, as far as anybody said. */
    public Business business() {
        return businesses.isEmpty() ? Business.UNKNOWN : businesses.getFirst();
    }

    boolean isNone() {
        return equals(NONE);
    }

    void writeTo(CborWriter writer) {
        int fields = fields();
        writer.array(fields);
        writer.list(terms, Terms::writeTo).list(rates, ForeignRate::writeTo);
        if (fields > FIELDS) exchange.writeTo(writer);
        if (fields > FIELDS_EXCHANGING) writer.list(codes, PackageCode::writeTo);
        if (fields > FIELDS_WITH_CODES) writer.list(businesses, Business::writeTo);
    }

    private int fields() {
        if (!businesses.isEmpty()) return FIELDS_WITH_BUSINESSES;
        if (!codes.isEmpty()) return FIELDS_WITH_CODES;
        return exchange.isNone() ? FIELDS : FIELDS_EXCHANGING;
    }

    static Trade readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_BUSINESSES,
                there ->
                        new Trade(
                                reader.list(ROWS_MAX, () -> Terms.readFrom(reader)),
                                reader.list(ROWS_MAX, () -> ForeignRate.readFrom(reader)),
                                there < FIELDS_EXCHANGING
                                        ? Exchange.NONE
                                        : Exchange.readFrom(reader),
                                there < FIELDS_WITH_CODES
                                        ? List.of()
                                        : reader.list(ROWS_MAX, () -> PackageCode.readFrom(reader)),
                                there < FIELDS_WITH_BUSINESSES
                                        ? List.of()
                                        : reader.list(ROWS_MAX, () -> Business.readFrom(reader))));
    }

    private static void requireOneForEachStore(List<Terms> terms, List<ForeignRate> rates) {
        OncePerStore ofTerms = new OncePerStore();
        for (Terms row : terms) ofTerms.add("the terms in " + row.currency(), row.stores());
        OncePerStore ofRates = new OncePerStore();
        for (ForeignRate row : rates)
            ofRates.add("the rate of " + row.foreign() + " in " + row.currency(), row.stores());
    }
}
