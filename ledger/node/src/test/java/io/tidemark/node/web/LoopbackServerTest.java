package io.tidemark.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.node.web.RawHttp.Answer;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.net.BindException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackServerTest {
    private static final int BODY_BYTES_MAX = 100_000;

    private static LoopbackServer server;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        SingleWriter closed =
                new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, broken -> {});
        closed.close();
        server =
                LoopbackServer.start(
                        0,
                        Map.of(
                                "test.shop",
                                true,
                                "micronaut.server.max-request-size",
                                BODY_BYTES_MAX),
                        closed);
        http = new RawHttp(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:1", "[::1]:8080", "localhost"})
    void a_caller_on_this_machine_is_let_in(String host) throws IOException {
        assertThat(http.get("/", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example:80",
                "127.0.0.1@evil.example",
                "10.0.0.1",
                "x127.0.0.1"
            })
    void a_name_rebound_to_this_machine_is_refused(String host) throws IOException {
        Answer answer = http.get("/", "Host: " + host);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"status\":403").contains("Host header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: https://127.0.0.1:5000",
                "Origin: http://127.0.0.1:5001",
                "Referer: http://evil.example/page",
                "Referer: nonsense of no kind",
                "Sec-Fetch-Site: cross-site"
            })
    void a_page_from_elsewhere_cannot_post(String header) throws IOException {
        Answer answer = http.post("/api/sales", sale(1), "Host: 127.0.0.1:5000", header);

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void the_nodes_own_page_can_post() throws IOException {
        Answer answer =
                http.post(
                        "/api/sales",
                        sale(1),
                        "Host: 127.0.0.1:5000",
                        "Origin: http://127.0.0.1:5000",
                        "Referer: http://127.0.0.1:5000/till",
                        "Sec-Fetch-Site: same-origin");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("sold 1");
    }

    @Test
    void a_cross_site_script_is_refused_even_for_reading() throws IOException {
        assertThat(http.get("/", "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
    }

    @Test
    void every_answer_carries_the_pages_policy() throws IOException {
        for (String path : new String[] {"/", "/nowhere", "/api/bug"}) {
            Answer answer = http.get(path);

            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void assets_come_from_the_class_path() throws IOException {
        Answer answer = http.get("/assets/hello.js");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("hello");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(http.get("/assets/../logback-test.xml").status()).isBetween(400, 404);
        assertThat(http.get("/assets/%2e%2e/logback-test.xml").status()).isBetween(400, 404);
    }

    @Test
    void an_unknown_route_is_a_problem() throws IOException {
        Answer answer = http.get("/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"Not Found\"").contains("/nowhere");
    }

    @Test
    void a_wrong_method_is_a_problem() throws IOException {
        Answer answer = http.get("/api/sales");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).contains("GET is not for /api/sales");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operator\":",
                "nonsense",
                "[]",
                "{\"operator\":\"ann\",\"lines\":7}",
                "\"\""
            })
    void bad_json_is_a_problem_that_says_where(String json) throws IOException {
        Answer answer = http.post("/api/sales", json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"detail\":\"").doesNotContain("\"detail\":\"\"");
    }

    @Test
    void a_missing_field_is_named() throws IOException {
        Answer answer = http.post("/api/sales", "{\"lines\":[]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("operator");
    }

    @Test
    void a_misspelt_field_is_refused() throws IOException {
        Answer answer =
                http.post("/api/sales", "{\"operator\":\"ann\",\"lines\":[],\"tendres\":[]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("tendres");
    }

    @Test
    void what_a_record_refuses_is_told_in_its_words() throws IOException {
        Answer answer = http.post("/api/sales", sale(0));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":\"a line needs at least one piece\"");
    }

    @Test
    void too_large_a_request_is_a_problem() throws IOException {
        Answer answer =
                http.post("/api/sales", "{\"operator\":\"" + "x".repeat(BODY_BYTES_MAX) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_refusal_keeps_its_kind_and_members() throws IOException {
        Answer answer = http.post("/api/day/close", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .contains("\"type\":\"urn:tidemark:problem:close-down-blocked\"")
                .contains("\"blockers\":[\"till-1\"]")
                .doesNotContain("more");
    }

    @Test
    void a_writer_that_takes_no_more_says_when_to_come_again() throws IOException {
        Answer answer = http.post("/api/busy", "");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body()).contains("the node is stopping");
    }

    @Test
    void a_bug_does_not_show_the_inner_workings() throws IOException {
        Answer answer = http.get("/api/bug");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("inner workings");
    }

    @Test
    void a_port_in_use_is_a_bind_exception_at_its_root() {
        assertThatThrownBy(() -> LoopbackServer.start(server.port(), Map.of()))
                .hasRootCauseInstanceOf(BindException.class);
    }

    private static String sale(int pieces) {
        return "{\"operator\":\"ann\",\"lines\":[{\"plu\":\"84406B\",\"pieces\":" + pieces + "}]}";
    }
}
