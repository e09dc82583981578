package io.tidemark.lab.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Dealing.StoreShare;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.People;
import io.tidemark.lab.retail.Row;
import io.tidemark.lab.shop.GoodsTold;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What one handheld does on the day, worked out before it begins: it receives in the morning what
 * its share of the articles will sell and some more, throws a little away, sends some to another
 * store, takes some in, counts a few articles in the afternoon and looks at shelves. What looks
 * like chance is the CRC-32 of the article's code.
 */
final class HandheldScript {
    /** One article in so many is not delivered, and goes below zero. */
    private static final int UNDELIVERED_OF = 40;

    private static final int LINES_MAX = 200;
    private static final int COUNTED = 20;
    private static final int WASTED = 3;
    private static final int TRANSFERRED = 2;
    private static final double WASTE_AT = 0.4;
    private static final double OUT_AT = 0.5;
    private static final double IN_AT = 0.6;
    private static final double COUNT_AT = 0.75;
    private static final double SHELVES_AT = 0.8;

    private final Words.Shop shop;
    private final Place place;
    private final List<String> plus;
    private final Map<String, BigDecimal> sold;
    private final List<Act> steps = new ArrayList<>();
    private final Words words;

    /**
     * Which handheld of which store.
     *
     * @param store from 0
     * @param handheld its index in its store, of so many
     */
    record Place(int store, int stores, int handheld, int handhelds) {
        private int before() {
            return (store + stores - 1) % stores;
        }

        private int after() {
            return (store + 1) % stores;
        }
    }

    private HandheldScript(Words.Shop shop, Place place, StoreShare share) {
        this.shop = shop;
        this.place = place;
        this.words = new Words(shop, _ -> People.stockist(place.handheld()));
        this.sold = sold(share);
        this.plus =
                sold.keySet().stream()
                        .filter(plu -> chance(plu, place.handhelds()) == place.handheld())
                        .toList();
    }

    static List<Act> of(Words.Shop shop, Place place, StoreShare share) {
        HandheldScript script = new HandheldScript(shop, place, share);
        script.steps.add(Act.Saying.of(script.words.signOn(shop.hours().open())));
        script.deliveries();
        script.waste();
        script.transfers();
        script.counts();
        script.shelves();
        script.add(Kind.CLOSE_DAY, 1, "day/close", script.body(1));
        return List.copyOf(script.steps);
    }

    private void deliveries() {
        List<String> delivered =
                plus.stream().filter(plu -> chance(plu, UNDELIVERED_OF) != 0).toList();
        for (int from = 0; from < delivered.size(); from += LINES_MAX) {
            ObjectNode body = body(0);
            body.put("reference", "D-" + (1 + from / LINES_MAX)).put("supplier", "Wholesale Ltd");
            ArrayNode lines = body.putArray("lines");
            for (String plu :
                    delivered.subList(from, Math.min(delivered.size(), from + LINES_MAX))) {
                ObjectNode line = line(lines, plu, wanted(plu));
                line.put("unitCost", cost(plu));
            }
            add(Kind.DELIVERY, 0, "stock/deliveries", body);
        }
    }

    private void waste() {
        if (plus.isEmpty()) return;
        ObjectNode body = body(WASTE_AT);
        body.put("reason", "broken");
        lines(body, plus.subList(0, Math.min(WASTED, plus.size())), BigDecimal.ONE);
        add(Kind.WASTE, WASTE_AT, "stock/waste", body);
    }

    /** In a circle of the stores; a single one sends to the warehouse. */
    private void transfers() {
        List<String> goods = plus.reversed().subList(0, Math.min(TRANSFERRED, plus.size()));
        if (goods.isEmpty() || place.handheld() > 0) return;
        ObjectNode out = body(OUT_AT);
        out.put("reference", "T-" + (1 + place.store()));
        out.put("store", place.stores() == 1 ? "warehouse" : "store-" + (1 + place.after()));
        lines(out, goods, BigDecimal.TWO);
        add(Kind.TRANSFER_OUT, OUT_AT, "stock/transfers-out", out);
        if (place.stores() == 1) return;
        ObjectNode in = body(IN_AT);
        in.put("reference", "T-" + (1 + place.before()));
        in.put("store", "store-" + (1 + place.before()));
        lines(in, goods, BigDecimal.TWO);
        add(Kind.TRANSFER_IN, IN_AT, "stock/transfers-in", in);
    }

