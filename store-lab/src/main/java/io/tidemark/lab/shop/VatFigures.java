package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was sold at each VAT rate, in minor units: as the driver reckons it from the lines that it
 * was answered, or as a tier has it.
 *
 * @param rates by key and rate, such as {@code S 20 %}; one that came to nothing is left out
 */
public record VatFigures(SortedMap<String, Vat> rates) {
    public static final VatFigures NONE = new VatFigures(new TreeMap<>());
    private static final long PPM = 1_000_000;
    private static final int PERCENT_PLACES = 4;

    public VatFigures {
        SortedMap<String, Vat> all = new TreeMap<>(rates);
        all.values().removeIf(Vat.NONE::equals);
        rates = Collections.unmodifiableSortedMap(all);
    }

    /** Minor units. */
    public record Vat(long net, long tax, long gross) {
        public static final Vat NONE = new Vat(0, 0, 0);

        Vat plus(Vat other) {
            return new Vat(
                    Math.addExact(net, other.net),
                    Math.addExact(tax, other.tax),
                    Math.addExact(gross, other.gross));
        }
    }

    public static VatFigures of(String rate, Vat vat) {
        return new VatFigures(new TreeMap<>(Map.of(rate, vat)));
    }

    /** Of a receipt's lines: the VAT in each is rounded once, half away from zero (design §3). */
    static VatFigures ofLines(JsonNode lines, Predicate<JsonNode> which) {
        VatFigures all = NONE;
        for (JsonNode line : lines) {
            if (!which.test(line)) continue;
            long gross = line.path("gross").path("minor").asLong();
            long ppm = line.path("taxRatePpm").asLong();
            long tax =
                    BigDecimal.valueOf(gross)
                            .multiply(BigDecimal.valueOf(ppm))
                            .divide(BigDecimal.valueOf(PPM + ppm), 0, RoundingMode.HALF_UP)
                            .longValueExact();
            all =
                    all.plus(
                            of(
                                    rate(line.path("taxCategory").asText(), ppm),
                                    new Vat(gross - tax, tax, gross)));
        }
        return all;
    }

    /** Of a list of VAT as devices, store Zs and head office tell it. */
    public static VatFigures of(JsonNode taxes) {
        VatFigures all = NONE;
        for (JsonNode tax : taxes)
            all =
                    all.plus(
                            of(
                                    rate(
                                            tax.path("category").asText(),
                                            tax.path("ratePpm").asLong()),
                                    new Vat(
                                            tax.path("net").path("minor").asLong(),
                                            tax.path("tax").path("minor").asLong(),
                                            tax.path("gross").path("minor").asLong())));
        return all;
    }

    private static String rate(String category, long ppm) {
        BigDecimal percent = BigDecimal.valueOf(ppm, PERCENT_PLACES).stripTrailingZeros();
        return category + " " + percent.toPlainString() + " %";
    }

    public static VatFigures sum(Collection<VatFigures> parts) {
        return parts.stream().reduce(NONE, VatFigures::plus);
    }

    public VatFigures plus(VatFigures other) {
        SortedMap<String, Vat> both = new TreeMap<>(rates);
        other.rates.forEach((rate, vat) -> both.merge(rate, vat, Vat::plus));
        return new VatFigures(both);
    }

    public ObjectNode toJson() {
        ObjectNode json = NodeApi.JSON.createObjectNode();
        rates.forEach((rate, vat) ->
                json.putObject(rate)
                        .put("netMinor", vat.net())
                        .put("taxMinor", vat.tax())
                        .put("grossMinor", vat.gross()));
        return json;
    }
}
