package io.tidemark.edge.till;

import static io.tidemark.edge.RunningTill.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, discounts, training and copies through the API. */
class TillApiPeopleTest {
    private static final String FLOAT_IN_TWO =
            "\"float\": [{\"minor\": 10000, \"currency\": \"GBP\"},"
                    + " {\"minor\": 5000, \"currency\": \"EUR\"}]";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private RunningTill till;

    @BeforeEach
    void start() {
        Stock.putWithPeopleInto(directory, 1);
        till = RunningTill.in(directory);
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void one_signs_on_by_number_and_PIN_and_then_need_not_say_who_they_are() {
        Json on = done(signOn("11", "1111"));
        openDay();

        Json sold = done(sale("", 255));

        assertThat(on.text("name")).isEqualTo("Mary");
        assertThat(on.number("shift")).isEqualTo(1);
        assertThat(sold.text("receipt.operator")).isEqualTo("11");
        assertThat(status().text("signedOn.role")).isEqualTo("CASHIER");
        assertThat(status().at("signOnNeeded").getBooleanValue()).isTrue();
    }

    @Test
    void who_signs_off_ends_their_shift_and_the_till_Z_counts_who_came_after_them() {
        done(signOn("11", "1111"));
        openDay();

        Json off = done(post("/api/v1/operator/sign-off", ""));
        HttpResponse<String> refused = sale("", 255);
        Json next = done(signOn("12", "1212"));
        Json z = done(post("/api/v1/day/close", ""));

        assertThat(off.text("kind") + " " + off.text("operator")).isEqualTo("SIGN_OFF 11");
        assertThat(Json.of(refused).text("type")).isEqualTo("urn:tidemark:problem:not-signed-on");
        assertThat(next.number("shift")).isEqualTo(2);
        assertThat(z.number("z.transactions")).isZero();
        assertThat(z.text("z.tallies.1.kind") + " " + z.number("z.tallies.1.count"))
                .isEqualTo("SIGN_ON 2");
    }

    @Test
    void nothing_is_recorded_before_somebody_signs_on() {
        HttpResponse<String> refused = post("/api/v1/day/open", "\"operator\": \"11\"");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Json.of(refused).text("type")).isEqualTo("urn:tidemark:problem:not-signed-on");
    }

    @Test
    void a_wrong_PIN_signs_nobody_on_and_after_five_one_waits() {
        for (int i = 0; i < 5; i++)
            assertThat(Json.of(signOn("11", "0000")).text("type"))
                    .isEqualTo("urn:tidemark:problem:pin");

        HttpResponse<String> right = signOn("11", "1111");
        HttpResponse<String> colleague = signOn("12", "1212");

        assertThat(right.statusCode()).isEqualTo(503);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
        assertThat(colleague.statusCode()).isEqualTo(201);
    }

    @Test
    void the_pause_after_wrong_PINs_outlives_a_restart() {
        for (int i = 0; i < 5; i++) signOn("11", "0000");
        signOn("12", "0000");
        done(signOn("12", "1212"));

        restart();

        assertThat(signOn("11", "1111").statusCode()).isEqualTo(503);
        assertThat(signOn("12", "1212").statusCode()).isEqualTo(201);
    }

    @Test
    void a_file_of_wrong_PINs_that_is_damaged_keeps_nobody_from_signing_on() throws IOException {
        signOn("11", "0000");
        till.close();
        Files.write(directory.resolve("wrong-pins"), new byte[] {1, 2, 3});

        till = RunningTill.in(directory);

        assertThat(signOn("11", "1111").statusCode()).isEqualTo(201);
    }

    @Test
    void a_sign_on_asked_again_is_answered_as_before_without_its_PIN() {
        String id = newId();
        String first = till.post("/api/v1/operator/sign-on", person(id, "11", "1111")).body();

        HttpResponse<String> again = till.post("/api/v1/operator/sign-on", person(id, "11", ""));

        assertThat(again.body()).isEqualTo(first);
    }

