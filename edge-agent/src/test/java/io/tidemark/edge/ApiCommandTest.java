package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.node.command.NodeShell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the API of a till can do is done on the command line. */
class ApiCommandTest {
    @TempDir private static Path directory;

    private static RunningTill till;

    private static NodeShell shell;

    @BeforeAll
    static void start() {
        Stock.putWithPeopleInto(directory, 1, new Rules(List.of(), 0));
        till = RunningTill.in(directory);
        shell = new NodeShell(new TillProgram(), directory).listening(till.address().getPort());
        shell.post(
                "/operator/sign-on",
                "{\"operator\": \"11\"}",
                "--pin-file",
                shell.file("pin", "1111"));
        shell.post("/day/open", "{\"float\": [{\"minor\": 10000, \"currency\": \"GBP\"}]}");
    }

    @AfterAll
    static void stop() {
        till.close();
    }

    @Test
    void a_receipt_is_sold_looked_at_and_taken_back() {
        String sold =
                shell.post(
                        "/sales",
                        """
                        {"lines": [{"plu": "85123A", "quantity": "2"}],
                         "tenders": [{"type": "CASH", "amount": {"minor": 1000, "currency": "GBP"}}]}\
                        """);
        String number = sold.replaceAll("(?s).*\"number\":(\\d+),.*", "$1");
        String seen = shell.done("api", "GET", "receipts/" + number);
        String undone =
                shell.post(
                        "/api/v1/receipts/" + number + "/post-void",
                        "{\"reason\": \"wrong\", \"approval\": {\"supervisor\": \"21\"}}",
                        "--pin-file",
                        "approval=" + shell.file("supervisors-pin", "2121"));

        assertThat(sold).contains("\"change\":{\"minor\":490,\"currency\":\"GBP\"}");
        assertThat(seen).contains("\"commandId\":", "\"total\":{\"minor\":510");
        assertThat(undone).contains("\"kind\":\"POST_VOID\"", "\"total\":{\"minor\":-510");
    }

    @Test
    void a_command_that_is_sent_again_with_the_id_that_was_told_is_done_once() {
        Path body =
                Path.of(
                        shell.file(
                                "loan", "{\"amount\": {\"minor\": 500, \"currency\": \"GBP\"}}"));
        NodeShell.Ended first =
                shell.run("api", "POST", "/cash/loan", "--body", body.toString(), "--new-id");
        String id = first.err().strip().replace("commandId ", "");
        String again =
                shell.done(
                        "api",
                        "post",
                        "/cash/loan",
                        "--body",
                        shell.file(
                                "again",
                                "{\"commandId\": \""
                                        + id
                                        + "\", \"amount\": {\"minor\": 500, \"currency\": \"GBP\"}}"));

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(again).isEqualTo(first.out());
    }

    @Test
    void without_a_path_all_that_the_api_has_is_listed() {
        assertThat(shell.done("api"))
                .contains("POST   /sales  ", "GET    /status", "POST   /operator/sign-on")
                .contains("GET    /x-report", "POST   /receipts/{number}/post-void")
                .doesNotContain("/api/v1");
    }

    @Test
    void what_the_till_refuses_is_told_as_it_said_it_and_in_words() {
        NodeShell.Ended unknown = shell.run("api", "GET", "/receipts/999");
        NodeShell.Ended wrongPin =
                shell.run(
                        "api",
                        "POST",
                        "/operator/unlock",
                        "--new-id",
                        "--body",
                        shell.file("who", "{\"operator\": \"11\"}"),
                        "--pin-file",
                        shell.file("wrong-pin", "7777"));

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).contains("\"status\":404");
        assertThat(unknown.err()).contains("999").doesNotContain("{");
        assertThat(wrongPin.code()).isEqualTo(1);
        assertThat(wrongPin.out() + wrongPin.err()).doesNotContain("7777");
    }

    @Test
    void a_wrong_use_is_told_with_what_to_do() {
        String body = shell.file("list", "[1]");
        String plain = shell.file("plain", "{\"commandId\": \"x\"}");

        assertThat(shell.refused(2, "api", "GET")).contains("give a path behind GET");
        assertThat(shell.refused(2, "api", "GET", "/a b")).contains("write a blank as %20");
        assertThat(shell.refused(2, "api", "POST", "/sales", "--new-id")).contains("give --body");
        assertThat(shell.refused(2, "api", "POST", "/sales", "--body", "nowhere"))
                .contains("there is no file nowhere");
        assertThat(shell.refused(2, "api", "POST", "/sales", "--body", body, "--new-id"))
                .contains("not one JSON object");
        assertThat(shell.refused(2, "api", "POST", "/sales", "--body", plain, "--new-id"))
                .contains("leave out one of it and --new-id");
        assertThat(
                        shell.refused(
                                2,
                                "api",
                                "POST",
                                "/sales",
                                "--body",
                                plain,
                                "--pin-file",
                                "approval=" + body))
                .contains("no object 'approval'");
        assertThat(shell.refused(2, "api", "POST", "/sales", "--body", "-", "--pin-file", "-"))
                .contains("only one of --body and --pin-file");
        assertThat(shell.refused(2, "api", "POST", "/sales", "--body", plain))
                .contains("lines is missing");
        assertThat(shell.refused(2, "api", "GET", "/status", "--out", body))
                .contains("is there already");
    }

    @Test
    void a_method_behind_the_pin_is_not_taken_for_its_field() {
        String body = shell.file("unpinned", "{}");

        for (String method : List.of("POST", "post", "/sales"))
            assertThat(shell.refused(2, "api", "--ask-pin", method, "/sales", "--body", body))
                    .contains("'" + method + "' is no FIELD")
                    .contains("give --ask-pin behind PATH");
    }

    @Test
    void what_is_json_anyway_is_not_asked_for_as_json() {
        assertThat(shell.refused(2, "api", "GET", "/status", "--json"))
                .contains("Unknown option: '--json'");
        assertThat(shell.done("api", "--help")).contains("--body").doesNotContain("--json");
    }
}
