package io.tidemark.lab.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.util.List;
import java.util.UUID;

/** A till's work by its own API: a day is opened, things are looked up, sold, and have gone up. */
final class Errands {
    private static final String OPERATOR = "anna";
    private static final String CURRENCY = "GBP";

    /** More than any product of the shipped days costs: a till gives change. */
    private static final long CASH_MINOR = 1_000_000;

    private final Loopback till;
    private final List<Catalogue.Product> products;

    /**
     * @param port of the till's own page
     */
    Errands(int port, Catalogue catalogue) {
        this.till = new Loopback("the till", port);
        this.products = catalogue.inOrder();
    }

    LabTill.Status status() {
        try {
            return LabTill.Status.of(NodeApi.JSON.readTree(till.get("/api/v1/status")));
        } catch (JsonProcessingException e) {
            throw new NodeFailed("the till's answer is no JSON", e);
        }
    }

    void awaitMasterData() {
        Patience.until("the master data", () -> status().masterDataVersion() > 0);
    }

    void openDay() {
        ObjectNode asked = asked();
        asked.putArray("float").addObject().put("minor", 10_000).put("currency", CURRENCY);
        post("/api/v1/day/open", asked);
    }

    void closeDay() {
        post("/api/v1/day/close", asked());
    }

    /** Each of another product, looked up before. */
    void sell(int times) {
        for (int i = 0; i < times; i++) {
            String plu = products.get(i % products.size()).plu();
            ObjectNode sale = asked();
            sale.putArray("lines").addObject().put("plu", plu).put("quantity", "1");
            sale.putArray("tenders")
                    .addObject()
                    .put("type", "CASH")
                    .putObject("amount")
                    .put("minor", CASH_MINOR)
                    .put("currency", CURRENCY);
            post("/api/v1/sales", sale);
        }
    }

    /** What a cashier looks at beside selling. */
    void lookAround() {
        for (String path :
                List.of(
                        "/",
                        "/api/v1/products?q=heart",
                        "/api/v1/x-report",
                        "/api/v1/receipts/1",
                        "/api/v1/status")) till.get(path);
    }

    /** All that was recorded is marked by the gateway. */
    void awaitMarked() {
        Patience.until(
                "the till's entries to be marked",
                () -> {
                    LabTill.Status now = status();
                    return now.online() && now.unsent() == 0;
                });
    }

    private static ObjectNode asked() {
        return NodeApi.JSON
                .createObjectNode()
                .put("commandId", UUID.randomUUID().toString())
                .put("operator", OPERATOR);
    }

    private void post(String path, JsonNode asked) {
        till.create(path, asked.toString());
    }
}
