package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What a day comes to, whoever says so.
 *
 * @param vat by key and rate, such as {@code S 200000}
 * @param tallies by kind
 * @param goods by the way they went and their unit
 */
record DayFigures(
        long receipts,
        long grossMinor,
        Map<String, Vat> vat,
        Map<String, Sum> tallies,
        Map<String, Sum> goods) {
    static final DayFigures NONE = new DayFigures(0, 0, Map.of(), Map.of(), Map.of());
    private static final int PLACES = 3;

    DayFigures {
        vat = new TreeMap<>(vat);
        tallies = new TreeMap<>(tallies);
        goods = new TreeMap<>(goods);
    }

    /**
     * @param amount minor units, or thousandths of a unit
     */
    record Sum(long count, long amount) {
        private Sum and(Sum more) {
            return new Sum(count + more.count, amount + more.amount);
        }
    }

    /** Minor units, at one rate. */
    record Vat(long net, long tax, long gross) {
        private Vat and(Vat more) {
            return new Vat(net + more.net, tax + more.tax, gross + more.gross);
        }
    }

    static DayFigures receipt(long minor) {
        return new DayFigures(1, minor, Map.of(), Map.of(), Map.of());
    }

    /** Of one line, whose VAT is rounded once and then only added up. */
    static DayFigures vat(String key, long ratePpm, long tax, long gross) {
        Vat vat = new Vat(gross - tax, tax, gross);
        return new DayFigures(0, 0, Map.of(key + " " + ratePpm, vat), Map.of(), Map.of());
    }

    static DayFigures tally(String kind, long count, long minor) {
        return new DayFigures(0, 0, Map.of(), Map.of(kind, new Sum(count, minor)), Map.of());
    }

    static DayFigures flow(String flow, Wares.Goods goods) {
        Sum sum = new Sum(1, thousandths(goods.quantity()));
        return new DayFigures(0, 0, Map.of(), Map.of(), Map.of(flow + " " + goods.unit(), sum));
    }

    /** Of a till Z, a store Z, or a part of head office's. */
    static DayFigures of(JsonNode z) {
        JsonNode totals = z.path("totals").isObject() ? z.path("totals") : z;
        Map<String, Vat> vat = new TreeMap<>();
        for (JsonNode tax : list(z, totals, "taxes"))
            vat.put(
                    tax.path("category").asText() + " " + tax.path("ratePpm").asLong(),
                    new Vat(minor(tax, "net"), minor(tax, "tax"), minor(tax, "gross")));
        Map<String, Sum> tallies = new TreeMap<>();
        for (JsonNode tally : list(z, totals, "tallies"))
            tallies.put(
                    tally.path("kind").asText(),
                    new Sum(
                            tally.path("count").asLong(),
                            tally.path("amount").path("minor").asLong()));
        Map<String, Sum> goods = new TreeMap<>();
        for (JsonNode flow : list(z, totals, "stock"))
            goods.put(
                    flow.path("flow").asText() + " " + flow.path("unit").asText(),
                    new Sum(
                            flow.path("movements").asLong(),
                            thousandths(new BigDecimal(flow.path("quantity").asText()))));
        return new DayFigures(
                totals.path("transactions").asLong(), minor(totals, "gross"), vat, tallies, goods);
    }

    static DayFigures sum(Collection<JsonNode> zs) {
        return zs.stream().map(DayFigures::of).reduce(NONE, DayFigures::and);
    }

    DayFigures and(DayFigures more) {
        return new DayFigures(
                receipts + more.receipts,
                grossMinor + more.grossMinor,
                both(vat, more.vat, Vat::and),
                both(tallies, more.tallies, Sum::and),
                both(goods, more.goods, Sum::and));
    }

    private static <T> Map<String, T> both(
            Map<String, T> one, Map<String, T> other, BinaryOperator<T> and) {
        Map<String, T> both = new TreeMap<>(one);
        other.forEach((name, sum) -> both.merge(name, sum, and));
        return both;
    }

    private static long minor(JsonNode of, String amount) {
        return of.path(amount).path("minor").asLong();
    }

    /** Head office has these lists beside the totals, the others within. */
    private static JsonNode list(JsonNode z, JsonNode totals, String name) {
        return totals.path(name).isArray() ? totals.path(name) : z.path(name);
    }

    private static long thousandths(BigDecimal quantity) {
        return quantity.movePointRight(PLACES).longValueExact();
    }
}
