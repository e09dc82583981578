package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handheld as a process, beside a till, with the gateway there and away. */
class HandheldSystemTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void a_handheld_works_while_the_gateway_is_away_and_after_it_was_killed() throws IOException {
        try (TestShop shop = TestShop.open(directory, 1, 1)) {
            LabTill handheld = shop.store().handhelds().getFirst();
            shop.sell(0, 2);
            deliver(handheld, "12");
            Patience.until("the delivery to be marked", () -> handheld.status().unsent() == 0);

            shop.store().killGateway();
            deliver(handheld, "3");
            ObjectNode counted = TillCommands.commandBy("ben");
            counted.putArray("lines").addObject().put("plu", "10001").put("quantity", "13");
            TillCommands.done(handheld, "stock/counts", counted);
            handheld.node().kill();
            handheld.node().start();

            assertThat(handheld.status().unsent()).isPositive();
            assertThat(handheld.api().post("/api/v1/stock/counts", counted).repeated()).isTrue();
            JsonNode z =
                    TillCommands.done(handheld, "day/close", TillCommands.commandBy("ben"))
                            .path("z");
            assertThat(z.path("stock"))
                    .extracting(flow -> flow.path("flow").asText())
                    .containsExactly("DELIVERY", "COUNTED");
            shop.store().startGateway();
            Patience.until("everything to be marked", () -> handheld.status().unsent() == 0);

            shop.count(0);
            shop.closeTill(0);
            JsonNode closed = closeDown(shop);
            assertThat(closed.path("complete").asBoolean()).isTrue();
            handheld.node().stop();
            assertThat(handheld.node().verify().code()).isZero();
        }
    }

    private static void deliver(LabTill handheld, String quantity) throws IOException {
        ObjectNode delivery = TillCommands.commandBy("ben").put("supplier", "Orchard");
        delivery.putArray("lines")
                .addObject()
                .put("plu", "10001")
                .put("quantity", quantity)
                .put("unitCost", "0.20");
        TillCommands.done(handheld, "stock/deliveries", delivery);
    }

    private static JsonNode closeDown(TestShop shop) throws IOException {
        shop.awaitMarked();
        ObjectNode command = TillCommands.commandBy("ben");
        command.putArray("without");
        NodeApi gateway = shop.store().gatewayApi();
        NodeApi.Answer answer =
                gateway.post("/api/v1/days/" + TestShop.DAY + "/close-down", command);
        assertThat(answer.isDone()).as(answer.problem()).isTrue();
        return gateway.get("/api/v1/days/" + TestShop.DAY + "/z");
    }
}
