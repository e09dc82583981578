package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.NodeApi;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/**
 * From head office's balance down to a till's receipt, as an accountant goes: account, posting,
 * store Z, till, and the receipt from the store's gateway, with its proof.
 */
record DrillDown(Tiers tiers) {
    private static final String SALES = "4000";

    /** A gateway asks within seconds what head office wishes to see. */
    private static final Duration FETCHED_MAX = Duration.ofSeconds(60);

    /** What the command tells is what the API does, as JSON and as a table. */
    void assertTheCommandTellsTheSame() throws IOException {
        JsonNode balance = NodeApi.JSON.readTree(books("trial-balance", "--json"));
        String table = books("trial-balance");
        JsonNode account =
                NodeApi.JSON.readTree(
                        books("account", "--code", SALES, "--currency", "GBP", "--json"));
        JsonNode postings = NodeApi.JSON.readTree(books("posting", "--json"));

        assertThat(balance).isEqualTo(tiers.trialBalance());
        assertThat(balance.path("even").asBoolean()).isTrue();
        assertThat(table.lines()).anyMatch(line -> line.contains(SALES));
        assertThat(account).isEqualTo(account());
        assertThat(postings.path("postings").path(0)).isEqualTo(posting());
    }

    private String books(String verb, String... options) {
        LabNode headOffice = tiers.shop().laboratory().headOffice();
        LabNode.Ended ended = headOffice.books(verb, with("store-1", options));
        assertThat(ended.code()).as(ended.words()).isZero();
        return ended.words();
    }

    private static String[] with(String store, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--store";
        all[1] = store;
        System.arraycopy(options, 0, all, 2, options.length);
        return all;
    }

    /**
     * @param device that sold it
     * @param receipt as that told it
     */
    void assertReceiptIsProven(String device, JsonNode receipt) {
        JsonNode closeDown = account().path("lines").path(0).path("closeDown");
        JsonNode till = till(closeDown, device);
        JsonNode listed = fetched(ofTill(closeDown, till), "listed").path("list");
        JsonNode found = named("number", receipt.path("number").asText(), listed.path("receipts"));
        JsonNode proof =
                fetched(
                                "/api/v1/stores/store-1/receipts/"
                                        + device
                                        + "/"
                                        + till.path("epoch").asInt()
                                        + "/"
                                        + found.path("sequence").asLong(),
                                "proven")
                        .path("proof");

        assertThat(posting().path("closeDown")).isEqualTo(closeDown);
        assertThat(listed.path("complete").asBoolean())
                .as("together they give the close-down's digest")
                .isTrue();
        assertThat(proof.path("signedAt").asLong())
                .isGreaterThanOrEqualTo(proof.path("sequence").asLong());
        assertThat(proof.path("receipt").path("number")).isEqualTo(receipt.path("number"));
        assertThat(proof.path("receipt").path("total")).isEqualTo(receipt.path("total"));
    }

    private JsonNode account() {
        return tiers.headOffice("/api/v1/books/accounts/" + SALES + "?store=store-1&currency=GBP");
    }

    /** The store Z's. */
    private JsonNode posting() {
        return tiers.headOffice("/api/v1/books/postings/store-1/" + TestShop.DAY + "/0");
    }

    private JsonNode till(JsonNode closeDown, String device) {
        JsonNode z = tiers.filed().get(closeDown.path("supplement").asInt());
        assertThat(z.path("entry").path("hash")).isEqualTo(closeDown.path("hash"));
        return named("device", device, z.path("tills"));
    }

    private static String ofTill(JsonNode closeDown, JsonNode till) {
        return "/api/v1/stores/store-1/days/"
                + closeDown.path("day").asText()
                + "/"
                + closeDown.path("supplement").asInt()
                + "/receipts/"
                + till.path("device").asText()
                + "/"
                + till.path("epoch").asInt();
    }

    private static JsonNode named(String field, String value, JsonNode among) {
        return StreamSupport.stream(among.spliterator(), false)
                .filter(each -> each.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + field + " " + value + " in " + among));
    }

    private JsonNode fetched(String path, String state) {
        AtomicReference<JsonNode> told = new AtomicReference<>();
        await().atMost(FETCHED_MAX)
                .untilAsserted(() -> {
                    told.set(tiers.headOffice(path));
                    assertThat(told.get().path("state").asText()).isEqualTo(state);
                });
        return told.get();
    }
}
