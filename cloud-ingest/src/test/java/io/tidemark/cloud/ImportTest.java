package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables on their way into a version, and each store's part of it out to its gateway. */
class ImportTest {
    private static final String TAXES = "code,rate,name\nS,20,Standard\nZ,0%,Zero\n";
    private static final String PRODUCTS =
            """
            plu,gtin,description,department,tax,unit,price,currency,cost,stores
            85123A,4006381333931,"HOLDER, WHITE",gifts,S,C62,2.55,GBP,1.10,
            71053,,LANTERN,gifts,S,,3.39,GBP,,s001
            21730,,GLASS STAR,gifts,Z,,4.25,GBP,,s002
            85123A,,HOLDER,gifts,S,,2.99,EUR,,
            """;

    @TempDir private Path directory;

    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private NodeIdentity first;
    private Caller caller;
    private Caller other;

    @BeforeEach
    void two_stores_and_their_head_office() throws Exception {
        organisation = Organisation.found(directory);
        first = organisation.store("s001", 1).gateway().openIdentity();
        NodeIdentity second = organisation.store("s002", 1).gateway().openIdentity();
        caller = Caller.as(first, organisation.headOffice().name());
        other = Caller.as(second, organisation.headOffice().name());
        headOffice = organisation.run();
    }

    @AfterEach
    void stop() {
        caller.close();
        other.close();
        headOffice.close();
    }

    @Test
    void what_is_imported_is_published_when_a_person_says_so_each_store_its_part()
            throws Exception {
        HttpResponse<String> tried = imported(true, "taxes", TAXES, "products", PRODUCTS);
        assertThat(tried.body()).contains("\"dryRun\":true").contains("\"products\":4");
        assertThat(publish().body()).contains("nothing is staged");
        HttpResponse<String> staged = imported(false, "taxes", TAXES, "products", PRODUCTS);
        assertThat(staged.statusCode()).as(staged.body()).isEqualTo(200);
        assertThat(staged.body()).contains("\"products\":4").contains("\"version\":1");
        assertThat(fetch(caller).statusCode()).isEqualTo(204);

        HttpResponse<String> published = publish();

        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        SignedMasterData one = SignedMasterData.parse(fetch(caller).body());
        SignedMasterData two = SignedMasterData.parse(fetch(other).body());
        assertThat(one.isBy(first.roster().verifier(organisation.headOffice().name()))).isTrue();
        assertThat(plus(one)).isEqualTo("85123A 71053");
        assertThat(plus(two)).isEqualTo("85123A 21730");
        assertThat(one.data().store()).isEqualTo("s001");
        assertThat(one.version()).isEqualTo(two.version()).isEqualTo(1);
        assertThat(one.hash()).isNotEqualTo(two.hash());
        Product product = one.data().products().getFirst();
        assertThat(product.cost()).hasToString("1.1");
        assertThat(product.description()).isEqualTo("HOLDER, WHITE");
        assertThat(headOffice.get("/api/v1/master-data/status").body())
                .contains("\"versions\":[{\"version\":1,")
                .contains("\"store\":\"s002\"")
                .contains("\"products\":2,\"bytes\":")
                .contains("\"device\":\"till-1\"");
        assertThat(cutAgainAfterAKill()).isEqualTo(one.toBytes());
    }

    private byte[] cutAgainAfterAKill() throws Exception {
        Path image = organisation.imageOfKilled("killed");
        try (RunningHeadOffice revived = organisation.run(image)) {
            return caller.send(
                            HttpRequest.newBuilder(revived.peers("/v1/master-data?have=0")).build())
                    .body();
        }
    }

    @Test
    void a_table_by_itself_goes_on_top_of_what_was_published_unless_it_knew_nothing_of_it()
            throws Exception {
        imported(false, "taxes", TAXES, "products", PRODUCTS);
        publish();
        imported(false, "prices", "plu;currency;from;price\n85123A;GBP;2026-12-01;2.75\n");
        imported(
                false,
                "operators",
                "number,name,role,pin,stores\n7,Ann,cashier,1234,\n8,Bea,manager,98765,s002\n",
                "rules",
                "act,alone,tolerance,recounts\nno-sale,,,\nDISCOUNT,10,,\nover-short,,GBP:2.00 EUR:5,2\n");

        HttpResponse<String> published = publish();

        assertThat(published.body()).contains("\"version\":2");
        MasterData one = SignedMasterData.parse(fetch(caller).body()).data();
        assertThat(one.products().getFirst().priceOn(LocalDate.of(2026, 12, 1)))
                .hasToString("2.75");
        assertThat(one.operators())
                .singleElement()
                .satisfies(operator -> {
                    assertThat(operator.name()).isEqualTo("Ann");
                    assertThat(operator.pin().matches("1234".toCharArray())).isTrue();
                });
        assertThat(one.rules().discountAlonePpm()).isEqualTo(100_000);
        assertThat(one.rules().needsApproval("NO_SALE")).isTrue();
        assertThat(one.rules().settling())
                .isEqualTo(
                        new SettleRules(
                                2,
                                List.of(
                                        new Money(200, new CurrencyCode("GBP")),
                                        new Money(500, new CurrencyCode("EUR")))));
        imported(false, "operators", "number,name,role,pin\n7,Ann,cashier,\n8,Bea,manager,\n");
        publish();
        assertThat(SignedMasterData.parse(fetch(caller).body()).data().operators()).hasSize(2);
        imported(false, "prices", "plu,currency,from,price\n85123A,GBP,2026-12-01,2.75\n");
        headOffice.send(
                HttpRequest.newBuilder(headOffice.people("/api/v1/master-data"))
                        .header("Content-Type", "application/json")
                        .PUT(
                                BodyPublishers.ofString(
                                        """
                                        {"taxCategories":[{"code":"S","ratePpm":0}],
                                         "products":[{"plu":"A","description":"A","department":"D",
                                          "taxCategory":"S","price":"1","currency":"GBP"}]}\
                                        """))
                        .build());

        assertThat(publish().body()).contains("import again");
    }

