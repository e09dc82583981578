package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.LabTill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each tier says of a shop's day, held against what was done. */
record Tiers(TestShop shop, Done done) {
    /** Devices' Zs, the store Z with its supplements, and head office's: one figure for each. */
    void assertSameEverywhere(List<JsonNode> deviceZs) {
        assertThat(DayFigures.sum(deviceZs)).as("devices").isEqualTo(done.figures());
        assertThat(DayFigures.sum(storeZs())).as("gateway").isEqualTo(done.figures());
        assertThat(DayFigures.sum(filed())).as("head office").isEqualTo(done.figures());
        assertThat(storeZs().getLast().path("complete").asBoolean()).isTrue();
        assertThat(filed().getLast().path("complete").asBoolean()).isTrue();
    }

    /** Article by article, each in its own unit, with what its last count found. */
    void assertStockPageIsRight() {
        await().untilAsserted(() -> {
            Map<String, BigDecimal> onHand = new TreeMap<>();
            Map<String, BigDecimal> variances = new TreeMap<>();
            for (JsonNode item : stock()) {
                String plu = item.path("plu").asText();
                assertThat(item.path("unit").asText()).isEqualTo(unit(plu));
                onHand.put(plu, plain(item.path("onHand")));
                if (item.path("lastCount").isObject())
                    variances.put(plu, plain(item.path("lastCount").path("variance")));
            }
            assertThat(onHand).isEqualTo(plain(done.onHand()));
            assertThat(variances).isEqualTo(plain(done.variances()));
        });
    }

    void assertBooksAreEven() {
        assertThat(trialBalance().path("even").asBoolean()).as(trialBalance().toString()).isTrue();
    }

    /** As head office says of the whole day. */
    long overShortMinor() {
        JsonNode day = headOffice("/api/v1/stores/store-1/days/" + TestShop.DAY);
        JsonNode overShort = day.path("summary").path("overShort");
        assertThat(overShort).as(day.toString()).hasSize(1);
        return overShort.path(0).path("minor").asLong();
    }

    JsonNode trialBalance() {
        return headOffice("/api/v1/books/trial-balance?store=store-1");
    }

    /** As each of them says, to its gateway and on to head office. */
    void assertEveryDeviceIsOnVersion(long version) {
        await().atMost(DayWithGatewaySystemTest.TOLD_MAX)
                .untilAsserted(() -> {
                    assertThat(versions(gateway("/api/v1/fleet"))).containsOnly(version);
                    assertThat(versions(headOffice("/api/v1/fleet/store-1"))).containsOnly(version);
                });
    }

    private List<Long> versions(JsonNode fleet) {
        List<Long> versions = new ArrayList<>();
        for (JsonNode device : fleet)
            versions.add(device.path("said").path("masterDataVersion").asLong());
        assertThat(versions).hasSize(1 + shop.store().devices().size());
        return versions;
    }

    List<JsonNode> storeZs() {
        return list(gateway("/api/v1/days/" + TestShop.DAY + "/close-down").path("closed"));
    }

    List<JsonNode> filed() {
        return list(headOffice("/api/v1/stores/store-1/days/" + TestShop.DAY).path("closeDowns"));
    }

    JsonNode gateway(String path) {
        return shop.store().gatewayApi().get(path);
    }

    JsonNode headOffice(String path) {
        return shop.laboratory().headOfficeApi().get(path);
    }

    /** Everything that a device recorded is marked. */
    void awaitMarked() {
        await().atMost(DayWithoutGatewaySystemTest.ALL_IS_THERE)
                .untilAsserted(() ->
                        assertThat(shop.store().devices())
                                .extracting(LabTill::status)
                                .allSatisfy(status -> assertThat(status.unsent()).isZero()));
    }

    private JsonNode stock() {
        return gateway("/api/v1/stock").path("items");
    }

    private static String unit(String plu) {
        return new Wares.Goods(plu, BigDecimal.ONE).unit();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private static BigDecimal plain(JsonNode decimal) {
        return new BigDecimal(decimal.asText()).stripTrailingZeros();
    }

    private static Map<String, BigDecimal> plain(Map<String, BigDecimal> quantities) {
        Map<String, BigDecimal> plain = new TreeMap<>();
        quantities.forEach((plu, quantity) -> plain.put(plu, quantity.stripTrailingZeros()));
        return plain;
    }
}