    @Test
    void who_is_signed_on_and_that_they_locked_the_till_survives_a_restart() {
        signOn("11", "1111");
        done(post("/api/v1/operator/lock", ""));

        restart();

        assertThat(status().at("signedOn.locked").getBooleanValue()).isTrue();
        assertThat(Json.of(post("/api/v1/day/open", "")).text("type"))
                .isEqualTo("urn:tidemark:problem:locked");
        assertThat(
                        done(till.post("/api/v1/operator/unlock", person(newId(), "21", "2121")))
                                .text("operator"))
                .isEqualTo("21");
        assertThat(status().text("signedOn.operator")).isEqualTo("11");
    }

    @Test
    void a_discount_beyond_the_cashiers_needs_a_supervisor_and_the_receipt_names_both() {
        signOn("11", "1111");
        openDay();
        String discount = "\"discounts\": [{\"percent\": \"50\", \"reason\": \"worn\"}]";

        HttpResponse<String> alone = sale(discount, 127);
        Json allowed = done(sale(discount + ", " + approval("2121"), 127));

        assertThat(Json.of(alone).text("type")).isEqualTo("urn:tidemark:problem:approval");
        assertThat(allowed.number("receipt.lines.0.undiscounted.minor")).isEqualTo(255);
        assertThat(allowed.number("receipt.lines.0.gross.minor")).isEqualTo(127);
        assertThat(allowed.text("receipt.lines.0.discounts.0.reason")).isEqualTo("worn");
        assertThat(allowed.text("receipt.approvals.0.supervisor")).isEqualTo("21");
        assertThat(allowed.text("receipt.approvals.0.reason")).isEqualTo("regular");
    }

    @Test
    void an_approval_with_a_wrong_PIN_is_refused() {
        signOn("11", "1111");
        openDay();

        HttpResponse<String> refused =
                post("/api/v1/no-sale", "\"reason\": \"change\", " + approval("0000"));

        assertThat(Json.of(refused).text("type")).isEqualTo("urn:tidemark:problem:pin");
    }

    @Test
    void training_sells_nothing_and_says_so() {
        signOn("11", "1111");
        openDay();
        done(post("/api/v1/operator/training/on", ""));

        Json practised = done(sale("", 255));

        assertThat(practised.at("receipt.training").getBooleanValue()).isTrue();
        assertThat(practised.number("receipt.number")).isZero();
        assertThat(Json.of(till.get("/api/v1/x-report")).number("transactions")).isZero();
        assertThat(Json.of(post("/api/v1/no-sale", "\"reason\": \"change\"")).text("type"))
                .isEqualTo("urn:tidemark:problem:training");
    }

    @Test
    void what_should_be_in_the_drawer_is_shown_before_the_count_to_supervisors_only() {
        signOn("11", "1111");
        openDay();
        done(sale("", 255));

        Json blind = report();
        HttpResponse<String> alone = till.post("/api/v1/x-report", "{}");
        HttpResponse<String> cashier =
                till.post("/api/v1/x-report", "{" + allowing("12", "1212") + "}");
        HttpResponse<String> allowed =
                till.post("/api/v1/x-report", "{" + allowing("21", "2121") + "}");

        assertThat(blind.at("blind").getBooleanValue()).isTrue();
        assertThat(blind.number("gross.minor")).isEqualTo(255);
        assertThat(blind.at("drawer").size() + blind.at("tenders").size()).isZero();
        assertThat(Json.of(alone).text("type")).isEqualTo("urn:tidemark:problem:approval");
        assertThat(cashier.statusCode()).isEqualTo(403);
        assertThat(Json.of(allowed).number("drawer.0.expected.minor")).isEqualTo(10_255);
        assertThat(report().at("blind").getBooleanValue()).isTrue();
        done(signOn("21", "2121"));
        assertThat(report().at("blind").getBooleanValue()).isFalse();
    }

