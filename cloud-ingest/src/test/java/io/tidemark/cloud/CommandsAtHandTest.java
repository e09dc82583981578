package io.tidemark.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.node.command.NodeShell;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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
            NodeShell shell = organisation.shellBeside(headOffice);

            assertThat(shell.done("api")).contains("GET    /stores", "GET    /transfers");
            assertThat(shell.done("api", "GET", "/stores")).contains("s001");
            assertThat(shell.done("stock", "transfers")).contains("There is no such transfer");
            assertThat(shell.refused(2, "stock", "transfers", "--status", "lost on the way"))
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
        NodeShell shell =
                new NodeShell(new CloudIngest(), directory)
                        .listening(answering.getAddress().getPort());
        try {
            assertThat(shell.done("stock", "transfers"))
                    .containsPattern(
                            "T-7 +s001 +s002 +received otherwise +2026-11-20 s001.till-1.1:5 +22.62 GBP"
                                    + " +2026-11-21 s002.till-1.1:9 +– +−2 pcs LANTERN");
        } finally {
            answering.stop(0);
        }
    }
}
