package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Effect;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What a till's cashier rings up next, by chance: mostly small sales, now and then the rest. */
final class Baskets {
    static final String CURRENCY = "GBP";
    static final int ARTICLES = 40;

    private static final int LINES_USUAL = 6;
    private static final int LINES_MANY = 300;
    private static final int QUANTITY_MAX = 5;

    private final Random random;

    Baskets(Random random) {
        this.random = random;
    }

    /** In pence; each article has its own price, so that a wrong one shows in the total. */
    static int price(int article) {
        return 35 + 13 * article;
    }

    static String plu(int article) {
        return String.valueOf(10_001 + article);
    }

    Scripted next() {
        int chance = random.nextInt(100);
        if (chance < 3) return noSale();
        if (chance < 6) return pickup();
        if (chance < 14) return basket(Kind.RETURN, "/api/v1/returns", -1, 2);
        return basket(Kind.SALE, "/api/v1/sales", 1, chance == 99 ? LINES_MANY : LINES_USUAL);
    }

    Scripted sale() {
        return basket(Kind.SALE, "/api/v1/sales", 1, LINES_USUAL);
    }

    /** The customer forgot something. */
    Scripted suspended() {
        Scripted basket = sale();
        ObjectNode body = basket.body();
        body.remove("tenders");
        return new Scripted(
                        Kind.SUSPEND,
                        Instant.EPOCH,
                        "/api/v1/baskets/suspended",
                        body,
                        basket.expected(),
                        "")
                .with(Tallies.of(Tally.SUSPENDED, 1, basket.expected().grossMinor()));
    }

    static Scripted resumed(String basket) {
        String encoded = URLEncoder.encode(basket, StandardCharsets.UTF_8);
        return other(Kind.RESUME, "/api/v1/baskets/suspended/" + encoded + "/resume", body())
                .with(Tallies.one(Tally.RESUMED));
    }

    /** What was suspended, at whichever till it was taken up. */
    Scripted paid(Scripted suspended, String basket) {
        ObjectNode body = body().put("basket", basket);
        body.set("lines", suspended.body().path("lines").deepCopy());
        return paid(Kind.SALE, "/api/v1/sales", body, suspended.expected());
    }

    /** The whole receipt is taken back. */
    static Scripted postVoided(Scripted sale, long receipt) {
        return new Scripted(
                Kind.POST_VOID,
                Instant.EPOCH,
                "/api/v1/receipts/" + receipt + "/post-void",
                body().put("reason", "rung up twice"),
                sale.expected().negated(),
                "",
                new Effect(
                        Tallies.of(Tally.POST_VOID, 1, sale.expected().grossMinor()),
                        Optional.of(sale)));
    }

    static Scripted opening() {
        ObjectNode body = body();
        body.putArray("float").add(money(10_000));
        return other(Kind.OPEN_DAY, "/api/v1/day/open", body);
    }

    static Scripted count() {
        ObjectNode body = body();
        body.putArray("counted").add(money(0).put("tender", "CASH"));
        return other(Kind.COUNT, "/api/v1/count", body);
    }

    static Scripted closing() {
        return other(Kind.CLOSE_DAY, "/api/v1/day/close", body());
    }

    private Scripted basket(Kind kind, String path, int sign, int linesMax) {
        ObjectNode body = body();
        ArrayNode lines = body.putArray("lines");
        long gross = 0;
        int count = 1 + random.nextInt(linesMax);
        for (int i = 0; i < count; i++) {
            int article = random.nextInt(ARTICLES);
            int quantity = sign * (1 + random.nextInt(QUANTITY_MAX));
            lines.addObject().put("plu", plu(article)).put("quantity", String.valueOf(quantity));
            gross += (long) quantity * price(article);
        }
        Scripted step = paid(kind, path, body, new Expected(count, gross));
        return kind == Kind.RETURN
                ? step.with(Tallies.of(Tally.RETURN_WITHOUT_RECEIPT, count, gross))
                : step;
    }

    private Scripted paid(Kind kind, String path, ObjectNode body, Expected expected) {
        String tender = random.nextBoolean() ? "CASH" : "CARD";
        body.putArray("tenders")
                .addObject()
                .put("type", tender)
                .set("amount", money(expected.grossMinor()));
        return new Scripted(kind, Instant.EPOCH, path, body, expected, "");
    }

    private Scripted noSale() {
        ObjectNode body = body();
        body.put("reason", "change for a customer");
        return other(Kind.NO_SALE, "/api/v1/no-sale", body);
    }

    private Scripted pickup() {
        ObjectNode body = body();
        body.set("amount", money(1 + random.nextInt(500)));
        body.put("reason", "to the safe");
        return other(Kind.PICKUP, "/api/v1/cash/pickup", body);
    }

    private static Scripted other(Kind kind, String path, ObjectNode body) {
        return new Scripted(kind, Instant.EPOCH, path, body, Expected.NOTHING, "");
    }

    static ObjectNode body() {
        return NodeApi.JSON
                .createObjectNode()
                .put("commandId", UUID.randomUUID().toString())
                .put("operator", "anna");
    }

    private static ObjectNode money(long minor) {
        return NodeApi.JSON.createObjectNode().put("minor", minor).put("currency", CURRENCY);
    }
}
