package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import io.tidemark.ledger.event.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole day of everything that a shop does, with the gateway away from morning to evening: two
 * tills and a handheld work, the price that was known ahead comes at the store's midnight, and a
 * minute after the gateway is back all of it is there, at every tier as it was done.
 */
class DayWithoutGatewaySystemTest {
    private static final Duration ALL_IS_THERE = Duration.ofMinutes(1);
    private static final String APPLE = "10001";
    private static final String PEAR = "20002";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    /** What was done, as the driver knows it. */
    private final Done done = new Done();

    private record Goods(long movements, long pieces) {
        Goods plus(Goods more) {
            return new Goods(movements + more.movements, pieces + more.pieces);
        }
    }

    private static final class Done {
        private final Map<String, String> tallies = new TreeMap<>();
        private final Map<String, Goods> goods = new TreeMap<>();
        private long receipts;
        private long grossMinor;

        /** A receipt of one line. */
        void sold(long minor, long pieces) {
            receipt(minor, "SOLD", pieces);
        }

        void receipt(long minor, String flow, long pieces) {
            receipts++;
            grossMinor += minor;
            goods(flow, pieces);
        }

        void tally(String kind, long count, long minor) {
            tallies.put(kind, count + " for " + minor);
        }

        void goods(String flow, long pieces) {
            goods.merge(flow, new Goods(1, pieces), Goods::plus);
        }
    }

    @Test
    void a_day_without_the_gateway_is_all_there_a_minute_after_it_is_back() throws Exception {
        try (TestShop shop = TestShop.open(directory, 2, 1)) {
            knowAhead(shop);
            shop.store().killGateway();

            sellAllDay(shop.till(0));
            takeBackElsewhere(shop);
            workGoods(shop.store().handhelds().getFirst());
            sellPastMidnight(shop);
            endTheDay(shop);

            shop.store().startGateway();
            await().atMost(ALL_IS_THERE)
                    .untilAsserted(() ->
                            assertThat(shop.store().devices())
                                    .allSatisfy(device ->
                                            assertThat(device.status().unsent()).isZero()));
            ClosingTime closing = new ClosingTime(shop.laboratory(), TestShop.DAY);
            closing.closeDown(shop.store());
            closing.awaitFiled();

            assertSame(gatewayZ(shop), "gateway");
            assertSame(headOfficeZ(shop), "head office");
            assertTheTwiceReturnedLineIsShown(shop);
            JsonNode books =
                    shop.laboratory()
                            .headOfficeApi()
                            .get("/api/v1/books/trial-balance?store=store-1");
            assertThat(books.path("even").asBoolean()).as(books.toString()).isTrue();
        }
    }

    /** Apples cost 0.35 today and 0.50 from tomorrow on; every device knows before the day. */
    private static void knowAhead(TestShop shop) throws IOException {
        ObjectNode catalogue = NodeApi.JSON.createObjectNode();
        catalogue
                .putArray("taxCategories")
                .addObject()
                .put("code", "S")
                .put("name", "Standard")
                .put("ratePpm", 200_000);
        ArrayNode products = catalogue.putArray("products");
        product(products, APPLE, "APPLE", "0.35")
                .putArray("laterPrices")
                .addObject()
                .put("from", TestShop.DAY.plusDays(1).toString())
                .put("price", "0.50");
        product(products, PEAR, "PEAR", "0.40");
        NodeApi.Answer published =
                shop.laboratory().headOfficeApi().put("/api/v1/master-data", catalogue);
        assertThat(published.isDone()).as(published.problem()).isTrue();
        long version = published.body().path("version").asLong();
        for (LabTill device : shop.store().devices())
            Patience.until(
                    device.name() + " to know tomorrow's price",
                    () -> device.status().masterDataVersion() == version);
    }

    private static ObjectNode product(
            ArrayNode products, String plu, String description, String price) {
        return products.addObject()
                .put("plu", plu)
                .put("description", description)
                .put("department", "Fruit")
                .put("taxCategory", "S")
                .put("price", price)
                .put("currency", "GBP");
    }

