package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day's money beyond what goods came to, in named amounts: of each kind of line (deposits, gift
 * cards, tips, rounding), of each tender and currency (float, sales, what was moved and exchanged,
 * counted, over or short), and of each currency that was exchanged. As the driver reckons it, or as
 * a tier has it.
 *
 * @param rows by what they are of, such as {@code CASH EUR}; amounts are minor units of the row's
 *     currency, or how often; what came to nothing is left out
 */
public record MoneyFigures(SortedMap<String, SortedMap<String, Long>> rows) {
    public static final MoneyFigures NONE = new MoneyFigures(new TreeMap<>());

    static final String COUNTED = "counted";
    static final String OVER_SHORT = "overShort";

    /** 1 where nobody counted, of several drawers at one of them: then none is known to be off. */
    static final String UNCOUNTED = "uncounted";

    static final String EXCHANGE = "exchange ";
    static final String LINES = "lines ";
    static final String DRAWERS_OPENED = "drawer opened";

    public MoneyFigures {
        SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
        rows.forEach((name, amounts) -> {
            SortedMap<String, Long> some = new TreeMap<>(amounts);
            if (some.getOrDefault(UNCOUNTED, 0L) > 0) {
                some.keySet().removeAll(List.of(COUNTED, OVER_SHORT));
                some.put(UNCOUNTED, 1L);
            }
            some.values().removeIf(amount -> amount == 0);
            if (!some.isEmpty()) all.put(name, Collections.unmodifiableSortedMap(some));
        });
        rows = Collections.unmodifiableSortedMap(all);
    }

    /** One amount. */
    static MoneyFigures of(String row, String name, long amount) {
        return of(row, Map.of(name, amount));
    }

    public static MoneyFigures of(String row, Map<String, Long> amounts) {
        return new MoneyFigures(new TreeMap<>(Map.of(row, new TreeMap<>(amounts))));
    }

    public static MoneyFigures sum(Collection<MoneyFigures> parts) {
        return parts.stream().reduce(NONE, MoneyFigures::plus);
    }

    public MoneyFigures plus(MoneyFigures other) {
        SortedMap<String, SortedMap<String, Long>> both = new TreeMap<>();
        rows.forEach((name, amounts) -> both.put(name, new TreeMap<>(amounts)));
        other.rows.forEach((name, amounts) -> {
            SortedMap<String, Long> into = both.computeIfAbsent(name, _ -> new TreeMap<>());
            amounts.forEach((what, amount) -> into.merge(what, amount, Math::addExact));
        });
        return new MoneyFigures(both);
    }

    /** Zero where there is none. */
    public long amount(String row, String name) {
        return rows.getOrDefault(row, Collections.emptySortedMap()).getOrDefault(name, 0L);
    }

    /**
     * Of a device's Z, a store Z or head office's: its tenders, kinds of lines, exchanges and
     * drawers that were opened without a sale.
     */
    static MoneyFigures of(
            JsonNode tenders, JsonNode kinds, JsonNode exchange, long drawersOpened) {
        MoneyFigures all = of(DRAWERS_OPENED, "times", drawersOpened);
        for (JsonNode one : tenders)
            all = all.plus(tender(one.has("account") ? one.path("account") : one));
        for (JsonNode kind : kinds) all = all.plus(kind(kind));
        for (JsonNode currency : exchange) all = all.plus(exchanged(currency));
        return all;
    }

    private static MoneyFigures tender(JsonNode account) {
        SortedMap<String, Long> amounts = new TreeMap<>();
        amounts.put(
                "sales",
                account.has("sales")
                        ? minor(account, "sales")
                        : minor(account, "taken")
                                - minor(account, "refunded")
                                - minor(account, "change"));
        for (Flow flow : Flow.values()) amounts.put(flow.field, minor(account, flow.field));
        amounts.put(COUNTED, minor(account, COUNTED));
        amounts.put(OVER_SHORT, minor(account, OVER_SHORT));
        amounts.put(UNCOUNTED, account.hasNonNull(COUNTED) ? 0L : 1L);
        return of(
                account.path("type").asText()
                        + " "
                        + account.path("expected").path("currency").asText(),
                amounts);
    }

    /** Cash that moves without a sale, as accounts name it, and whether it comes or goes. */
    enum Flow {
        PROVIDED("provided", 1),
        PAID_IN("paidIn", 1),
        PAID_OUT("paidOut", -1),
        PICKED_UP("pickedUp", -1),
        DROPPED("dropped", -1),
        EXCHANGED("exchanged", 1);

        private final String field;
        private final int sign;

        Flow(String field, int sign) {
            this.field = field;
            this.sign = sign;
        }

        MoneyFigures of(String row, long amount) {
            return MoneyFigures.of(row, field, amount);
        }
    }

    /** What a drawer should hold. */
    long expected(String row) {
        long sum = amount(row, "sales");
        for (Flow flow : Flow.values())
            sum = Math.addExact(sum, flow.sign * amount(row, flow.field));
        return sum;
    }

    /** What each tender's drawer should hold, by tender and currency such as {@code CASH EUR}. */
    public Map<String, Long> held() {
        SortedMap<String, Long> held = new TreeMap<>();
        for (String row : rows.keySet())
            if (!row.startsWith(EXCHANGE) && !row.startsWith(LINES) && !row.equals(DRAWERS_OPENED))
                held.put(row, expected(row));
        return held;
    }

    private static MoneyFigures kind(JsonNode kind) {
        return of(
                LINES + kind.path("kind").asText(),
                Map.of(
                        "lines", kind.path("lines").asLong(),
                        "gross", minor(kind, "gross"),
                        "tax", minor(kind, "tax")));
    }

    private static MoneyFigures exchanged(JsonNode one) {
        SortedMap<String, Long> amounts = new TreeMap<>();
        amounts.put("count", one.path("count").asLong());
        for (String name :
                new String[] {"bought", "paid", "sold", "received", "commission", "spread"})
            amounts.put(name, minor(one, name));
        return of(EXCHANGE + one.path("currency").asText(), amounts);
    }

    static long minor(JsonNode of, String name) {
        return of.path(name).path("minor").asLong();
    }

    public ObjectNode toJson() {
        ObjectNode json = NodeApi.JSON.createObjectNode();
        rows.forEach((name, amounts) -> {
            ObjectNode row = json.putObject(name);
            amounts.forEach(row::put);
        });
        return json;
    }
}
