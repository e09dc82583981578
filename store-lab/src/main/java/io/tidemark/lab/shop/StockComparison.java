package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.StoreOutcome.StockSums;
import io.tidemark.lab.shop.StoreOutcome.StockTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the goods of a day at every tier against what the driver was told: what devices' Zs, the
 * store Z and head office say by the way they went, and article by article what is on hand.
 */
final class StockComparison {
    private static final int PAGE = 1_000;
    private static final int PLACES = 3;

    private final LabStore store;
    private final DriverRecord record;
    private final LocalDate day;
    private final List<GoodsTold> told;

    StockComparison(LabStore store, DriverRecord record, LocalDate day) {
        this.store = store;
        this.record = record;
        this.day = day;
        this.told = record.goodsOf(store.name());
    }

    StockTiers tiers() {
        return new StockTiers(
                StockFigures.ofTold(told),
                articlesTold(),
                StockFigures.sum(
                        store.devices().stream()
                                .map(device -> record.stockOf(device.origin()))
                                .toList()),
                atGateway());
    }

    List<String> differences(StockTiers tiers, ClosedDay z, ClosedDay filed) {
        List<String> differences = new ArrayList<>();
        differs("the devices of " + store.name() + " say", tiers.devices(), tiers, differences);
        differs(store.name() + "'s Z says", z.stock(), tiers, differences);
        differs("head office's Z of " + store.name() + " says", filed.stock(), tiers, differences);
        if (!tiers.gateway().equals(tiers.articlesTold()))
            differences.add(
                    store.name()
                            + "'s tables have "
                            + tiers.gateway()
                            + " of goods where "
                            + tiers.articlesTold()
                            + " was told");
        differences.addAll(onHand());
        return differences;
    }

    private static void differs(
            String who, StockFigures is, StockTiers tiers, List<String> differences) {
        if (!is.equals(tiers.told()))
            differences.add(who + " " + is + " of goods where " + tiers.told() + " was told");
    }

    private StockSums atGateway() {
        JsonNode day =
                Patience.answer(
                        "the stock of " + store.name() + " to be readable",
                        () -> store.gatewayApi().get("/api/v1/days/" + this.day + "/stock"));
        long net = 0;
        for (JsonNode unit : day.path("net")) net += thousandths(unit.path("quantity"));
        return new StockSums(day.path("movements").asLong() + day.path("counts").asLong(), net);
    }

    private StockSums articlesTold() {
        List<GoodsTold> articles = told.stream().filter(GoodsTold::isArticle).toList();
        return new StockSums(articles.size(), articles.stream().mapToLong(GoodsTold::added).sum());
    }

    /** Counted articles by their last count; the others by all that moved. */
    private List<String> onHand() {
        Map<String, Long> moved = new HashMap<>();
        Map<String, Long> counted = new HashMap<>();
        for (GoodsTold one : told) {
            if (!one.isArticle()) continue;
            moved.merge(one.plu(), one.added(), Math::addExact);
            if (one.flow().equals(GoodsTold.COUNTED)) counted.put(one.plu(), one.thousandths());
        }
        Map<String, JsonNode> items = items();
        List<String> differences = new ArrayList<>();
        if (!items.keySet().equals(moved.keySet()))
            differences.add(
                    store.name()
                            + " keeps stock of "
                            + items.size()
                            + " articles where "
                            + moved.size()
                            + " moved");
        items.forEach((plu, item) -> {
            Long count = counted.get(plu);
            long is =
                    thousandths(
                            count == null
                                    ? item.path("onHand")
                                    : item.path("lastCount").path("quantity"));
            long should = count == null ? moved.getOrDefault(plu, 0L) : count;
            if (is != should)
                differences.add(
                        store.name()
                                + " has "
                                + item
                                + " where "
                                + BigDecimal.valueOf(should, PLACES)
                                + " was told");
        });
        return differences;
    }

    private Map<String, JsonNode> items() {
        Map<String, JsonNode> items = new HashMap<>();
        int from = 0;
        while (true) {
            JsonNode page = store.gatewayApi().get("/api/v1/stock?limit=" + PAGE + "&from=" + from);
            for (JsonNode item : page.path("items")) items.put(item.path("plu").asText(), item);
            if (page.path("next").isNull() || page.path("next").isMissingNode()) return items;
            from = page.path("next").asInt();
        }
    }

    private static long thousandths(JsonNode decimal) {
        return new BigDecimal(decimal.asText("0")).movePointRight(PLACES).longValueExact();
    }
}
