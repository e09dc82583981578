package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.Verification;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store's Z, shown at head office as fully as at its gateway. */
class StoreZAtHeadOfficeTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DAY = "/stores/s001/days/2010-12-06";
    private static final String CATALOGUE =
            """
            {"taxCategories": [{"code": "S", "ratePpm": 200000}],
             "products": [
              {"plu": "100", "description": "Lantern", "department": "gifts", "taxCategory": "S",
               "price": "100.00", "currency": "GBP"},
              {"plu": "200", "description": "Candle", "department": "gifts", "taxCategory": "S",
               "price": "10.00", "currency": "GBP"}]}
            """;

    @TempDir private Path directory;
    private Organisation organisation;
    private NodeIdentity gateway;
    private StoreWriting store;

    @BeforeEach
    void found() throws Exception {
        organisation = Organisation.found(directory);
        gateway = organisation.store("s001", 1).gateway().openIdentity();
        store = new StoreWriting(gateway);
    }

    @Test
    void it_has_the_articles_with_their_names_the_kinds_of_lines_and_the_exchange()
            throws Exception {
        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            publish(headOffice);
            store.record(Days.MONDAY, WholeDay.products(Days.MONDAY))
                    .record(Days.MONDAY, WholeDay.closed(Days.MONDAY));
            sendAndAwait(caller, headOffice);

            for (String page : new String[] {DAY, DAY + "/z", DAY + "/z?articles=all"})
                assertThat(headOffice.get(page).body())
                        .contains("Lantern", "Names are those of master data 1")
                        .contains("Besides goods", "Gift card")
                        .contains("Positions in foreign currencies", "0.850000", "0.86");
            assertThat(headOffice.get("/api/v1" + DAY + "/z/products").body())
                    .contains("\"total\":3", "\"plu\":\"100\"", "\"name\":\"Lantern\"");
            assertThat(headOffice.get("/api/v1" + DAY).body())
                    .contains("\"kind\":\"GIFT_CARD\"", "\"average\":\"0.850000\"");
            assertThat(headOffice.get("/api/v1/alerts").body())
                    .contains(
                            "position-beyond-limit", "holds 100.00 EUR, beyond its limit of 90.00");
            HttpResponse<String> pdf = headOffice.get("/api/v1" + DAY + "/z.pdf?articles=all");
            assertThat(pdf.statusCode()).isEqualTo(200);
            assertThat(pdf.body()).startsWith("%PDF-");
        }
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    void articles_that_are_not_what_the_close_down_says_are_told_and_not_shown() throws Exception {
        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            store.record(Days.MONDAY, WholeDay.otherProducts(Days.MONDAY))
                    .record(Days.MONDAY, WholeDay.closed(Days.MONDAY));
            sendAndAwait(caller, headOffice);

            assertThat(headOffice.get(DAY).body())
                    .contains("another digest than it says")
                    .doesNotContain("By product");
            HttpResponse<String> asked = headOffice.get("/api/v1" + DAY + "/z/products");
            assertThat(asked.statusCode()).isEqualTo(409);
            assertThat(asked.body()).contains("another digest");
        }
        assertThat(verify().text()).contains("entry 2: its articles' figures have another digest");
    }

    @Test
    void what_is_not_there_is_told_with_what_to_give() throws Exception {
        try (RunningHeadOffice headOffice = organisation.run()) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(headOffice.get("/api/v1" + DAY + "/z.pdf").body())
                                    .contains("has filed nothing for 2010-12-06"));
            assertThat(headOffice.get("/api/v1" + DAY + "/z.pdf?articles=some").body())
                    .contains("give 'best'");
            assertThat(headOffice.get("/api/v1/stores/s009/days/2010-12-06/z.pdf").body())
                    .contains("no store 's009'");
        }
    }

    private void sendAndAwait(Caller caller, RunningHeadOffice headOffice) throws Exception {
        caller.batch(headOffice, store.all());
        LocalDate day = Days.MONDAY;
        await().atMost(SOON)
                .until(() ->
                        headOffice
                                .get("/api/v1/stores/s001/days/" + day)
                                .body()
                                .contains("\"status\":\"closed\""));
    }

    private static void publish(RunningHeadOffice headOffice) throws Exception {
        HttpRequest put =
                HttpRequest.newBuilder(headOffice.people("/api/v1/master-data"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(CATALOGUE))
                        .build();
        assertThat(headOffice.send(put).statusCode()).isBetween(200, 299);
    }

    private Verification verify() throws Exception {
        try (NodeHome home = NodeHome.open(organisation.home())) {
            return new CloudIngest().verify(organisation.start(home));
        }
    }
}