    private void sellAllDay(LabTill till) throws IOException {
        ObjectNode bruised = sale(APPLE, 3, 94);
        first(bruised).putObject("discount").put("percent", "10").put("reason", "bruised");
        long number = post(till, "sales", bruised).path("receipt").path("number").asLong();
        done.sold(94, 3);
        ObjectNode member = sale(APPLE, 2, 60);
        member.putArray("discounts").addObject().put("reason", "member").set("amount", money(10));
        post(till, "sales", member);
        done.sold(60, 2);
        done.tally(Tally.DISCOUNT, 2, 11 + 10);
        suspendAndResume(till);
        postVoid(till);
        takeBackHere(till);
        ObjectNode last = sale(APPLE, 1, 30);
        first(last).put("unitPrice", "0.30").put("priceReason", "the last one");
        post(till, "sales", last);
        done.sold(30, 1);
        done.tally(Tally.PRICE_OVERRIDE, 1, 5);
        ObjectNode givenUp = sale(APPLE, 1, 0).put("reason", "no money");
        givenUp.remove("tenders");
        post(till, "baskets/void", givenUp);
        done.tally(Tally.BASKET_VOID, 1, 35);
        post(till, "operator/sign-on", command());
        done.tally(Tally.SIGN_ON, 1, 0);
        post(till, "operator/training/on", command());
        post(till, "sales", sale(APPLE, 1, 35));
        post(till, "operator/training/off", command());
        done.tally(Tally.TRAINING, 1, 35);
        post(till, "receipts/" + number + "/copies", command());
        done.tally(Tally.COPY, 1, 0);
    }

    private void suspendAndResume(LabTill till) throws IOException {
        ObjectNode parked = sale(PEAR, 1, 0);
        parked.remove("tenders");
        String id = post(till, "baskets/suspended", parked).path("basket").path("basket").asText();
        post(till, "baskets/suspended/" + id + "/resume", command());
        post(till, "sales", sale(PEAR, 1, 40).put("basket", id));
        done.sold(40, 1);
        done.tally(Tally.SUSPENDED, 1, 40);
        done.tally(Tally.RESUMED, 1, 0);
    }

    private void postVoid(LabTill till) throws IOException {
        long number =
                post(till, "sales", sale(APPLE, 5, 175)).path("receipt").path("number").asLong();
        post(till, "receipts/" + number + "/post-void", command().put("reason", "wrong customer"));
        done.sold(175, 5);
        done.sold(-175, -5);
        done.tally(Tally.POST_VOID, 1, 175);
    }

    /** The receipt that goods come back with, at both tills. */
    private JsonNode pear = NodeApi.JSON.nullNode();

    private void takeBackHere(LabTill till) throws IOException {
        pear = post(till, "sales", sale(PEAR, 1, 40)).path("receipt");
        done.sold(40, 1);
        post(till, "returns", takingBack());
        done.receipt(-40, "RETURNED", 1);
        ObjectNode again = takingBack();
        assertThat(till.api().post("/api/v1/returns", again).isDone())
                .as("a line is returned once")
                .isFalse();
    }

    /**
     * The other till cannot know that it was returned already: taken unchecked, and found later.
     */
    private void takeBackElsewhere(TestShop shop) throws IOException {
        LabTill other = shop.till(1);
        assertThat(other.api().post("/api/v1/returns", takingBack()).isDone())
                .as("nothing unchecked unless somebody says so")
                .isFalse();
        post(other, "returns", takingBack().put("unchecked", true));
        done.receipt(-40, "RETURNED", 1);
        done.tally(Tally.RETURN_UNCHECKED, 1, -40);
        post(other, "sales", sale(APPLE, 1, 35));
        done.sold(35, 1);
    }

    private ObjectNode takingBack() {
        ObjectNode body = command().put("reason", "too soft");
        body.putArray("lines")
                .addObject()
                .put("plu", PEAR)
                .put("quantity", "-1")
                .putObject("original")
                .put("store", "store-1")
                .put("workstation", pear.path("workstation").asText())
                .put("day", TestShop.DAY.toString())
                .put("receipt", pear.path("number").asLong())
                .put("line", 1);
        body.putArray("tenders").addObject().put("type", "CASH").set("amount", money(-40));
        return body;
    }

    private void workGoods(LabTill handheld) throws IOException {
        ObjectNode delivery = goods(APPLE, "20").put("supplier", "Orchard");
        first(delivery).put("unitCost", "0.20");
        post(handheld, "stock/deliveries", delivery);
        post(handheld, "stock/counts", goods(APPLE, "15"));
        post(handheld, "stock/waste", goods(PEAR, "1").put("reason", "rotten"));
        post(handheld, "stock/transfers-out", goods(APPLE, "2").put("store", "store-2"));
        post(handheld, "stock/shelf-prices", command().put("plu", APPLE).put("shelf", "0.45"));
        done.goods("DELIVERY", 20);
        done.goods("COUNTED", 15);
        done.goods("WASTE", 1);
        done.goods("TRANSFER_OUT", 2);
        done.tally(Tally.SHELF_PRICE_WRONG, 1, 0);
    }

