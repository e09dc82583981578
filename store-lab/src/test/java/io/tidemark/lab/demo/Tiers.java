package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.LabTill;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each tier says of a shop's day, held against what was done. */
record Tiers(TestShop shop, Done done) {
    private static final Pattern ARTICLE = Pattern.compile("<a href=\"/stock/(\\d+)");

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

    /** What the page shows, and what programs are told: the articles below zero and no others. */
    void assertNegativeStockIsListed() {
        Map<String, BigDecimal> below = new TreeMap<>(done.onHand());
        below.values().removeIf(quantity -> quantity.signum() >= 0);
        await().untilAsserted(() -> {
            Map<String, BigDecimal> told = new TreeMap<>();
            for (JsonNode item : gateway("/api/v1/stock?show=negative").path("items"))
                told.put(item.path("plu").asText(), plain(item.path("onHand")));
            assertThat(told).isEqualTo(plain(below));
            assertThat(articlesOn(page("/stock?show=negative"))).isEqualTo(below.keySet());
        });
    }

    private static Set<String> articlesOn(String page) {
        return ARTICLE.matcher(page)
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String page(String path) throws IOException {
        try (var page = shop.store().gatewayApi().uri(path).toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void assertBooksAreEven() {
        assertThat(trialBalance().path("even").asBoolean()).as(trialBalance().toString()).isTrue();
    }

    /**
     * Net sales of all departments and VAT payable, at each rate what the tills' lines add up to.
     */
    void assertBooksHaveTheVat() {
        Map<String, Long> net = new TreeMap<>();
        Map<String, Long> tax = new TreeMap<>();
        for (JsonNode account : trialBalance().path("currencies").path(0).path("accounts")) {
            String rate = account.path("detail").asText().replaceFirst("^.*, ", "");
            long credit = -account.path("balance").path("minor").asLong();
            switch (account.path("account").path("code").asText()) {
                case "4000" -> net.merge(rate, credit, Long::sum);
                case "2200" -> tax.merge(rate, credit, Long::sum);
                default -> {}
            }
        }
        DayFigures.Vat standard = vat("S 200000");
        DayFigures.Vat reduced = vat("R 50000");
        assertThat(net).isEqualTo(Map.of("S 20 %", standard.net(), "R 5 %", reduced.net()));
        assertThat(tax).isEqualTo(Map.of("S 20 %", standard.tax(), "R 5 %", reduced.tax()));
    }

    private DayFigures.Vat vat(String rate) {
        return Objects.requireNonNull(done.figures().vat().get(rate), rate);
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
