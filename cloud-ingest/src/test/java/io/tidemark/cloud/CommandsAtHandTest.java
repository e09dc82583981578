package io.tidemark.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.node.command.NodeMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a head office that runs tells on the command line: its API, and transfers. */
class CommandsAtHandTest {
    private static final String TRANSFERS =
            """
            [{"number":"T-7","from":"s001","to":"s002","status":"RECEIVED_OTHERWISE",
              "sent":[{"store":"s001","entry":"s001.till-1.1:5","businessDay":"2026-11-20","at":"2026-11-20T10:00:00Z",
                       "operator":"11","cost":{"minor":2262,"currency":"GBP"},"lines":[]}],
              "received":[{"store":"s002","entry":"s002.till-1.1:9","businessDay":"2026-11-21","at":"2026-11-21T10:00:00Z",
                           "operator":"12","cost":null,"lines":[]}],
              "differences":[{"plu":"1","description":"LANTERN","quantity":"-2.000","unit":"C62"}]}]\
            """;

    @TempDir private Path directory;

    @Test
    void all_that_its_API_has_can_be_called() throws Exception {
        Organisation organisation = Organisation.found(directory);
        organisation.store("s001", 1);
        try (RunningHeadOffice headOffice = organisation.run()) {
            Path home = organisation.home();
            listening(home, headOffice.people("/").getPort());

            assertThat(run(0, home, "api")).contains("GET    /stores", "GET    /transfers");
            assertThat(run(0, home, "api", "GET", "/stores")).contains("s001");
            assertThat(run(0, home, "stock", "transfers")).contains("There is no such transfer");
            assertThat(run(2, home, "stock", "transfers", "--status", "lost on the way"))
                    .contains("status is one of ", "not 'lost on the way'");
        }
    }

    @Test
    void transfers_are_told_with_both_ends_and_what_differs() throws Exception {
        HttpServer answering =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answering.createContext(
                "/api/v1/transfers",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(TRANSFERS.getBytes(UTF_8));
                    exchange.close();
                });
        answering.start();
        Files.writeString(directory.resolve("node.yaml"), "role: head-office\n");
        listening(directory, answering.getAddress().getPort());
        try {
            assertThat(run(0, directory, "stock", "transfers"))
                    .containsPattern(
                            "T-7 +s001 +s002 +received otherwise +2026-11-20 s001.till-1.1:5 +22.62 GBP"
                                    + " +2026-11-21 s002.till-1.1:9 +– +−2 pcs LANTERN");
        } finally {
            answering.stop(0);
        }
    }

    private static void listening(Path home, int port) throws Exception {
        Path run = Files.createDirectories(home.resolve("run"));
        Files.writeString(run.resolve("ports.json"), "{\"http\":" + port + "}");
    }

    /** What it told, of a refusal too. */
    private static String run(int code, Path home, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dir", home.toString()));
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told);
        int ended =
                NodeMain.commandLine(new CloudIngest())
                        .setOut(out)
                        .setErr(out)
                        .execute(all.toArray(String[]::new));
        assertThat(ended).as(told.toString()).isEqualTo(code);
        return told.toString();
    }
}
