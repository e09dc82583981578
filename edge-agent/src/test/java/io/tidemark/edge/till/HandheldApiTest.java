package io.tidemark.edge.till;

import static io.tidemark.edge.RunningTill.newId;
import static io.tidemark.edge.RunningTill.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scanner program asks of a handheld through its API. */
class HandheldApiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private RunningTill handheld;

    @BeforeEach
    void start() {
        Stock.putInto(directory, 1);
        handheld = RunningTill.handheldIn(directory);
    }

    @AfterEach
    void stop() {
        handheld.close();
    }

    @Test
    void a_delivery_is_received_without_anybody_opening_the_day() {
        Json received = Json.of(deliver(newId()));

        assertThat(received.text("kind") + received.text("reference")).isEqualTo("DELIVERYLS-1");
        assertThat(received.text("lines.0.description"))
                .isEqualTo("WHITE HANGING HEART T-LIGHT HOLDER");
        assertThat(received.number("lines.0.cost.minor")).isEqualTo(1200);
        Json status = Json.of(handheld.get("/api/v1/status"));
        assertThat(status.text("kind")).isEqualTo("HANDHELD");
        assertThat(status.text("businessDay")).isEqualTo("2010-12-01");
        assertThat(status.number("unsent")).isEqualTo(status.number("head.sequence"));
    }

    @Test
    void the_same_command_is_recorded_once_however_often_it_is_sent() {
        String id = newId();
        HttpResponse<String> first = deliver(id);

        HttpResponse<String> again = deliver(id);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Tidemark-Repeated")).contains("true");
        assertThat(Json.of(handheld.get("/api/v1/stock/entries")).node().size()).isEqualTo(1);
    }

    @Test
    void all_that_was_done_is_listed_the_last_first_and_shown_as_it_was_recorded() {
        deliver(newId());
        post(
                "waste",
                "\"reason\": \"broken\", \"lines\": [{\"plu\": \"71053\", \"quantity\": \"1\"}]");
        Json out =
                Json.of(
                        post(
                                "transfers-out",
                                "\"store\": \"s002\", \"lines\": [{\"plu\": \"71053\", \"quantity\": \"2\"}]"));
        post(
                "transfers-in",
                "\"store\": \"s003\", \"reference\": \"s003.h.1-7\", \"lines\": [{\"plu\": \"85123A\", \"quantity\": \"3\"}]");
        post(
                "counts",
                "\"reference\": \"AISLE 3\", \"lines\": [{\"plu\": \"71053\", \"quantity\": \"0\"}]");
        post("shelf-prices", "\"plu\": \"71053\", \"shelf\": \"3.49\"");

        Json done = Json.of(handheld.get("/api/v1/stock/entries?day=2010-12-01"));

        assertThat(done.node().size()).isEqualTo(6);
        assertThat(done.text("0.kind") + " " + done.text("0.reference"))
                .isEqualTo("SHELF_WRONG 71053");
        assertThat(done.text("1.kind")).isEqualTo("COUNT");
        assertThat(done.text("3.reference")).isEqualTo(out.text("reference"));
        Json shown = Json.of(handheld.get("/api/v1/stock/entries/1/" + done.number("3.sequence")));
        assertThat(recorded(shown)).isEqualTo(recorded(out));
        assertThat(handheld.get("/api/v1/stock/entries/1/1").statusCode()).isEqualTo(404);
    }

    /** Whose costs they are is said once, and in no entry. */
    private static Map<String, JsonNode> recorded(Json answer) {
        Map<String, JsonNode> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : answer.node().entries())
            if (!each.getKey().equals("catalogueCost")) fields.put(each.getKey(), each.getValue());
        return fields;
    }

    @Test
    void a_transfer_comes_in_at_the_cost_that_its_paper_says_else_at_the_catalogues() {
        Json in =
                Json.of(
                        post(
                                "transfers-in",
                                "\"store\": \"s003\", \"reference\": \"s003.h.1-8\", \"lines\":"
                                        + " [{\"plu\": \"85123A\", \"quantity\": \"3\", \"unitCost\": \"2.50\"},"
                                        + " {\"plu\": \"71053\", \"quantity\": \"1\"}]"));

        assertThat(in.number("lines.0.cost.minor")).isEqualTo(750);
        assertThat(in.text("lines.1.plu")).isEqualTo("71053");
    }

    @Test
    void a_wrong_shelf_price_is_told_with_the_right_one() {
        Json wrong = Json.of(post("shelf-prices", "\"plu\": \"71053\", \"shelf\": \"3.49\""));
        Json right = Json.of(post("shelf-prices", "\"plu\": \"71053\", \"shelf\": \"3.390\""));

        assertThat(wrong.at("right").getBooleanValue()).isFalse();
        assertThat(wrong.text("listed")).isEqualTo("3.39");
        assertThat(right.at("right").getBooleanValue()).isTrue();
    }

    @Test
    void a_count_answers_with_what_was_counted_and_with_nothing_that_should_be() {
        Json counted =
                Json.of(
                        post(
                                "counts",
                                "\"lines\": [{\"plu\": \"71053\", \"quantity\": \"2\"}, {\"plu\": \"71053\", \"quantity\": \"5\"}]"));

        assertThat(counted.text("lines.0.quantity")).isEqualTo("7");
        assertThat(counted.node().toString()).doesNotContainIgnoringCase("expected");
    }

    @Test
    void the_day_ends_with_a_z_of_the_goods() {
        deliver(newId());

        Json closed = Json.of(handheld.closeDay());

        assertThat(closed.number("z.zNumber")).isEqualTo(1);
        assertThat(closed.text("z.stock.0.flow") + closed.text("z.stock.0.quantity"))
                .isEqualTo("DELIVERY12");
        assertThat(handheld.closeDay().body()).contains("no day to end");
    }

    @Test
    void what_cannot_be_is_refused_with_what_to_do() {
        assertThat(post("waste", "\"reason\": \"\", \"lines\": []").body()).contains("say why");
        assertThat(deliver(newId(), "NONE", "1").body()).contains("no article has the code 'NONE'");
        assertThat(deliver(newId(), "71053", "0").statusCode()).isEqualTo(422);
        assertThat(deliver(newId(), "71053", "-1").body()).contains("never negative");
        assertThat(handheld.post("/api/v1/sales", sale(newId(), "1", 255)).body())
                .contains("do this at a till");
    }

    @Test
    void it_has_a_page_of_its_own_and_its_api_is_described() {
        assertThat(handheld.get("/").body())
                .contains("assets/handheld.js")
                .doesNotContain("http://", "https://");
        assertThat(handheld.get("/openapi/till.yml").body()).contains("/api/v1/stock/deliveries");
    }

    private HttpResponse<String> deliver(String id) {
        return deliver(id, "85123A", "12");
    }

    private HttpResponse<String> deliver(String id, String plu, String quantity) {
        return handheld.post(
                "/api/v1/stock/deliveries",
                """
                {"commandId": "%s", "operator": "Mary", "reference": "LS-1", "supplier": "Cadbury",
                 "lines": [{"plu": "%s", "quantity": "%s", "unitCost": "1"}]}\
                """
                        .formatted(id, plu, quantity));
    }

    private HttpResponse<String> post(String what, String fields) {
        return handheld.post(
                "/api/v1/stock/" + what,
                "{\"commandId\": \"%s\", \"operator\": \"Mary\", %s}".formatted(newId(), fields));
    }
}
