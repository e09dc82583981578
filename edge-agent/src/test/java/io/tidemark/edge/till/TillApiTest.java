package io.tidemark.edge.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.edge.RunningTill;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillApiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private RunningTill till;

    @BeforeEach
    void start() {
        RunningTill.stockUp(directory, 1);
        till = RunningTill.in(directory);
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void a_sale_is_answered_with_its_receipt_and_its_place_in_the_journal() {
        openDay();

        HttpResponse<String> answer = till.post("/api/v1/sales", sale(id(), "2", 600));

        assertThat(answer.statusCode()).isEqualTo(201);
        Json sold = Json.of(answer);
        assertThat(sold.number("receipt.number")).isEqualTo(1);
        assertThat(sold.number("receipt.total.minor")).isEqualTo(510);
        assertThat(sold.number("receipt.change.minor")).isEqualTo(90);
        assertThat(sold.number("receipt.taxes.0.tax.minor")).isEqualTo(85);
        assertThat(sold.number("entry.sequence")).isEqualTo(4);
        assertThat(sold.text("receipt.id"))
                .isEqualTo("s001.till-1.1-1-" + sold.text("entry.hash").substring(0, 6));
    }

    @Test
    void the_same_command_gets_the_same_answer_and_says_that_it_is_a_repeat() {
        openDay();
        String sale = sale(id(), "1", 255);
        HttpResponse<String> first = till.post("/api/v1/sales", sale);

        HttpResponse<String> again = till.post("/api/v1/sales", sale);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Tidemark-Repeated")).contains("true");
        assertThat(first.headers().firstValue("Tidemark-Repeated")).isEmpty();
    }

    @Test
    void the_same_id_with_another_body_is_a_conflict() {
        openDay();
        String id = id();
        till.post("/api/v1/sales", sale(id, "1", 255));

        HttpResponse<String> other = till.post("/api/v1/sales", sale(id, "2", 510));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Json.of(other).text("type")).isEqualTo("urn:tidemark:problem:command-id-reused");
    }

    @Test
    void a_repeat_is_answered_from_the_journal_after_a_restart_too() {
        openDay();
        String sale = sale(id(), "1", 255);
        String first = till.post("/api/v1/sales", sale).body();

        restart();

        assertThat(till.post("/api/v1/sales", sale).body()).isEqualTo(first);
        assertThat(Json.of(till.get("/api/v1/status")).number("lastReceipt")).isEqualTo(1);
    }

    @Test
    void what_stands_in_the_way_of_a_sale_is_said_with_what_to_do() {
        HttpResponse<String> closed = till.post("/api/v1/sales", sale(id(), "1", 255));
        openDay();

        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(Json.of(closed).text("detail")).contains("open the day");
        assertProblem(
                saleOf("NOPE", "1", 100),
                422,
                "urn:tidemark:problem:unknown-article",
                "no article has the code 'NOPE'");
        assertProblem(
                sale(id(), "1", 100),
                422,
                "urn:tidemark:problem:tenders",
                "1.55 GBP is still owed");
        assertProblem(sale("not-a-uuid", "1", 255), 400, "about:blank", "commandId is a UUID");
        assertProblem(sale(id(), "1.2345", 255), 400, "about:blank", "at most 3 decimal places");
        assertProblem("{\"commandId\": 1", 400, "about:blank", "");
        assertThat(Json.of(till.get("/api/v1/status")).number("lastReceipt")).isZero();
    }

    @Test
    void a_misspelt_field_is_refused_and_not_overlooked() {
        openDay();

        assertProblem(
                sale(id(), "1", 255).replace("tenders", "tender"), 400, "about:blank", "tender");
    }

    @Test
    void a_full_disk_is_said_before_anything_is_paid_and_nothing_is_lost() {
        openDay();
        till.post("/api/v1/sales", sale(id(), "1", 255));
        till.room.set(1 << 20);

        HttpResponse<String> refused = till.post("/api/v1/sales", sale(id(), "1", 255));
        Json full = Json.of(till.get("/api/v1/status"));
        till.room.set(1L << 40);
        HttpResponse<String> sold = till.post("/api/v1/sales", sale(id(), "1", 255));

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(Json.of(refused).text("detail"))
                .contains("take no payment")
                .contains("free some space");
        assertThat(full.text("notice")).contains("The disk is full");
        assertThat(Json.of(sold).number("receipt.number")).isEqualTo(2);
    }

    @Test
    void a_full_disk_offers_nothing_to_a_customer_and_still_lets_the_day_be_closed() {
        openDay();
        till.post("/api/v1/sales", sale(id(), "1", 255));
        till.room.set(8 << 20);

        HttpResponse<String> offered =
                till.post(
                        "/api/v1/basket",
                        "{\"lines\": [{\"plu\": \"85123A\", \"quantity\": \"1\"}]}");
        HttpResponse<String> closed = closeDay();

        assertThat(offered.statusCode()).isEqualTo(507);
        assertThat(closed.statusCode()).isEqualTo(201);
        assertThat(Json.of(closed).number("z.zNumber")).isEqualTo(1);
    }

    @Test
    void where_not_even_closing_has_room_it_is_refused_too() {
        openDay();
        till.room.set(1 << 20);

        HttpResponse<String> refused = closeDay();

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(Json.of(refused).text("detail")).contains("free some space");
    }

    private HttpResponse<String> closeDay() {
        return till.post(
                "/api/v1/day/close",
                "{\"commandId\": \"%s\", \"operator\": \"ann\"}".formatted(id()));
    }

    @Test
    void a_basket_is_priced_as_it_would_be_sold_and_nothing_is_recorded() {
        Json priced =
                Json.of(
                        till.post(
                                "/api/v1/basket",
                                """
                                {"lines": [{"plu": "85123A", "quantity": "6"}, {"plu": "71053", "quantity": "1", "unitPrice": "3"}]}\
                                """));

        assertThat(priced.number("total.minor")).isEqualTo(1830);
        assertThat(priced.at("lines.1.priceEntered").getBooleanValue()).isTrue();
        assertThat(Json.of(till.get("/api/v1/status")).number("head.sequence")).isEqualTo(1);
    }

    @Test
    void a_return_pays_back_and_takes_its_place_among_the_receipts() {
        openDay();
        till.post("/api/v1/sales", sale(id(), "2", 510));

        Json returned = Json.of(till.post("/api/v1/returns", sale(id(), "-1", -255)));

        assertThat(returned.text("receipt.kind")).isEqualTo("RETURN");
        assertThat(returned.number("receipt.total.minor")).isEqualTo(-255);
        Json list = Json.of(till.get("/api/v1/receipts?day=2010-12-01"));
        assertThat(list.text("0.kind") + list.number("0.grossMinor")).isEqualTo("SALE510");
        assertThat(list.text("1.kind") + list.number("1.grossMinor")).isEqualTo("RETURN-255");
        assertThat(list.text("1.id")).isEqualTo(returned.text("receipt.id"));
    }

    @Test
    void a_copy_says_what_the_receipt_said_and_that_it_is_a_copy() {
        openDay();
        Json sold = Json.of(till.post("/api/v1/sales", sale(id(), "2", 600)));

        Json copy = Json.of(till.get("/api/v1/receipts/1"));

        assertThat(copy.at("copy").getBooleanValue()).isTrue();
        assertThat(copy.at("lines")).isEqualTo(sold.at("receipt.lines"));
        assertThat(copy.text("id")).isEqualTo(sold.text("receipt.id"));
        assertThat(till.get("/api/v1/receipts/99").statusCode()).isEqualTo(404);
    }

    @Test
    void the_day_is_read_counted_and_closed() {
        openDay();
        till.post("/api/v1/sales", sale(id(), "2", 600));
        till.post(
                "/api/v1/cash/pickup",
                """
                {"commandId": "%s", "operator": "Mary", "amount": {"minor": 5000, "currency": "GBP"}, "reason": "safe"}\
                """
                        .formatted(id()));
        till.post(
                "/api/v1/count",
                """
                {"commandId": "%s", "operator": "Mary", "counted": [{"tender": "CASH", "currency": "GBP", "minor": 5500}]}\
                """
                        .formatted(id()));

        Json reading = Json.of(till.get("/api/v1/x-report"));
        Json closed =
                Json.of(
                        till.post(
                                "/api/v1/day/close",
                                "{\"commandId\": \"%s\", \"operator\": \"Mary\"}".formatted(id())));

        assertThat(reading.number("drawer.0.expected.minor")).isEqualTo(5510);
        assertThat(reading.number("drawer.0.overShort.minor")).isEqualTo(-10);
        assertThat(closed.number("z.zNumber")).isEqualTo(1);
        assertThat(closed.number("z.gross.minor")).isEqualTo(510);
        assertThat(till.get("/api/v1/x-report").statusCode()).isEqualTo(422);
    }

    @Test
    void a_till_whose_tables_are_gone_sells_at_once_and_has_the_same_receipts_again()
            throws Exception {
        openDay();
        till.post("/api/v1/sales", sale(id(), "2", 600));
        String before = till.get("/api/v1/receipts").body();
        till.close();
        deleteAll(directory.resolve("projection"));

        till = RunningTill.in(directory);
        HttpResponse<String> sold = till.post("/api/v1/sales", sale(id(), "1", 255));

        assertThat(sold.statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(till.get("/api/v1/receipts").body())
                                .startsWith(before.substring(0, before.length() - 1)));
    }

    @Test
    void ten_thousand_lines_are_one_sale() {
        openDay();
        String line = "{\"plu\": \"85123A\", \"quantity\": \"1\"}";
        String lines = String.join(",", Collections.nCopies(10_000, line));
        String body =
                sale(id(), "1", 2_550_000)
                        .replace("{\"plu\": \"85123A\", \"quantity\": \"1\"}", lines);

        HttpResponse<String> sold = till.post("/api/v1/sales", body);

        assertThat(sold.statusCode()).isEqualTo(201);
        assertThat(Json.of(sold).number("receipt.total.minor")).isEqualTo(2_550_000);
    }

    @Test
    void a_basket_beyond_the_largest_entry_is_refused_and_the_till_goes_on() {
        openDay();
        String line = "{\"plu\": \"85123A\", \"quantity\": \"1\"}";
        String wordy =
                "{\"plu\": \"85123A\", \"quantity\": \"1\", \"description\": \""
                        + "x".repeat(600)
                        + "\"}";
        String lines = String.join(",", Collections.nCopies(9_000, wordy));

        HttpResponse<String> refused =
                till.post("/api/v1/sales", sale(id(), "1", 2_295_000).replace(line, lines));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Json.of(refused).text("detail")).contains("split the basket");
        assertThat(till.post("/api/v1/sales", sale(id(), "1", 255)).statusCode()).isEqualTo(201);
    }

    @Test
    void articles_are_found_by_code_and_by_name() {
        assertThat(Json.of(till.get("/api/v1/products?code=71053")).text("0.price"))
                .isEqualTo("3.39");
        assertThat(Json.of(till.get("/api/v1/products?q=hanging")).text("0.plu"))
                .isEqualTo("85123A");
        assertThat(Json.of(till.get("/api/v1/products?code=nope")).node().size()).isZero();
        assertThat(till.get("/api/v1/products").statusCode()).isEqualTo(400);
    }

    @Test
    void the_page_its_assets_and_the_apis_description_come_from_the_till_itself() {
        assertThat(till.get("/").body())
                .contains("assets/till.js")
                .doesNotContain("http://", "https://");
        assertThat(till.get("/assets/till.js").statusCode()).isEqualTo(200);
        assertThat(till.get("/openapi/till.yml").body()).contains("/api/v1/sales");
    }

    private void assertProblem(String sale, int status, String type, String detail) {
        HttpResponse<String> answer = till.post("/api/v1/sales", sale);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Json.of(answer).text("type")).isEqualTo(type);
        assertThat(Json.of(answer).text("detail")).contains(detail);
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) Files.delete(file);
        }
    }

    private static String saleOf(String plu, String quantity, long cash) {
        return sale(id(), quantity, cash).replace("85123A", plu);
    }

    private void restart() {
        till.close();
        till = RunningTill.in(directory);
    }

    private void openDay() {
        HttpResponse<String> opened =
                till.post(
                        "/api/v1/day/open",
                        """
                        {"commandId": "%s", "operator": "Mary", "float": [{"minor": 10000, "currency": "GBP"}]}\
                        """
                                .formatted(id()));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    private static String sale(String id, String quantity, long cash) {
        return """
        {"commandId": "%s", "operator": "Mary", "lines": [{"plu": "85123A", "quantity": "%s"}],
         "tenders": [{"type": "CASH", "amount": {"minor": %d, "currency": "GBP"}}]}\
        """
                .formatted(id, quantity, cash);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
