package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.ledger.Answer;
import io.tidemark.node.command.NodeMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway that runs tells on the command line: store Zs, closed days, goods, currencies. */
class CommandsAtHandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;

    @BeforeAll
    static void a_day_is_closed_with_a_supplement() throws Exception {
        gateway = LaboratoryNode.provisioned(directory, 1);
        gateway.start();
        Path ports = gateway.store().gateway().home().resolve("run").resolve("ports.json");
        Files.createDirectories(ports.getParent());
        int port = gateway.request("/").build().uri().getPort();
        Files.writeString(ports, "{\"http\":" + port + ",\"pid\":1}\n");
        LaboratoryTill till = gateway.till("till-1").opens(DAY).sells("2.50").closesDay();
        sent(till);
        assertThat(run(0, "close-down", "--day", DAY.toString())).contains("Store Z 1");
        sent(till.sells("7.00"));
        assertThat(run(0, "close-down", "--day", DAY.toString())).contains("Supplement 1");
    }

    @AfterAll
    static void close() {
        gateway.stop();
    }

    @Test
    void the_store_Z_is_printed_whole_with_its_supplement() {
        String text = run(0, "report", "store-z");
        String json = run(0, "report", "store-z", "--day", DAY.toString(), "--json");

        assertThat(text)
                .contains("Store Z 1 · Friday, 20 November 2026")
                .contains("Supplement 1 to store Z 1", "that came after it was closed")
                .contains(
                        "Totals, GBP",
                        "What was expected, and what was counted",
                        "Merkle root (RFC 6962):")
                .containsPattern("\n  Gross, VAT included +5\\.00\n")
                .containsPattern("\n  Gross, VAT included +14\\.00\n");
        assertThat(json)
                .startsWith("[{\"title\":\"Store Z 1\",")
                .contains("\"title\":\"Supplement 1 to store Z 1\"", "\"details\":{");
        assertThat(run(1, "report", "store-z", "--day", "2026-11-01"))
                .contains("2026-11-01 has not been closed yet");
        assertThat(run(1, "report", "store-z", "--day", "2026-11-01", "--json"))
                .contains("\"status\":404");
    }

    @Test
    void the_days_that_were_closed_are_listed_with_how_long_each_took() {
        assertThat(run(0, "report", "days"))
                .containsPattern("2026-11-20 +Supplement 1 to store Z 1 .* \\d+\\.\\d{3} s .*\n")
                .containsPattern(
                        "2026-11-20 +Store Z 1 +1 +5\\.00 GBP .* \\d+\\.\\d{3} s +complete");
        assertThat(run(0, "report", "days", "--limit=1")).doesNotContain("complete\n  2026");
        assertThat(run(0, "report", "days", "--json")).contains("\"millis\":");
        assertThat(run(2, "report", "days", "--limit=0")).contains("limit is from 1 to 1000");
    }

    @Test
    void goods_are_listed_with_those_of_which_more_went_than_came() {
        String all = run(0, "stock", "list");
        String negative = run(0, "stock", "list", "--negative", "--json");

        assertThat(all).contains("Stock on hand", "All goods at the last close-down: ");
        assertThat(negative).contains("\"onHand\":\"-");
        assertThat(run(0, "stock", "list", "--find=no such & thing")).contains("No article is so");
        assertThat(run(0, "stock", "counts")).contains("No article is so");
        String plu = negative.replaceAll("(?s).*?\"plu\":\"([^\"]*)\".*", "$1");
        assertThat(run(0, "stock", "movements", plu, "--day", DAY.toString())).contains("Sale");
        assertThat(run(0, "stock", "movements", "no such")).contains("Nothing of no such moved");
    }

    @Test
    void a_store_that_exchanges_nothing_says_so() {
        assertThat(run(0, "exchange", "rates")).contains("No currency is exchanged here");
        assertThat(run(0, "exchange", "positions")).contains("no position in another currency");
        assertThat(run(0, "exchange", "receipts", "--day", DAY.toString()))
                .contains("Nothing was exchanged on 2026-11-20");
        assertThat(run(0, "exchange", "receipts", "--json")).contains("\"exchanges\":[]");
        assertThat(run(2, "exchange")).contains("positions", "receipts", "rates");
    }

    @Test
    void the_log_is_proven_to_have_only_grown_by_the_command_the_API_and_the_page()
            throws Exception {
        Path keys = Files.writeString(directory.resolve("keys"), gateway.told("keys"));
        String text = gateway.told("prove", "--log", "1");
        Path proof = Files.writeString(directory.resolve("growth"), text);
        String json = gateway.told("prove", "--log", "1", "--to", "2", "--json");
        String[] check = {"check", proof.toString(), "--keys", keys.toString()};

        assertThat(LaboratoryNode.said(0, check))
                .startsWith("proven: the log that store s001 of lab.example signed only grew,")
                .contains("from 1 close-downs and supplements", "to 2 (root ");
        assertThat(json).startsWith("{\"from\":1,\"to\":2,").contains("BEGIN TIDEMARK LOG PROOF");
        assertThat(gateway.get("/api/v1/log/consistency?from=1&to=2"))
                .contains("\"text\":\"-----BEGIN TIDEMARK LOG PROOF");
        assertThat(gateway.get("/proofs")).contains("action=\"/proofs/log\"", "max=\"2\"");
        assertThat(gateway.get("/proofs/log?from=1")).isEqualTo(text);
        assertThat(gateway.get("/proofs/log?from=3")).contains("the log has 2 close-downs");
        assertThat(gateway.told("keys", "--json")).startsWith("[{\"name\":\"tidemark://");
        char other = text.charAt(60) == 'A' ? 'B' : 'A';
        Files.writeString(proof, text.substring(0, 60) + other + text.substring(61));
        assertThat(
                        LaboratoryNode.said(
                                1, "check", proof.toString(), "--keys", keys.toString(), "--json"))
                .startsWith("{\"proven\":false,\"lines\":[\"not proven: ");
    }

    private static void sent(LaboratoryTill till) throws Exception {
        try (BrokerClient connection = gateway.connected(till.journal().node().device())) {
            connection.hello(till.hello());
            assertThat(connection.batch(till.batch(1))).isInstanceOf(Answer.Marked.class);
        }
    }

    /** What it told, of a refusal too. */
    private static String run(int code, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (words.length > 1)
            all.addAll(List.of("--dir", gateway.store().gateway().home().toString()));
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told);
        int ended =
                NodeMain.commandLine(new FogGateway())
                        .setOut(out)
                        .setErr(out)
                        .execute(all.toArray(String[]::new));
        assertThat(ended).as(told.toString()).isEqualTo(code);
        return told.toString();
    }
}
