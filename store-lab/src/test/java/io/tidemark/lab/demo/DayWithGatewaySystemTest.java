package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.demo.Wares.Goods;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same day with the gateway there from morning to evening, and what only then is to be had:
 * baskets and receipts of the other till, stock on hand. One till still sells when the store is
 * closed; what comes of it is a supplement, also in the books.
 */
class DayWithGatewaySystemTest {
    /** Devices tell every 10 to 20 seconds how they are, gateways every 30. */
    static final Duration TOLD_MAX = Duration.ofMinutes(2);

    private static final String STILL_SELLING = "till-2";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void a_day_with_the_gateway_comes_to_the_same_everywhere_with_what_came_after_its_close()
            throws Exception {
        try (TestShop shop = TestShop.open(directory, 2, 1)) {
            ShopDay day = ShopDay.prepared(shop, directory);
            Tiers tiers = new Tiers(shop, day.done());

            day.peopleCome();
            takeUpAtTheOtherTill(day);
            day.sellAllDay();
            tiers.awaitMarked();
            assertThat(day.done().onHand().get(Wares.APPLE))
                    .as("sold before any came")
                    .isNegative();
            tiers.assertNegativeStockIsListed();
            JsonNode oil = day.second().sell(Goods.of(Wares.OIL, "0.250"), 105);
            takeBackAtTheOtherTill(day, tiers);
            day.workGoods();
            tiers.awaitMarked();
            tiers.assertNegativeStockIsListed();
            day.handheld().seeOnHand(Wares.APPLE);
            day.handheld().seeOnHand(Wares.MINCE);
            tiers.assertStockPageIsRight();
            day.sellPastMidnight();
            JsonNode firstZ = day.first().endTheDay(3);
            JsonNode handheldZ = day.handheld().endTheDay();
            tiers.awaitMarked();

            closeWithout(shop, tiers);
            JsonNode before = tiers.trialBalance();
            DrillDown drillDown = new DrillDown(tiers);
            drillDown.assertTheCommandTellsTheSame();
            drillDown.assertReceiptIsProven(STILL_SELLING, oil);
            day.second().sell(Goods.of(Wares.APPLE, "2"), 100);
            JsonNode secondZ = day.second().endTheDay(-2);
            tiers.awaitMarked();
            supplement(shop, tiers);

            tiers.assertSameEverywhere(List.of(firstZ, handheldZ, secondZ));
            tiers.assertStockPageIsRight();
            tiers.assertBooksHaveTheVat();
            assertTheSupplementIsAllTheDifference(tiers, before);
            assertThat(tiers.overShortMinor())
                    .as("counted too little at one till, and too much after the close")
                    .isEqualTo(-3 + 2);
            day.handheld().checkTomorrowsShelf(Wares.WIM, Wares.APPLE, "0.50");
            tiers.assertEveryDeviceIsOnVersion(day.masterDataVersion());
        }
    }

    private static void takeUpAtTheOtherTill(ShopDay day) throws IOException {
        String basket = day.first().suspend(Goods.of(Wares.PEAR, "3"), 120);
        Patience.until(
                "the other till to be told of the basket",
                () ->
                        day.second()
                                .till()
                                .api()
                                .get("/api/v1/baskets/suspended")
                                .at("/elsewhere/0/basket")
                                .asText()
                                .equals(basket));
        day.second().resume(basket, Goods.of(Wares.PEAR, "3"), 120);
    }

    private static void takeBackAtTheOtherTill(ShopDay day, Tiers tiers) throws IOException {
        JsonNode mince = day.first().sell(Goods.of(Wares.MINCE, "0.500"), 400);
        tiers.awaitMarked();
        day.second().takeBack(mince);
        tiers.awaitMarked();
        day.first().refuseReturn(mince, "can come back");
        day.second().refuseReturn(mince, "can come back");
    }

    private static void closeWithout(TestShop shop, Tiers tiers) throws IOException {
        NodeApi.Answer blocked = close(shop, List.of());
        assertThat(blocked.status()).isEqualTo(409);
        assertThat(blocked.body().path("blockers"))
                .allSatisfy(blocker ->
                        assertThat(blocker.path("device").asText()).isEqualTo(STILL_SELLING));
        NodeApi.Answer alone = close(shop, List.of(STILL_SELLING));
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.problem()).contains("a supervisor must allow", STILL_SELLING);
        NodeApi.Answer closed = closeAllowed(shop, "it still sells");
        assertThat(closed.isDone()).as(closed.problem()).isTrue();
        new ClosingTime(shop.laboratory(), TestShop.DAY).awaitFiled();
        JsonNode filed = tiers.filed().getFirst();
        assertThat(filed.path("without").toString()).contains(STILL_SELLING);
        assertThat(filed.path("allowed").path("supervisor").asText())
                .isEqualTo(Wares.SUPERVISOR.number());
        assertThat(filed.path("allowed").path("reason").asText()).isEqualTo("it still sells");
        tiers.assertBooksAreEven();
    }

    private static void supplement(TestShop shop, Tiers tiers) throws IOException {
        NodeApi.Answer closed = close(shop, List.of());
        assertThat(closed.isDone()).as(closed.problem()).isTrue();
        Patience.until("head office to file the supplement", () -> tiers.filed().size() == 2);
        tiers.assertBooksAreEven();
    }

    private static NodeApi.Answer closeAllowed(TestShop shop, String why) throws IOException {
        return close(shop, ActsAtTill.approved(wish(List.of(STILL_SELLING)), why));
    }

    private static NodeApi.Answer close(TestShop shop, List<String> without) throws IOException {
        return close(shop, wish(without));
    }

    private static ObjectNode wish(List<String> without) {
        ObjectNode body = TillCommands.command().put("operator", "manager");
        without.forEach(body.putArray("without")::add);
        return body;
    }

    private static NodeApi.Answer close(TestShop shop, ObjectNode body) throws IOException {
        return shop.store().gatewayApi().post("/api/v1/days/" + TestShop.DAY + "/close-down", body);
    }

    private static void assertTheSupplementIsAllTheDifference(Tiers tiers, JsonNode before) {
        Map<String, Long> difference = balances(tiers.trialBalance());
        balances(before).forEach((account, minor) -> difference.merge(account, -minor, Long::sum));
        difference.values().removeIf(minor -> minor == 0);
        JsonNode posting =
                tiers.headOffice("/api/v1/books/postings/store-1/" + TestShop.DAY + "/1");
        Map<String, Long> posted = new TreeMap<>();
        for (JsonNode line : posting.path("lines"))
            posted.merge(account(line), line.path("amount").path("minor").asLong(), Long::sum);
        posted.values().removeIf(minor -> minor == 0);

        assertThat(difference).isEqualTo(posted);
        assertThat(-sum(difference, "4000") - sum(difference, "2200"))
                .as("two apples, VAT included")
                .isEqualTo(100);
    }

    private static Map<String, Long> balances(JsonNode trialBalance) {
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode currency : trialBalance.path("currencies"))
            for (JsonNode account : currency.path("accounts"))
                balances.put(account(account), account.path("balance").path("minor").asLong());
        return balances;
    }

    private static String account(JsonNode line) {
        return line.path("account").path("code").asText() + " " + line.path("detail").asText();
    }

    private static long sum(Map<String, Long> balances, String code) {
        return balances.entrySet().stream()
                .filter(account -> account.getKey().startsWith(code))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
