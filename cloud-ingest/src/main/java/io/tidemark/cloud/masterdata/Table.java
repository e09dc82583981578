package io.tidemark.cloud.masterdata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that can be imported: a CSV file with a line of column names first. */
enum Table {
    TAXES("code rate", "name"),
    PRODUCTS(
            "plu description department tax price currency",
            "gtin unit cost stores kind deposit age"),
    PRICES("plu currency from price", ""),
    OPERATORS("number name role", "pin stores"),
    RULES("act", "alone tolerance recounts"),
    TERMS("currency", "prices vat rounding stores"),
    RATES("currency foreign rate", "stores"),
    EXCHANGE(
            "currency foreign from mid buy sell",
            "low high note round commission least drawer position outside beyond stores"),
    CODES("currency pattern decimals", "source stores"),
    BUSINESS(
            "company",
            "taxnumber vatid street postcode city country seatstreet seatpostcode seatcity"
                    + " seatcountry stores"),
    IDENTIFICATION("country currency amount days", "stores");

    private final String needed;
    private final String optional;

    Table(String needed, String optional) {
        this.needed = needed;
        this.optional = optional;
    }

    static Optional<Table> named(String name) {
        return Stream.of(values()).filter(table -> table.label().equals(name)).findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    String file() {
        return label() + ".csv";
    }

    List<String> needed() {
        return List.of(needed.split(" "));
    }

    List<String> columns() {
        return List.of((needed + " " + optional).strip().split(" "));
    }
}