    @Test
    void a_drawer_is_shown_once_the_cash_of_every_currency_in_it_was_counted() {
        signOn("11", "1111");
        done(post("/api/v1/day/open", FLOAT_IN_TWO));

        done(count("{\"tender\": \"CASH\", \"currency\": \"EUR\", \"minor\": 5000}"));
        Json half = report();
        done(
                count(
                        "{\"tender\": \"CASH\", \"currency\": \"EUR\", \"minor\": 5000},"
                                + "{\"tender\": \"CASH\", \"currency\": \"GBP\", \"minor\": 9999}"));
        Json counted = report();
        done(sale("", 255));

        assertThat(half.at("blind").getBooleanValue()).isTrue();
        assertThat(counted.at("blind").getBooleanValue()).isFalse();
        assertThat(counted.number("drawer.1.overShort.minor")).isEqualTo(-1);
        assertThat(report().at("blind").getBooleanValue()).isTrue();
        assertThat(status().text("currencies.0.code")).isEqualTo("GBP");
        assertThat(status().text("currencies.1.code")).isEqualTo("EUR");
    }

    @Test
    void each_copy_of_a_receipt_is_counted_after_a_restart_too() {
        signOn("11", "1111");
        openDay();
        done(sale("", 255));

        Json first = done(post("/api/v1/receipts/1/copies", ""));
        restart();
        Json second = done(post("/api/v1/receipts/1/copies", ""));

        assertThat(first.number("receipt.copyNumber")).isEqualTo(1);
        assertThat(second.number("receipt.copyNumber")).isEqualTo(2);
        assertThat(post("/api/v1/receipts/2/copies", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_basket_given_up_is_on_the_record() {
        signOn("11", "1111");
        openDay();

        Json voided =
                done(
                        post(
                                "/api/v1/baskets/void",
                                "\"reason\": \"no money\", \"lines\": [{\"plu\": \"85123A\","
                                        + " \"quantity\": \"2\"}]"));

        assertThat(voided.text("kind")).isEqualTo("BASKET_VOIDED");
    }

    @Test
    void no_file_of_the_till_has_a_PIN_in_it() throws IOException {
        signOn("11", "1111");
        openDay();
        done(post("/api/v1/no-sale", "\"reason\": \"x\", " + approval("2121")));
        till.close();

        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("\"pin\"");
        }
        till = RunningTill.in(directory);
    }

    private static String approval(String pin) {
        return allowing("21", pin);
    }

    private static String allowing(String who, String pin) {
        return "\"approval\": {\"supervisor\": \"%s\", \"pin\": \"%s\", \"reason\": \"regular\"}"
                .formatted(who, pin);
    }

    private HttpResponse<String> count(String counted) {
        return post("/api/v1/count", "\"counted\": [" + counted + "]");
    }

    private Json report() {
        return Json.of(till.get("/api/v1/x-report"));
    }

    private HttpResponse<String> signOn(String who, String pin) {
        return till.post("/api/v1/operator/sign-on", person(newId(), who, pin));
    }

    private static String person(String id, String who, String pin) {
        return "{\"commandId\": \"%s\", \"operator\": \"%s\", \"pin\": \"%s\"}"
                .formatted(id, who, pin);
    }

    private void openDay() {
        done(post("/api/v1/day/open", "\"float\": [{\"minor\": 10000, \"currency\": \"GBP\"}]"));
    }

    private HttpResponse<String> sale(String more, long cash) {
        String fields =
                """
                "lines": [{"plu": "85123A", "quantity": "1"}],
                "tenders": [{"type": "CASH", "amount": {"minor": %d, "currency": "GBP"}}]\
                """
                        .formatted(cash);
        return post("/api/v1/sales", more.isEmpty() ? fields : fields + ", " + more);
    }

    private HttpResponse<String> post(String path, String fields) {
        String id = "{\"commandId\": \"" + newId() + "\"";
        return till.post(path, fields.isEmpty() ? id + "}" : id + ", " + fields + "}");
    }

    private static Json done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.of(answer);
    }

    private Json status() {
        return Json.of(till.get("/api/v1/status"));
    }

    private void restart() {
        till.close();
        till = RunningTill.in(directory);
    }
}
