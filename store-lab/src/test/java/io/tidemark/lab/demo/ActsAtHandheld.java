package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.demo.Wares.Goods;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.ledger.event.Tally;
import java.io.IOException;
import java.math.BigDecimal;

/** What somebody does with a handheld, by its API, and what comes of it by their own reckoning. */
final class ActsAtHandheld {
    private final LabTill handheld;
    private final Done done;

    ActsAtHandheld(LabTill handheld, Done done) {
        this.handheld = handheld;
        this.done = done;
    }

    void signOn(Wares.Person who) throws IOException {
        TillCommands.refused(handheld, "stock/waste", waste(), "sign on with number and PIN");
        TillCommands.done(
                handheld,
                "operator/sign-on",
                TillCommands.command().put("operator", who.number()).put("pin", who.pin()));
        done.tally(Tally.SIGN_ON, 0);
    }

    void receive(Goods goods, String unitCost) throws IOException {
        ObjectNode delivery = line(goods).put("supplier", "Orchard").put("reference", "D-17");
        TillCommands.first(delivery).put("unitCost", unitCost);
        TillCommands.done(handheld, "stock/deliveries", delivery);
        done.came("DELIVERY", goods);
    }

    void count(Goods goods) throws IOException {
        TillCommands.done(handheld, "stock/counts", line(goods).put("reference", "shelf 4"));
        done.counted(goods);
    }

    void throwAway() throws IOException {
        TillCommands.done(handheld, "stock/waste", waste());
        done.went("WASTE", Goods.of(Wares.PEAR, "1"));
    }

    void transferOut(Goods goods) throws IOException {
        TillCommands.done(handheld, "stock/transfers-out", line(goods).put("store", "store-2"));
        done.went("TRANSFER_OUT", goods);
    }

    /** By the number that came with the goods. */
    void transferIn(Goods goods) throws IOException {
        ObjectNode transfer = line(goods).put("store", "store-2").put("reference", "T-2-4711");
        TillCommands.done(handheld, "stock/transfers-in", transfer);
        done.came("TRANSFER_IN", goods);
    }

    void checkShelf(String plu, String shelf, boolean right) throws IOException {
        assertThat(shelfIsRight(plu, shelf)).isEqualTo(right);
        if (!right) done.tally(Tally.SHELF_PRICE_WRONG, 0);
    }

    private boolean shelfIsRight(String plu, String shelf) throws IOException {
        ObjectNode check = TillCommands.command().put("plu", plu).put("shelf", shelf);
        return TillCommands.done(handheld, "stock/shelf-prices", check).path("right").asBoolean();
    }

    /** As its page shows it to whoever looks the article up. */
    String priceOf(String plu) {
        BigDecimal price =
                new BigDecimal(
                        handheld.api()
                                .get("/api/v1/products?code=" + plu)
                                .path(0)
                                .path("price")
                                .asText());
        return price.setScale(2).toPlainString();
    }

    /** After midnight, on a business day of the handheld's own. */
    void checkTomorrowsShelf(Wares.Person who, String plu, String shelf) throws IOException {
        TillCommands.done(
                handheld,
                "operator/sign-on",
                TillCommands.command().put("operator", who.number()).put("pin", who.pin()));
        assertThat(shelfIsRight(plu, shelf)).isTrue();
    }

    /** Asked of the gateway, which knows what every device did as soon as its tables have it. */
    void seeOnHand(String plu) {
        await().untilAsserted(() -> {
            JsonNode told = handheld.api().get("/api/v1/stock/on-hand?plu=" + plu);
            assertThat(told.path("known").asBoolean()).as(told.toString()).isTrue();
            assertThat(new BigDecimal(told.path("quantity").asText()))
                    .isEqualByComparingTo(done.onHand().get(plu));
        });
    }

    JsonNode endTheDay() throws IOException {
        return TillCommands.done(handheld, "day/close", TillCommands.command()).path("z");
    }

    private static ObjectNode waste() {
        return TillCommands.line(Wares.PEAR, "1").put("reason", "rotten");
    }

    private static ObjectNode line(Goods goods) {
        return TillCommands.line(goods.plu(), goods.quantity().toPlainString());
    }
}
