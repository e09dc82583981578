package io.tidemark.fog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.ledger.Answer;
import io.tidemark.node.command.NodeShell;
import io.tidemark.node.command.NodeShell.Ended;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day is closed on the command line, at a gateway that runs. */
class CloseDownCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;

    private NodeShell shell;

    @BeforeAll
    static void open() throws Exception {
        gateway = LaboratoryNode.provisioned(directory, 2);
        gateway.start();
    }

    @AfterAll
    static void close() {
        gateway.stop();
    }

    @BeforeEach
    void where_it_listens() {
        shell = gateway.shell();
    }

    @Test
    void a_day_is_closed_once_nothing_stands_in_the_way_that_nobody_allowed() throws Exception {
        sent(gateway.till("till-1").opens(DAY).sells("2.50").closesDay());

        Path pin = Files.writeString(directory.resolve("no-pin"), "");
        Ended checked = closeDown("--check");
        Ended blocked = closeDown();
        Ended closed =
                closeDown(
                        "--without",
                        "till-2",
                        "--supervisor",
                        "Sue",
                        "--reason",
                        "it is broken",
                        "--pin-file",
                        pin.toString(),
                        "--operator",
                        "Mia");

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out())
                .contains(DAY + " cannot be closed yet; it is to be closed by 2026-11-21T04:00Z")
                .contains("till-2: ", "silent since", "To close all the same: --without till-2,");
        assertThat(blocked.code()).isEqualTo(1);
        assertThat(blocked.err())
                .contains("in the way of closing " + DAY)
                .contains("till-2: ", "To close all the same: --without till-2,");
        assertThat(closed.code()).as(closed.err()).isZero();
        assertThat(closed.out())
                .contains("Store Z 1 of 2026-11-20: closed without: till-2, last mark 0")
                .contains("allowed by Sue: it is broken")
                .contains("taken: 5.00 GBP (4.17 GBP net, 0.83 GBP VAT), receipts: 1;")
                .contains("cash: 105.00 GBP should be there")
                .contains("all days so far: 5.00 GBP")
                .containsPattern("Closed in \\d+\\.\\d{3} s\\.")
                .contains("Computed again from the journals: the same.");

        Ended after = closeDown("--check", "--day", DAY.toString());
        Ended repeated = closeDown("--without", "till-2");

        assertThat(after.code()).isZero();
        assertThat(after.out())
                .contains(DAY + " is closed", "Store Z 1: closed without: till-2")
                .contains("closed by Mia", "Computed again from the journals: the same.");
        assertThat(repeated.code()).isEqualTo(1);
        assertThat(repeated.err()).contains("was closed with Z 1, and nothing has come since");
    }

    @Test
    void a_supplement_is_told_as_json_with_how_long_it_took_and_its_second_computation()
            throws Exception {
        LocalDate day = DAY.minusDays(1);
        LaboratoryTill till = gateway.till("till-2").opens(day).sells("2.50");
        String[] without = {"--day", day.toString(), "--without", "till-1,till-2", "--json"};
        sent(till);
        assertThat(closeDown(without).code()).isZero();
        sent(till.sells("7.00"));

        Ended late = closeDown("--day", day.toString(), "--check");
        Ended supplement = closeDown(without);

        assertThat(late.out()).contains("closing it again makes a supplement");
        assertThat(supplement.code()).as(supplement.err()).isZero();
        assertThat(supplement.out())
                .startsWith("{\"closed\":{\"title\":\"Supplement 1 to store Z ")
                .containsPattern(
                        "\"millis\":\\d+,\"computedAgain\":\\{\"state\":\"AGREED\",\"percent\":100,");
    }

    @Test
    void what_is_refused_is_told_with_what_to_do_and_as_json_on_demand() throws Exception {
        Ended noDay = closeDown("--day", "1999-11-20", "--json");

        assertThat(noDay.code()).isEqualTo(1);
        assertThat(noDay.out()).contains("urn:tidemark:problem:");
        assertThat(noDay.err()).contains("1999-11-20").doesNotContain("{");
    }

    @Test
    void a_wrong_use_is_told_before_anything_is_asked_of_the_gateway() throws Exception {
        shell.listening(1);

        assertThat(wrong("--check", "--without", "till-1")).contains("--check only looks");
        assertThat(wrong("--supervisor", "9001")).contains("name them with --without");
        assertThat(wrong("--without", "till-1", "--reason", "lost")).contains("--supervisor whose");
        assertThat(wrong("--day", "yesterday")).contains("--day");
        assertThat(wrong("--pin", "9001")).contains("Unknown option");
        assertThat(wrong("--without", "till-1", "--supervisor", "9001", "--pin-file", "nowhere"))
                .contains("does not answer");
    }

    @Test
    void a_gateway_that_does_not_run_is_said_not_to() throws Exception {
        shell.listening(1);
        assertThat(wrong("--check")).contains("the gateway does not answer at 127.0.0.1:1: start");

        Files.delete(shell.directory().resolve("run/ports.json"));
        assertThat(wrong()).contains("the gateway does not run in ", "./tidemark gateway DIR");
    }

    @Test
    void a_pin_goes_from_its_file_to_the_gateway_and_nowhere_else() throws Exception {
        Path pin = Files.writeString(directory.resolve("pin"), "7391\n");
        CompletableFuture<String> asked = new CompletableFuture<>();
        HttpServer refusing = refusing(asked);
        try {
            shell.listening(refusing.getAddress().getPort());

            Ended ended =
                    closeDown(
                            "--day=" + DAY,
                            "--without=till-1",
                            "--supervisor=9001",
                            "--reason=lost",
                            "--pin-file=" + pin);

            assertThat(asked.getNow("nothing"))
                    .contains("\"without\":[\"till-1\"]")
                    .contains("{\"supervisor\":\"9001\",\"pin\":\"7391\",\"reason\":\"lost\"}");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err())
                    .contains("a supervisor must", "--pin-file FILE")
                    .doesNotContain("7391");
            assertThat(ended.out()).isEmpty();
        } finally {
            refusing.stop(0);
        }
    }

    /** A gateway whose master data name people, of whom this one may not. */
    private static HttpServer refusing(CompletableFuture<String> asked) throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    byte[] problem =
                            "{\"type\":\"urn:tidemark:problem:approval\",\"detail\":\"9001 may not allow this: a supervisor must\"}"
                                    .getBytes(UTF_8);
                    exchange.sendResponseHeaders(403, problem.length);
                    exchange.getResponseBody().write(problem);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static void sent(LaboratoryTill till) throws Exception {
        try (BrokerClient connection = gateway.connected(till.journal().node().device())) {
            connection.hello(till.hello());
            assertThat(connection.batch(till.batch(1))).isInstanceOf(Answer.Marked.class);
        }
    }

    private String wrong(String... words) {
        Ended ended = closeDown(words);
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        return ended.err();
    }

    private Ended closeDown(String... words) {
        List<String> all = new ArrayList<>(List.of("close-down"));
        all.addAll(List.of(words));
        return shell.run(all.toArray(String[]::new));
    }
}
