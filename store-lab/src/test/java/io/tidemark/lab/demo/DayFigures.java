package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a day comes to, whoever says so.
 *
 * @param tallies by kind
 * @param goods by the way they went and their unit
 */
record DayFigures(
        long receipts, long grossMinor, Map<String, Sum> tallies, Map<String, Sum> goods) {
    static final DayFigures NONE = new DayFigures(0, 0, Map.of(), Map.of());
    private static final int PLACES = 3;

    DayFigures {
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

    static DayFigures receipt(long minor) {
        return new DayFigures(1, minor, Map.of(), Map.of());
    }

    static DayFigures tally(String kind, long count, long minor) {
        return new DayFigures(0, 0, Map.of(kind, new Sum(count, minor)), Map.of());
    }

    static DayFigures flow(String flow, Wares.Goods goods) {
        Sum sum = new Sum(1, thousandths(goods.quantity()));
        return new DayFigures(0, 0, Map.of(), Map.of(flow + " " + goods.unit(), sum));
    }

    /** Of a till Z, a store Z, or a part of head office's. */
    static DayFigures of(JsonNode z) {
        JsonNode totals = z.path("totals").isObject() ? z.path("totals") : z;
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
                totals.path("transactions").asLong(),
                totals.path("gross").path("minor").asLong(),
                tallies,
                goods);
    }

    static DayFigures sum(Collection<JsonNode> zs) {
        return zs.stream().map(DayFigures::of).reduce(NONE, DayFigures::and);
    }

    DayFigures and(DayFigures more) {
        return new DayFigures(
                receipts + more.receipts,
                grossMinor + more.grossMinor,
                both(tallies, more.tallies),
                both(goods, more.goods));
    }

    private static Map<String, Sum> both(Map<String, Sum> one, Map<String, Sum> other) {
        Map<String, Sum> both = new TreeMap<>(one);
        other.forEach((name, sum) -> both.merge(name, sum, Sum::and));
        return both;
    }

    /** Head office has these lists beside the totals, the others within. */
    private static JsonNode list(JsonNode z, JsonNode totals, String name) {
        return totals.path(name).isArray() ? totals.path(name) : z.path(name);
    }

    private static long thousandths(BigDecimal quantity) {
        return quantity.movePointRight(PLACES).longValueExact();
    }
}
