package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two tills and their gateway: what one parked or sold, the other takes up or takes back. */
@TestMethodOrder(OrderAnnotation.class)
class BasketsSystemTest {
    private static final long APPLE = 35;

    @TempDir static Path dir;

    private static TestShop shop;

    @BeforeAll
    static void open() throws IOException {
        shop = TestShop.open(dir, 2);
    }

    @AfterAll
    static void close() {
        if (shop != null) shop.close();
    }

    @Test
    @Order(1)
    void a_basket_that_is_suspended_at_one_till_is_taken_up_and_paid_at_the_other()
            throws IOException {
        ObjectNode parking = TillCommands.commandBy("anna");
        apples(parking, 2);
        NodeApi.Answer parked = shop.till(0).api().post("/api/v1/baskets/suspended", parking);
        assertThat(parked.status()).as(parked.problem()).isEqualTo(201);
        String id = parked.body().at("/basket/basket").asText();

        Patience.until(
                "the other till to be told of the basket",
                () ->
                        shop.till(1)
                                .api()
                                .get("/api/v1/baskets/suspended")
                                .at("/elsewhere/0/basket")
                                .asText()
                                .equals(id));
        NodeApi.Answer taken = resume(1, id);
        assertThat(taken.status()).as(taken.problem()).isEqualTo(201);
        assertThat(taken.body().at("/basket/lines/0/plu").asText()).isEqualTo("10001");

        NodeApi.Answer late = resume(0, id);
        assertThat(late.status()).as("it is the other till's").isEqualTo(409);
        ObjectNode sale = TillCommands.commandBy("anna").put("basket", id);
        apples(sale, 2);
        TillCommands.paid(sale, 2 * APPLE);
        NodeApi.Answer paid = shop.till(1).api().post("/api/v1/sales", sale);
        assertThat(paid.status()).as(paid.problem()).isEqualTo(201);
    }

    @Test
    @Order(2)
    void goods_of_one_till_come_back_at_the_other_and_no_more_than_were_sold() throws IOException {
        long sold = shop.sell(0, 3).number();
        shop.awaitMarked();

        NodeApi.Answer back = takeBack(1, sold, 2, false);
        assertThat(back.status()).as(back.problem()).isEqualTo(201);
        shop.awaitMarked();
        NodeApi.Answer tooMuch = takeBack(0, sold, 2, false);

        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.problem()).contains("at most 1 can come back");
    }

    @Test
    @Order(3)
    void what_two_tills_took_back_offline_is_found_when_it_has_come() throws IOException {
        long sold = shop.sell(0, 1).number();
        shop.awaitMarked();
        shop.store().gateway().stop();
        for (int i = 0; i < 2; i++) {
            var till = shop.till(i);
            Patience.until("a till to see that it is offline", () -> !till.status().online());
        }

        NodeApi.Answer here = takeBack(0, sold, 1, false);
        NodeApi.Answer unchecked = takeBack(1, sold, 1, false);
        NodeApi.Answer taken = takeBack(1, sold, 1, true);
        assertThat(here.status()).as(here.problem()).isEqualTo(201);
        assertThat(unchecked.status()).isEqualTo(422);
        assertThat(taken.status()).as(taken.problem()).isEqualTo(201);
        shop.store().startGateway();
        shop.awaitMarked();

        Patience.until(
                "the gateway to find what came back twice",
                () -> shop.store().gatewayApi().get("/api/v1/returned-twice").size() == 1);
        JsonNode twice = shop.store().gatewayApi().get("/api/v1/returned-twice").get(0);
        assertThat(twice.at("/original/receipt").asLong()).isEqualTo(sold);
        assertThat(twice.at("/returned").asText()).isEqualTo("2");
        assertThat(twice.at("/returns")).hasSize(2);
        Patience.until(
                "the manager to be told of it",
                () ->
                        shop.store()
                                .gatewayApi()
                                .get("/api/v1/alerts")
                                .findValuesAsText("kind")
                                .contains("RETURNED_TWICE"));
    }

    @Test
    @Order(4)
    void a_till_that_is_refused_a_basket_keeps_it_from_nobody() throws IOException {
        NodeApi.Answer ended =
                shop.till(1).api().post("/api/v1/day/close", TillCommands.commandBy("anna"));
        assertThat(ended.status()).as(ended.problem()).isEqualTo(201);
        ObjectNode parking = TillCommands.commandBy("anna");
        apples(parking, 1);
        NodeApi.Answer parked = shop.till(0).api().post("/api/v1/baskets/suspended", parking);
        String id = parked.body().at("/basket/basket").asText();
        shop.awaitMarked();

        NodeApi.Answer refused = resume(1, id);
        NodeApi.Answer taken = resume(0, id);

        assertThat(refused.status()).as("its day is over").isEqualTo(422);
        assertThat(taken.status()).as(taken.problem()).isEqualTo(201);
    }

    private static NodeApi.Answer resume(int till, String id) throws IOException {
        return shop.till(till)
                .api()
                .post(
                        "/api/v1/baskets/suspended/"
                                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
                                + "/resume",
                        TillCommands.commandBy("anna"));
    }

    /** Apples that the first till sold. */
    private static NodeApi.Answer takeBack(int till, long receipt, int pieces, boolean unchecked)
            throws IOException {
        JsonNode status = shop.till(0).api().get("/api/v1/status");
        ObjectNode back = TillCommands.commandBy("anna").put("unchecked", unchecked);
        back.putArray("lines")
                .addObject()
                .put("plu", "10001")
                .put("quantity", "-" + pieces)
                .putObject("original")
                .put("store", status.path("store").asText())
                .put("workstation", status.path("workstation").asText())
                .put("day", status.path("businessDay").asText())
                .put("receipt", receipt)
                .put("line", 1);
        TillCommands.paid(back, -pieces * APPLE);
        return shop.till(till).api().post("/api/v1/returns", back);
    }

    private static void apples(ObjectNode basket, int pieces) {
        basket.putArray("lines")
                .addObject()
                .put("plu", "10001")
                .put("quantity", String.valueOf(pieces));
    }
}