    @Test
    void what_is_staged_and_dropped_again_is_not_published() throws Exception {
        imported(false, "taxes", TAXES, "products", PRODUCTS);

        HttpResponse<String> dropped = drop();

        assertThat(dropped.statusCode()).isEqualTo(204);
        assertThat(publish().body()).contains("nothing is staged");
        assertThat(headOffice.get("/api/v1/master-data/status").body())
                .doesNotContain("\"products\":4");
        assertThat(drop().statusCode()).as("there is nothing left to drop").isEqualTo(404);
    }

    @Test
    void what_a_gateway_would_refuse_is_not_staged() throws Exception {
        imported(false, "taxes", TAXES, "products", PRODUCTS);
        publish();
        String manyTaxes =
                IntStream.range(0, 101)
                        .mapToObj(each -> "T" + each + ",20\n")
                        .collect(
                                Collectors.joining(
                                        "",
                                        TAXES.replace(",name", "")
                                                .replaceAll("(?m),[A-Z][a-z]+$", ""),
                                        ""));
        String manyPrices =
                IntStream.range(0, 51)
                        .mapToObj(day -> "85123A,GBP," + LocalDate.EPOCH.plusDays(day) + ",2\n")
                        .collect(Collectors.joining("", "plu,currency,from,price\n", ""));

        HttpResponse<String> taxes = imported(true, "taxes", manyTaxes);
        HttpResponse<String> prices = imported(false, "prices", manyPrices);

        assertThat(taxes.statusCode()).as(taxes.body()).isEqualTo(422);
        assertThat(taxes.body()).contains("\"badRows\":1").contains("all tables together");
        assertThat(prices.statusCode()).as(prices.body()).isEqualTo(422);
        assertThat(prices.body()).contains("\"badRows\":1").contains("\"file\":\"prices.csv\"");
        assertThat(publish().body()).contains("nothing is staged");
    }

    private static String plus(SignedMasterData file) {
        return file.data().products().stream().map(Product::plu).collect(Collectors.joining(" "));
    }

    private HttpResponse<String> imported(boolean dryRun, String... tables) throws Exception {
        UUID id = UUID.randomUUID();
        for (int i = 0; i < tables.length; i += 2)
            put(id, tables[i], tables[i + 1].getBytes(StandardCharsets.UTF_8));
        return stage(id, dryRun);
    }

    private void put(UUID id, String table, byte[] csv) throws Exception {
        HttpResponse<String> put =
                headOffice.send(
                        HttpRequest.newBuilder(uri("/imports/" + id + "/" + table))
                                .header("Content-Type", "text/csv")
                                .PUT(BodyPublishers.ofByteArray(csv))
                                .build());
        assertThat(put.statusCode()).as(put.body()).isEqualTo(204);
    }

    private HttpResponse<String> stage(UUID id, boolean dryRun) throws Exception {
        return headOffice.send(
                HttpRequest.newBuilder(uri("/imports/" + id + "?dryRun=" + dryRun))
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    private HttpResponse<String> publish() throws Exception {
        return headOffice.send(
                HttpRequest.newBuilder(uri("/publish"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"operator\":\"hq\"}"))
                        .build());
    }

    private HttpResponse<String> drop() throws Exception {
        return headOffice.send(HttpRequest.newBuilder(uri("/staged")).DELETE().build());
    }

    private HttpResponse<byte[]> fetch(Caller gateway) throws Exception {
        return gateway.send(
                HttpRequest.newBuilder(headOffice.peers("/v1/master-data?have=0")).build());
    }

    private URI uri(String path) {
        return headOffice.people("/api/v1/master-data" + path);
    }
}
