package io.tidemark.fog;

import static io.tidemark.ledger.event.StockMoved.Kind.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway on a provisioned home, with tills on real connections. */
class GatewayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<StockLine> GOODS =
            List.of(new StockLine("85123A", null, "Holder", "gifts", Quantity.pieces(10), null));
    private static final String WITHOUT_THE_OTHERS =
            "[\"till-2\",\"till-3\",\"till-4\",\"till-5\"]";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;

    @BeforeAll
    static void open() throws IOException {
        gateway = LaboratoryNode.provisioned(directory, 5);
        gateway.start();
    }

    @AfterAll
    static void close() {
        gateway.stop();
    }

    @Test
    void a_tills_day_goes_from_its_connection_to_the_store_z() throws Exception {
        LaboratoryTill till = gateway.till("till-1").opens(DAY).sells("2.50").closesDay();
        try (BrokerClient connection = gateway.connected("till-1")) {
            assertThat(connection.hello(till.hello())).isInstanceOf(Answer.Marked.class);
            Answer answer = connection.batch(till.batch(1));

            assertThat(((Answer.Marked) answer).mark().head()).isEqualTo(till.head());
            await().atMost(SOON)
                    .until(() ->
                            gateway.get("/api/v1/days/" + DAY + "/receipts")
                                    .contains("\"number\":1"));
            assertThat(gateway.get("/api/v1/tills")).contains("\"online\":true");
        }

        assertThat(gateway.get("/api/v1/days/" + DAY + "/close-down"))
                .contains("\"closeBy\":\"2026-11-21T04:00Z\"", "\"overdue\":false");
        assertThat(gateway.get("/?day=" + DAY)).contains("To be closed by 21 Nov 2026, 04:00");
        HttpResponse<String> blocked = gateway.closeDay(DAY, "[]");
        assertThat(blocked.statusCode()).isEqualTo(409);
        assertThat(blocked.body()).contains("close-down-blocked", "till-2", "silent since");
        assertThat(gateway.closeDay(DAY, WITHOUT_THE_OTHERS).statusCode()).isEqualTo(200);
        assertThat(gateway.get("/api/v1/days/" + DAY + "/z"))
                .contains("\"status\":\"closed without: till-2, last mark ");
        assertThat(gateway.get("/api/v1/days/" + DAY + "/z/products"))
                .contains("{\"total\":1,\"from\":0,\"products\":[{\"plu\":\"85123A\"");
        assertThat(gateway.get("/api/v1/days/" + DAY + "/z.pdf")).startsWith("%PDF-");
        assertThat(gateway.get("/days/" + DAY + "/z"))
                .contains("Status: closed without: till-2, last mark ", "Allowed by Mia");
    }

    @Test
    void a_count_that_comes_with_a_supplement_is_held_against_the_drawers_whole_day()
            throws Exception {
        LocalDate day = DAY.minusDays(1);
        String others = WITHOUT_THE_OTHERS.replace("[", "[\"till-1\",");
        LaboratoryTill till = gateway.till("till-5").opens(day).sells("2.50");
        try (BrokerClient connection = gateway.connected("till-5")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
            assertThat(gateway.get("/?day=" + day))
                    .contains("was to be closed by 20 Nov 2026, 04:00", "href=\"/?day=" + day);
            assertThat(gateway.closeDay(day, others).statusCode()).isEqualTo(200);
            till.sells("7.00").counts("118.90").closesDay();
            connection.batch(till.batch(4));
        }

        String supplement = gateway.closeDay(day, others).body();

        assertThat(gateway.get("/api/v1/alerts")).doesNotContain("\"subject\":\"" + day + "\"");
        assertThat(supplement).contains("\"supplement\":1");
        assertThat(parts(supplement, "\"overShort\":\\{\"minor\":-?\\d+"))
                .containsExactly("\"overShort\":{\"minor\":-10", "\"overShort\":{\"minor\":-10");
        assertThat(gateway.get("/api/v1/days/" + day + "/close-down")).contains(supplement);
        assertThat(gateway.get("/days/" + day + "/z"))
                .contains(
                        "<td class=\"n\">13.90</td><td class=\"n\">−0.10</td><td class=\"n\">118.90</td>")
                .contains("A drawer is counted whole");
    }

    @Test
    void a_mistyped_day_is_refused_and_its_page_offers_no_close_button() throws Exception {
        HttpResponse<String> refused =
                gateway.closeDay(
                        LocalDate.of(1999, 11, 20),
                        "[\"till-1\",\"till-2\",\"till-3\",\"till-4\",\"till-5\"]");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("no-day-of-the-store", "no device has opened ");
        assertThat(gateway.get("/?day=1999-11-20"))
                .contains("Nothing to close on this day", "no device has opened ")
                .doesNotContain("data-close");
    }

    @Test
    void the_api_is_described_as_what_it_is() throws Exception {
        assertThat(gateway.get("/openapi/gateway.yml"))
                .contains("title: Tidemark gateway", "version: \"1\"")
                .contains("/api/v1/days/{day}/close-down:", "/api/v1/stock/{plu}:")
                .doesNotContain("  /exceptions:", "title: Service");
        assertThat(gateway.get("/api/v1/nothing")).contains("/openapi/gateway.yml");
    }

    private static List<String> parts(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void goods_on_hand_are_told_with_what_moved_and_where() throws Exception {
        LocalDate day = DAY.plusDays(1);
        LaboratoryTill till =
                gateway.till("till-4")
                        .opens(day)
                        .record(new StockMoved(DELIVERY, "D-1", "Mill Ltd", "", GOODS))
                        .record(new StockCounted("shelf 4", GOODS))
                        .sells("2.50");
        try (BrokerClient connection = gateway.connected("till-4")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));

            await().atMost(SOON)
                    .until(() ->
                            gateway.get("/api/v1/stock/85123A").contains("\"onHand\":\"8.000\""));
        }

        assertThat(gateway.get("/api/v1/stock?q=holder&show=all"))
                .contains("\"total\":1", "\"description\":\"Holder\"");
        assertThat(gateway.get("/api/v1/stock/85123A/movements?day=" + day))
                .contains("\"flow\":\"SALE\"", "\"quantity\":\"-2.000\"", ".till-4.1-1-");
        assertThat(gateway.get("/api/v1/days/" + day + "/stock"))
                .contains(
                        "\"flow\":\"DELIVERY\"",
                        "\"quantity\":\"10.000\"",
                        "\"movements\":2",
                        "\"counts\":1");
        assertThat(gateway.get("/stock?show=negative")).contains("Below zero", "Nothing here");
        assertThat(gateway.get("/stock/85123A?day=" + day))
                .contains("Holder", "delivery", "counted")
                .contains("href=\"/receipts/" + day + "/1/1\"");
        assertThat(gateway.get("/shelves")).contains("was right");
        assertThat(gateway.get("/?day=" + day)).contains("delivery");
    }

    @Test
    void a_question_about_goods_that_makes_no_sense_is_refused() throws Exception {
        for (String asked : List.of("/api/v1/stock?show=some", "/api/v1/stock?limit=5000"))
            assertThat(LaboratoryNode.send(gateway.request(asked).build()).statusCode())
                    .isEqualTo(400);
        assertThat(LaboratoryNode.send(gateway.request("/stock/none").build()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_batch_really_of_b_gets_nowhere_over_a_s_connection() throws Exception {
        LaboratoryTill b = gateway.till("till-2").opens(DAY).sells("2.50");
        try (BrokerClient connection = gateway.connected("till-1")) {
            Answer onOwnTopic = connection.batch(b.batch(1));
            int onTopicOfB =
                    connection.publishAs(gateway.store().node("till-2").name(), b.batch(1));

            assertThat(((Answer.Refused) onOwnTopic).reason())
                    .isEqualTo(Answer.Reason.WRONG_SENDER);
            assertThat(onTopicOfB).isEqualTo(0x87);
        }
        assertThat(gateway.get("/api/v1/tills")).doesNotContain("\"marked\":3,");
    }

    @Test
    void thousands_of_entries_come_in_few_messages_that_are_dealt_with_one_by_one()
            throws Exception {
        LaboratoryTill till = gateway.till("till-2").opens(DAY);
        for (int sale = 0; sale < 3_000; sale++) till.sells("0.01");

        try (BrokerClient connection = gateway.connected("till-2")) {
            connection.hello(till.hello());
            List<Answer> answers =
                    connection.batchesTogether(
                            till.batch(1, 1_000), till.batch(1_001, 2_000), till.batch(2_001));

            assertThat(answers)
                    .extracting(answer -> ((Answer.Marked) answer).mark().sequence())
                    .containsExactly(1_000L, 2_000L, 3_002L);
        }
    }

    @Test
    void the_page_follows_by_itself() throws Exception {
        LaboratoryTill till = gateway.till("till-3").opens(DAY).sells("2.50");
        HttpRequest events = gateway.request("/events").build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream pushed =
                        client.send(events, HttpResponse.BodyHandlers.ofInputStream()).body();
                BrokerClient connection = gateway.connected("till-3")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));

            assertThat(readUntil(pushed, "event: tills", "event: figures", "5.00"))
                    .contains("till-3");
        }
    }

    @Test
    void strangers_on_the_page_get_nowhere() throws Exception {
        HttpRequest foreign =
                gateway.request("/api/v1/days/" + DAY + "/close-down")
                        .header("Origin", "http://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();

        assertThat(LaboratoryNode.send(foreign).statusCode()).isEqualTo(403);
        assertThat(
                        LaboratoryNode.send(
                                        gateway.request("/api/v1/days/yesterday/takings").build())
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_wrong_with_a_wish_to_close_is_said_by_its_field() throws Exception {
        assertThat(closing("\"operator\":\"mia\",\"without\":[null]"))
                .contains("\"status\":400", "without[0] is null; text in quotes is wanted");
        assertThat(closing("\"operator\":7")).contains("operator is 7; text in quotes is wanted");
        assertThat(closing("\"without\":[]")).contains("operator is missing");
    }

    private static String closing(String fields) throws Exception {
        HttpRequest wish =
                gateway.request("/api/v1/days/" + DAY + "/close-down")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"commandId\":\"0b5e9c1e-7c6d-4b8e-9a51-2f1d3c4e5a60\","
                                                + fields
                                                + "}"))
                        .build();
        return LaboratoryNode.send(wish).body();
    }

    private static String readUntil(InputStream events, String... wanted) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[8_192];
        while (!Arrays.stream(wanted).allMatch(each -> read.indexOf(each) >= 0)) {
            int count = events.read(buffer);
            if (count < 0) throw new AssertionError("the events ended before " + List.of(wanted));
            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }
}
