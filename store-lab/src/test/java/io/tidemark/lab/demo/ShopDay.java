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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A day of everything that a shop does: two tills and a handheld, from nine until past midnight,
 * whether or not there is a gateway.
 */
final class ShopDay {
    /** At both tills and the handheld. */
    private static final List<String> EVERYWHERE_TODAYS = List.of("0.35", "0.35", "0.35");

    private static final List<String> EVERYWHERE_TOMORROWS = List.of("0.50", "0.50", "0.50");

    private static final Duration MIDNIGHT_MAX = Duration.ofMinutes(3);

    private final TestShop shop;
    private final Done done = new Done();
    private final ActsAtTill first;
    private final ActsAtTill second;
    private final ActsAtHandheld handheld;
    private final long masterDataVersion;

    private ShopDay(TestShop shop, long masterDataVersion) {
        this.shop = shop;
        this.masterDataVersion = masterDataVersion;
        for (int till = 0; till < 2; till++) done.tally(Tally.CASH_GIVEN, 0);
        first = new ActsAtTill(shop.till(0), done);
        second = new ActsAtTill(shop.till(1), done);
        handheld = new ActsAtHandheld(shop.store().handhelds().getFirst(), done);
    }

    /** Every device knows what it sells today and tomorrow, and who works there. */
    static ShopDay prepared(TestShop shop, Path directory) throws IOException {
        return new ShopDay(shop, Wares.publish(shop, directory));
    }

    Done done() {
        return done;
    }

    ActsAtTill first() {
        return first;
    }

    ActsAtTill second() {
        return second;
    }

    ActsAtHandheld handheld() {
        return handheld;
    }

    long masterDataVersion() {
        return masterDataVersion;
    }

    void peopleCome() throws IOException {
        TillCommands.refused(
                first.till(),
                "sales",
                TillCommands.paid(TillCommands.line(Wares.PEAR, "1"), 40),
                "sign on with number and PIN");
        first.signOn(Wares.ANNA);
        second.signOn(Wares.BEN);
        handheld.signOn(Wares.WIM);
    }

    /**
     * @return a receipt that came back already
     */
    JsonNode sellAllDay() throws IOException {
        first.sellWithDiscounts();
        first.sellHalfPrice();
        JsonNode minced = first.sell(Goods.of(Wares.MINCE, "1.250"), 1_000);
        first.sell(Goods.of(Wares.OIL, "0.750"), 315);
        first.sellABasket();
        first.takeBackWithoutReceipt();
        first.payInAndOut();
        first.suspendAndResume();
        first.postVoid();
        JsonNode pear = first.sell(Goods.of(Wares.PEAR, "1"), 40);
        first.takeBack(pear);
        first.refuseReturn(pear, "can come back");
        first.sellTheLastOneCheaper();
        first.giveUpABasket();
        first.lockAndHaveUnlocked();
        first.signOn(Wares.BEN);
        first.practise();
        first.copy(minced);
        first.signOn(Wares.ANNA);
        second.sell(Goods.of(Wares.APPLE, "1"), 35);
        return pear;
    }

    void workGoods() throws IOException {
        handheld.receive(Goods.of(Wares.APPLE, "20"), "0.20");
        handheld.receive(Goods.of(Wares.MINCE, "30"), "5.00");
        handheld.receive(Goods.of(Wares.OIL, "12.5"), "3.00");
        handheld.count(Goods.of(Wares.APPLE, "15"));
        handheld.count(Goods.of(Wares.MINCE, "28.405"));
        handheld.throwAway();
        handheld.transferOut(Goods.of(Wares.APPLE, "2"));
        handheld.transferIn(Goods.of(Wares.PEAR, "6"));
        handheld.checkShelf(Wares.APPLE, "0.45", false);
        handheld.checkShelf(Wares.PEAR, "0.40", true);
        second.sell(Goods.of(Wares.MINCE, "0.755"), 604);
        second.sell(Goods.of(Wares.OIL, "1.5"), 630);
    }

    /**
     * The business day goes on at the tills until it is ended; prices follow the calendar, at each
     * device by itself.
     */
    void sellPastMidnight() throws IOException {
        beAtWorkBeforeMidnight();
        assertThat(first.present().path("operator").asText()).isEqualTo(Wares.ANNA.number());
        assertThat(second.present().path("operator").asText()).isEqualTo(Wares.BEN.number());

        await().atMost(MIDNIGHT_MAX).until(() -> pricesOfAnApple().equals(EVERYWHERE_TOMORROWS));

        first.sell(Goods.of(Wares.APPLE, "1"), 50);
        second.sell(Goods.of(Wares.APPLE, "1"), 50);
    }

    /**
     * Ends where every device was asked while it was still today. Nodes may be slow to start: then
     * once more, with more time.
     */
    private void beAtWorkBeforeMidnight() throws IOException {
        for (int seconds = 12; ; seconds *= 2) {
            shop.store().devices().parallelStream().forEach(device -> device.node().stop());
            shop.goTo(TestShop.DAY.plusDays(1).atStartOfDay().minusSeconds(seconds));
            shop.store().devices().parallelStream().forEach(device -> device.node().start());
            List<String> prices = pricesOfAnApple();
            if (!shop.store().devices().stream().allMatch(ShopDay::isStillToday)) continue;
            assertThat(prices).isEqualTo(EVERYWHERE_TODAYS);
            return;
        }
    }

    private static boolean isStillToday(LabTill device) {
        String time = device.api().get("/api/v1/status").path("time").asText();
        return time.startsWith(TestShop.DAY.toString());
    }

    /** What the tills ask for one, and what the handheld shows. */
    private List<String> pricesOfAnApple() throws IOException {
        return List.of(asked(first.till()), asked(second.till()), handheld.priceOf(Wares.APPLE));
    }

    private static String asked(LabTill till) throws IOException {
        ObjectNode basket = TillCommands.line(Wares.APPLE, "1");
        basket.remove("commandId");
        JsonNode priced = TillCommands.done(till, "basket", basket);
        return BigDecimal.valueOf(priced.path("total").path("minor").asLong(), 2).toPlainString();
    }
}
