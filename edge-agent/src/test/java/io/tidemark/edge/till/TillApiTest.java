package io.tidemark.edge.till;

import static io.tidemark.edge.RunningTill.newId;
import static io.tidemark.edge.RunningTill.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.edge.RunningTill;
import io.tidemark.node.writer.UndisturbedThread;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sales through the API, each answered once for all. */
class TillApiTest extends TillOfTheShop {
    @Test
    void a_sale_is_answered_with_its_receipt_and_its_place_in_the_journal() {
        till.openDay();

        HttpResponse<String> answer = till.post("/api/v1/sales", sale(newId(), "2", 600));

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
    void who_sells_alone_decides_and_forces_on_the_requests_own_thread() {
        till.openDay();

        till.post("/api/v1/sales", sale(newId(), "2", 600));

        assertThat(till.deciding.get()).isInstanceOf(UndisturbedThread.class);
    }

    @Test
    void the_same_command_gets_the_same_answer_and_says_that_it_is_a_repeat() {
        till.openDay();
        String sale = sale(newId(), "1", 255);
        HttpResponse<String> first = till.post("/api/v1/sales", sale);

        HttpResponse<String> again = till.post("/api/v1/sales", sale);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Tidemark-Repeated")).contains("true");
        assertThat(first.headers().firstValue("Tidemark-Repeated")).isEmpty();
    }

    @Test
    void the_same_id_with_another_body_is_a_conflict() {
        till.openDay();
        String id = newId();
        till.post("/api/v1/sales", sale(id, "1", 255));

        HttpResponse<String> other = till.post("/api/v1/sales", sale(id, "2", 510));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Json.of(other).text("type")).isEqualTo("urn:tidemark:problem:command-id-reused");
    }

    @Test
    void a_repeat_is_answered_from_the_journal_after_a_restart_too() {
        till.openDay();
        String sale = sale(newId(), "1", 255);
        String first = till.post("/api/v1/sales", sale).body();

        restart();

        assertThat(till.post("/api/v1/sales", sale).body()).isEqualTo(first);
        assertThat(Json.of(till.get("/api/v1/status")).number("lastReceipt")).isEqualTo(1);
    }

    @Test
    void a_till_whose_tables_are_gone_sells_at_once_and_has_the_same_receipts_again()
            throws Exception {
        till.openDay();
        till.post("/api/v1/sales", sale(newId(), "2", 600));
        String before = till.get("/api/v1/receipts").body();
        till.close();
        deleteAll(directory.resolve("projection"));

        till = RunningTill.in(directory);
        HttpResponse<String> sold = till.sell();

        assertThat(sold.statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(till.get("/api/v1/receipts").body())
                                .startsWith(before.substring(0, before.length() - 1)));
    }

    @Test
    void ten_thousand_lines_are_one_sale() {
        till.openDay();
        String line = "{\"plu\": \"85123A\", \"quantity\": \"1\"}";
        String lines = String.join(",", Collections.nCopies(10_000, line));
        String body =
                sale(newId(), "1", 2_550_000)
                        .replace("{\"plu\": \"85123A\", \"quantity\": \"1\"}", lines);

        HttpResponse<String> sold = till.post("/api/v1/sales", body);

        assertThat(sold.statusCode()).isEqualTo(201);
        assertThat(Json.of(sold).number("receipt.total.minor")).isEqualTo(2_550_000);
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) Files.delete(file);
        }
    }

    private void restart() {
        till.close();
        till = RunningTill.in(directory);
    }
}
