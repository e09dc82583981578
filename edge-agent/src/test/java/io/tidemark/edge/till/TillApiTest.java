package io.tidemark.edge.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.RunningTill;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
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
