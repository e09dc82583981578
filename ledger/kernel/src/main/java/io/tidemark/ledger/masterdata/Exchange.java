package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How bureaux de change exchange: rates by day, and from when on a customer is to be known. */
public record Exchange(List<ExchangeTerms> terms, List<Identification> identification) {
    /** No store is one. */
    public static final Exchange NONE = new Exchange(List.of(), List.of());

    /** Rates of all stores, currencies and later days together. */
    public static final int ROWS_MAX = 50_000;

    private static final int FIELDS = 2;

    public Exchange {
        terms = List.copyOf(terms);
        identification = List.copyOf(identification);
        if (terms.size() > ROWS_MAX || identification.size() > ROWS_MAX)
            throw new IllegalArgumentException("at most " + ROWS_MAX + " rates to exchange at");
        OncePerStore once = new OncePerStore();
        for (ExchangeTerms row : terms)
            once.add(
                    "the rates of "
                            + row.foreign()
                            + " in "
                            + row.currency()
                            + " from "
                            + row.from(),
                    row.stores());
        for (Identification row : identification)
            once.add("the rules of identification in " + row.amount().currency(), row.stores());
    }

    /** What a store gets of it. */
    Exchange of(String store, CurrencyCode currency) {
        return new Exchange(
                terms.stream()
                        .filter(row -> row.currency().equals(currency) && row.isFor(store))
                        .map(ExchangeTerms::withoutStores)
                        .toList(),
                identification.stream()
                        .filter(row -> row.amount().currency().equals(currency))
                        .filter(row -> row.isFor(store))
                        .map(Identification::withoutStores)
                        .toList());
    }

    /** Of a store's own part: in force on a business day, by currency. */
    public List<ExchangeTerms> inForce(LocalDate day) {
        return terms.stream()
                .map(ExchangeTerms::foreign)
                .distinct()
                .sorted(Comparator.comparing(CurrencyCode::code))
                .flatMap(foreign -> inForce(foreign, day).stream())
                .toList();
    }

    /** Of a store's own part: the latest that has begun. */
    public Optional<ExchangeTerms> inForce(CurrencyCode foreign, LocalDate day) {
        return terms.stream()
                .filter(row -> row.foreign().equals(foreign) && !row.from().isAfter(day))
                .max(Comparator.comparing(ExchangeTerms::from));
    }

    /** Of a store's own part. */
    public Optional<Identification> identificationIn(CurrencyCode currency) {
        return identification.stream()
                .filter(row -> row.amount().currency().equals(currency))
                .findFirst();
    }

    public boolean isNone() {
        return terms.isEmpty() && identification.isEmpty();
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).list(terms, ExchangeTerms::writeTo);
        writer.list(identification, Identification::writeTo);
    }

    static Exchange readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new Exchange(
                                reader.list(ROWS_MAX, () -> ExchangeTerms.readFrom(reader)),
                                reader.list(ROWS_MAX, () -> Identification.readFrom(reader))));
    }
}
