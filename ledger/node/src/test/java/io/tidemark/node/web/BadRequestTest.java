package io.tidemark.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.web.RawHttp.Answer;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is refused learns which field or parameter it is, what was given, and what is wanted. */
class BadRequestTest {
    private static LoopbackServer server;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        SingleWriter writer =
                new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, broken -> {});
        writer.close();
        server = LoopbackServer.start(0, Map.of("test.shop", true), writer);
        http = new RawHttp(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"pieces\":1.5 | lines[0].pieces is 1.5; a whole number",
                "\"pieces\":1.0 | lines[0].pieces is 1.0; a whole number",
                "\"pieces\":1e3 | lines[0].pieces is 1e3; a whole number",
                "\"pieces\":\"1\" | lines[0].pieces is \\\"1\\\"; a whole number",
                "\"pieces\":true | lines[0].pieces is true; a whole number",
                "\"pieces\":null | lines[0].pieces is null; a whole number",
                "\"pieces\":2147483648 | lines[0].pieces is 2147483648; a whole number from -2147483648 to 2147483647",
                "\"pieces\":[1] | lines[0].pieces is a list; a whole number",
                "\"plu\":\"B\",\"pieces\":1 | Duplicate field 'plu'",
                "\"piece\":1 | lines[0].piece is not known here; known are plu, pieces",
                "\"x\":\"\" | lines[0].x is not known here",
            })
    void a_line_is_refused_by_the_name_of_its_field(String field, String told) throws IOException {
        assertRefused("{\"operator\":\"ann\",\"lines\":[{\"plu\":\"A\"," + field + "}]}", told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"expected\":{\"minor\":3.7,\"currency\":\"GBP\"} | expected.minor is 3.7; a whole number",
                "\"expected\":{\"minor\":\"3\",\"currency\":\"GBP\"} | expected.minor is \\\"3\\\"; a whole number",
                "\"expected\":{\"minor\":9223372036854775808,\"currency\":\"GBP\"} | expected.minor is 9223372036854775808; a whole number from -9223372036854775808",
                "\"expected\":{\"minor\":3} | expected.currency is missing; text in quotes is wanted",
                "\"expected\":{\"minor\":3,\"currency\":826} | expected.currency is 826; text in quotes is wanted",
                "\"expected\":[] | expected is a list; an object is wanted",
                "\"float\":[null] | float[0] is null; an object is wanted",
                "\"float\":[{\"minor\":1,\"currency\":\"GBP\"},{\"minor\":1.5,\"currency\":\"GBP\"}] | float[1].minor is 1.5",
                "\"float\":{} | float is an object; a list is wanted",
                "\"training\":\"true\" | training is \\\"true\\\"; true or false",
                "\"training\":1 | training is 1; true or false",
                "\"id\":\"x\" | id is \\\"x\\\"; a UUID such as",
                "\"day\":\"2026-13-40\" | day is \\\"2026-13-40\\\"; a day such as",
                "\"pin\":\"a\\u0000b\" | pin has the character U+0000, which cannot be printed",
                "\"pin\":\"a\\nb\" | pin has the character U+000A",
                "\"pin\":\"a\\ud83db\" | pin has the character U+D83D",
                "\"pin\":4101 | pin is something else; text in quotes is wanted",
            })
    void a_sale_is_refused_by_the_name_of_its_field(String field, String told) throws IOException {
        assertRefused("{\"operator\":\"ann\",\"lines\":[]," + field + "}", told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | operator is missing; text in quotes is wanted",
                "{\"operator\":\"ann\"} | lines is missing; a list is wanted",
                "{\"operator\":\"ann\",\"lines\":null} | lines is null; a list is wanted",
                "{\"operator\":\"ann\",\"lines\":[null]} | lines[0] is null; an object is wanted",
                "{\"operator\":\"ann\",\"lines\":[{\"plu\":\"A\"}]} | lines[0].pieces is missing",
                "null | the body is null; an object is wanted",
                "7 | the body is 7; an object is wanted",
                "{\"operator\": | the body is not JSON, at line 1, column",
                "{\"operator\":\"ann\",\"lines\":[]} x | the body is not JSON, at line 1",
                "{\"operator\":\"ann\",\"lines\":[]} {} | the body goes on after its JSON",
            })
    void a_body_that_is_no_sale_is_refused_with_what_it_lacks(String body, String told)
            throws IOException {
        assertRefused(body, told);
    }

    @Test
    void a_request_without_a_body_is_told_that_it_needs_one() throws IOException {
        assertThat(detail(http.post("/api/sales", "", "Content-Type: application/json")))
                .isEqualTo(
                        "the request has no body; a JSON object is wanted, see the API's description");
        assertThat(detail(http.put("/api/table", "", "Content-Type: text/csv")))
                .isEqualTo("the request has no body; the content of a file is wanted");
    }

    @Test
    void what_is_nested_too_deep_is_refused_and_no_bug() throws IOException {
        assertRefused("[".repeat(20_000), "the body is a list; an object is wanted");
        assertRefused(
                "{\"operator\":\"ann\",\"lines\":[" + "[".repeat(20_000), "lines[0] is a list");
    }

    @Test
    void what_was_given_is_told_no_longer_than_a_line() throws IOException {
        String detail =
                detail(
                        http.post(
                                "/api/sales",
                                "{\"operator\":\"a\",\"lines\":[],\"day\":\""
                                        + "x".repeat(5_000)
                                        + "\"}"));

        assertThat(detail).contains("(5002 characters)").hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo/receipts/1?copies=1 | day is 'foo'; a day such as 2026-11-21 is wanted",
                "2026-13-40/receipts/1?copies=1 | day is '2026-13-40'; a day such as",
                "2026-11-21/receipts/abc?copies=1 | number is 'abc'; a whole number from -9223372036854775808",
                "2026-11-21/receipts/1.5?copies=1 | number is '1.5'; a whole number",
                "2026-11-21/receipts/99999999999999999999?copies=1 | number is '99999999999999999999'; a whole",
                "2026-11-21/receipts/1?copies=abc | copies is 'abc'; a whole number from -2147483648",
                "2026-11-21/receipts/1 | copies is missing in the request; a whole number",
                "2026-11-21/receipts/1?copies=1&id=7 | id is '7'; a UUID such as",
            })
    void a_parameter_is_refused_by_its_name(String address, String told) throws IOException {
        Answer answer = http.get("/api/days/" + address);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(detail(answer)).startsWith(told);
    }

    @Test
    void a_browser_gets_a_page_for_each_error_and_a_program_json() throws IOException {
        String browser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

        Answer nowhere = http.get("/nowhere", browser);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.header("Content-Type")).startsWith("text/html");
        assertThat(nowhere.body()).contains("<h1>Not Found</h1>");
        assertThat(http.get("/api/days/%3Cscript%3E/receipts/1?copies=1", browser).body())
                .startsWith("<!DOCTYPE html>")
                .contains("day is '&lt;script&gt;'");
        assertThat(http.post("/api/day/close", "", browser).body())
                .startsWith("<!DOCTYPE html>")
                .contains("till-1 has not closed its day");
        assertThat(http.get("/", "Host: evil.example", browser).body())
                .startsWith("<!DOCTYPE html>");
        assertThat(http.get("/nowhere", "Accept: */*").header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json; charset=utf-8",
                "Content-Type: APPLICATION/JSON",
                "Content-Type: text/json",
                "Content-Type: application/vnd.shop+json",
                "Content-Type: text/plain",
                RawHttp.NO_TYPE,
            })
    void whatever_a_body_calls_itself_no_amount_is_cut(String type) throws IOException {
        Answer answer =
                http.post(
                        "/api/sales",
                        "{\"operator\":\"ann\",\"lines\":[{\"plu\":\"A\",\"pieces\":1.5}]}",
                        type);

        assertThat(answer.status()).as(answer.body()).isIn(400, 415);
    }

    private static void assertRefused(String body, String told) throws IOException {
        Answer answer = http.post("/api/sales", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(told).doesNotContain("Exception", "REDACTED", "[Source");
    }

    private static String detail(Answer answer) {
        int from = answer.body().indexOf("\"detail\":\"") + "\"detail\":\"".length();
        return answer.body().substring(from, answer.body().indexOf("\"}", from));
    }
}