    /** What should be left at the day's end by the plan, give or take one. */
    private void counts() {
        List<String> some = every(Math.max(1, plus.size() / COUNTED));
        if (some.isEmpty()) return;
        ObjectNode body = body(COUNT_AT);
        body.put("reference", "shelves");
        ArrayNode lines = body.putArray("lines");
        for (String plu : some)
            line(
                    lines,
                    plu,
                    wanted(plu)
                            .subtract(sold.getOrDefault(plu, BigDecimal.ZERO))
                            .add(BigDecimal.valueOf(chance(plu, 3) - 1L))
                            .max(BigDecimal.ZERO));
        add(Kind.STOCK_COUNT, COUNT_AT, "stock/counts", body);
    }

    /** One that is right, one that is not. */
    private void shelves() {
        if (plus.isEmpty()) return;
        String plu = plus.getFirst();
        BigDecimal price = product(plu).price();
        for (BigDecimal shown : List.of(price, price.add(BigDecimal.ONE))) {
            ObjectNode body = body(SHELVES_AT);
            body.put("plu", plu).put("shelf", shown.toPlainString());
            boolean isWrong = shown.compareTo(price) != 0;
            steps.add(
                    Act.Saying.of(
                            words.step(Kind.SHELF_PRICE, at(SHELVES_AT), "stock/shelf-prices", body)
                                    .with(
                                            Tallies.of(
                                                    Tally.SHELF_PRICE_WRONG, isWrong ? 1 : 0, 0))));
        }
    }

    private List<String> every(int nth) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < plus.size() && some.size() < COUNTED; i += nth) some.add(plus.get(i));
        return some;
    }

    /** What the day sells, in whole pieces, and up to twelve more. */
    private BigDecimal wanted(String plu) {
        return sold.getOrDefault(plu, BigDecimal.ZERO)
                .max(BigDecimal.ZERO)
                .setScale(0, RoundingMode.CEILING)
                .add(BigDecimal.valueOf(5L + chance(plu, 8)));
    }

    private String cost(String plu) {
        return shop.rule().cost(product(plu).price()).toPlainString();
    }

    private Catalogue.Product product(String plu) {
        return requireNonNull(shop.catalogue().products().get(plu), plu);
    }

    private static void lines(ObjectNode body, List<String> plus, BigDecimal quantity) {
        ArrayNode lines = body.putArray("lines");
        for (String plu : plus) line(lines, plu, quantity);
    }

    private static ObjectNode line(ArrayNode lines, String plu, BigDecimal quantity) {
        return lines.addObject().put("plu", plu).put("quantity", quantity.toPlainString());
    }

    private ObjectNode body(double share) {
        return words.body(at(share));
    }

    private void add(Kind kind, double share, String path, ObjectNode body) {
        steps.add(Act.Saying.of(words.step(kind, at(share), path, body)));
    }

    private LocalDateTime at(double share) {
        Duration day = Duration.between(shop.hours().open(), shop.hours().close());
        return shop.hours().open().plusNanos((long) (day.toNanos() * share));
    }

    private static Map<String, BigDecimal> sold(StoreShare share) {
        Map<String, BigDecimal> sold = new TreeMap<>();
        for (List<Invoice> till : share.tills())
            for (Invoice invoice : till)
                for (Row.Line line : invoice.lines())
                    if (!line.goods().code().equals(GoodsTold.OPEN_ITEM))
                        sold.merge(line.goods().code(), line.quantity(), BigDecimal::add);
        return sold;
    }

    private static int chance(String plu, int of) {
        var crc = new CRC32();
        crc.update(plu.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % of);
    }
}