    /** The business day goes on until the cut-over hour; prices follow the calendar. */
    private void sellPastMidnight(TestShop shop) throws IOException {
        LabTill till = shop.till(0);
        till.node().stop();
        shop.goTo(TestShop.DAY.atTime(23, 59, 50));
        till.node().start();
        assertThat(priceOfAnApple(till)).isEqualTo(35);

        await().atMost(Duration.ofSeconds(40)).until(() -> priceOfAnApple(till) == 50);

        post(till, "sales", sale(APPLE, 1, 50));
        done.sold(50, 1);
    }

    private static long priceOfAnApple(LabTill till) throws IOException {
        ObjectNode basket = NodeApi.JSON.createObjectNode();
        basket.putArray("lines").addObject().put("plu", APPLE).put("quantity", "1");
        NodeApi.Answer priced = till.api().post("/api/v1/basket", basket);
        assertThat(priced.isDone()).as(priced.problem()).isTrue();
        return priced.body().path("total").path("minor").asLong();
    }

    private static void endTheDay(TestShop shop) throws IOException {
        for (int till = 0; till < 2; till++) {
            shop.count(till);
            shop.closeTill(till);
        }
        post(shop.store().handhelds().getFirst(), "day/close", command());
    }

    private static JsonNode gatewayZ(TestShop shop) {
        return shop.store().gatewayApi().get("/api/v1/days/" + TestShop.DAY + "/z");
    }

    private static JsonNode headOfficeZ(TestShop shop) {
        return shop.laboratory()
                .headOfficeApi()
                .get("/api/v1/stores/store-1/days/" + TestShop.DAY)
                .path("closeDowns")
                .path(0);
    }

    private void assertSame(JsonNode z, String tier) {
        JsonNode totals = z.path("totals");
        assertThat(z.path("complete").asBoolean()).as(tier).isTrue();
        assertThat(totals.path("transactions").asLong()).as(tier).isEqualTo(done.receipts);
        assertThat(totals.path("gross").path("minor").asLong()).as(tier).isEqualTo(done.grossMinor);
        Map<String, String> tallies = new TreeMap<>();
        for (JsonNode tally : list(z, "tallies"))
            tallies.put(
                    tally.path("kind").asText(),
                    tally.path("count").asLong()
                            + " for "
                            + tally.path("amount").path("minor").asLong());
        assertThat(tallies).as(tier).isEqualTo(done.tallies);
        Map<String, Goods> goods = new TreeMap<>();
        for (JsonNode flow : list(z, "stock"))
            goods.put(
                    flow.path("flow").asText(),
                    new Goods(
                            flow.path("movements").asLong(),
                            new BigDecimal(flow.path("quantity").asText()).longValueExact()));
        assertThat(goods).as(tier).isEqualTo(done.goods);
    }

    private static JsonNode list(JsonNode z, String name) {
        return z.path("totals").path(name).isArray() ? z.path("totals").path(name) : z.path(name);
    }

    private static void assertTheTwiceReturnedLineIsShown(TestShop shop) {
        JsonNode twice = shop.store().gatewayApi().get("/api/v1/returned-twice");
        assertThat(twice).hasSize(1);
        assertThat(twice.path(0).path("description").asText()).isEqualTo("PEAR");
        assertThat(twice.path(0).path("sold").asText()).isEqualTo("1");
        assertThat(twice.path(0).path("returned").asText()).isEqualTo("2");
    }

    private static ObjectNode sale(String plu, int quantity, long paid) {
        ObjectNode body = command();
        body.putArray("lines")
                .addObject()
                .put("plu", plu)
                .put("quantity", String.valueOf(quantity));
        body.putArray("tenders").addObject().put("type", "CASH").set("amount", money(paid));
        return body;
    }

    private static ObjectNode goods(String plu, String quantity) {
        ObjectNode body = command();
        body.putArray("lines").addObject().put("plu", plu).put("quantity", quantity);
        return body;
    }

    private static ObjectNode first(ObjectNode body) {
        return (ObjectNode) body.path("lines").path(0);
    }

    private static ObjectNode money(long minor) {
        return NodeApi.JSON.createObjectNode().put("minor", minor).put("currency", "GBP");
    }

    private static ObjectNode command() {
        return NodeApi.JSON
                .createObjectNode()
                .put("commandId", UUID.randomUUID().toString())
                .put("operator", "anna");
    }

    private static JsonNode post(LabTill device, String what, ObjectNode body) throws IOException {
        NodeApi.Answer answer = device.api().post("/api/v1/" + what, body);
        assertThat(answer.isDone()).as(what + ": " + answer.problem()).isTrue();
        return answer.body();
    }
}
