package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.ledger.Answer;
import io.tidemark.node.command.NodeShell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway that runs tells on the command line: store Zs, closed days, goods, currencies. */
class CommandsAtHandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate BEFORE = DAY.minusDays(1);

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;
    private static NodeShell shell;
    private static String positionsAtFirst;

    @BeforeAll
    static void a_day_of_exchange_and_counts_is_closed_and_the_next_one_with_a_supplement()
            throws Exception {
        gateway = LaboratoryNode.provisioned(directory, 1);
        gateway.adopts(BEFORE, DayOfExchange.rules());
        gateway.start();
        shell = gateway.shell();
        positionsAtFirst = shell.done("exchange", "positions");
        LaboratoryTill till = DayOfExchange.at(gateway.till("till-1").opens(BEFORE)).closesDay();
        sent(till);
        assertThat(shell.done("close-down", "--day", BEFORE.toString())).contains("Store Z 1");
        sent(till.opens(DAY).sells("2.50").closesDay());
        assertThat(shell.done("close-down", "--day", DAY.toString())).contains("Store Z 2");
        sent(till.sells("7.00"));
        assertThat(shell.done("close-down", "--day", DAY.toString())).contains("Supplement 1");
    }

    @AfterAll
    static void close() {
        gateway.stop();
    }

    @Test
    void the_store_Z_is_printed_whole_with_its_supplement() {
        String text = shell.done("report", "store-z");
        String json = shell.done("report", "store-z", "--day", DAY.toString(), "--json");
        NodeShell.Ended noDay = shell.run("report", "store-z", "--day", "2026-11-01", "--json");

        assertThat(text)
                .contains("Store Z 2 · Friday, 20 November 2026")
                .contains("Supplement 1 to store Z 2", "that came after it was closed")
                .contains(
                        "Totals, GBP",
                        "What was expected, and what was counted",
                        "Merkle root (RFC 6962):")
                .containsPattern("\n  Gross, VAT included +5\\.00\n")
                .containsPattern("\n  Gross, VAT included +14\\.00\n");
        assertThat(json)
                .startsWith("[{\"title\":\"Store Z 2\",")
                .contains("\"title\":\"Supplement 1 to store Z 2\"", "\"details\":{");
        assertThat(shell.refused(1, "report", "store-z", "--day", "2026-11-01"))
                .contains("2026-11-01 has not been closed yet");
        assertThat(noDay.code()).isEqualTo(1);
        assertThat(noDay.out()).contains("\"status\":404");
    }

    @Test
    void the_days_that_were_closed_are_listed_with_how_long_each_took() {
        assertThat(shell.done("report", "days"))
                .containsPattern("2026-11-20 +Supplement 1 to store Z 2 .* \\d+\\.\\d{3} s .*\n")
                .containsPattern(
                        "2026-11-20 +Store Z 2 +1 +5\\.00 GBP .* \\d+\\.\\d{3} s +complete");
        assertThat(shell.done("report", "days", "--limit=1")).doesNotContain("complete\n  2026");
        assertThat(shell.done("report", "days", "--json")).contains("\"millis\":");
        assertThat(shell.refused(2, "report", "days", "--limit=0"))
                .contains("limit is from 1 to 1000");
    }

    @Test
    void goods_are_listed_with_those_of_which_more_went_than_came() {
        String all = shell.done("stock", "list");
        String negative = shell.done("stock", "list", "--negative", "--json");

        assertThat(all).contains("Stock on hand", "All goods at the last close-down: ");
        assertThat(negative).contains("\"onHand\":\"-");
        assertThat(shell.done("stock", "list", "--find=no such & thing"))
                .contains("No article is so");
        assertThat(shell.done("stock", "counts", "--find=no such")).contains("No article is so");
        String plu = negative.replaceAll("(?s).*?\"plu\":\"([^\"]*)\".*", "$1");
        assertThat(shell.done("stock", "movements", plu, "--day", DAY.toString())).contains("Sale");
        assertThat(shell.done("stock", "movements", "no such"))
                .contains("Nothing of no such moved");
    }

    @Test
    void counts_are_told_with_what_was_off_and_what_that_is_worth() {
        String all = shell.done("stock", "counts");
        String off = shell.done("stock", "counts", "--variance");

        assertThat(all)
                .containsPattern("COFFEE +Coffee +2026-11-19 +Ann +6 pcs +6 pcs +0 pcs +0\\.00 GBP")
                .containsPattern(
                        "TEA +Tea +2026-11-19 +Ann +9 pcs +10 pcs +[-−]1 pcs +[-−]2\\.00 GBP");
        assertThat(off).contains("TEA").doesNotContain("COFFEE");
        assertThat(shell.done("stock", "counts", "--variance", "--json"))
                .contains("\"total\":1", "\"expected\":\"10.000\"", "\"variance\":\"-1.000\"");
    }

    @Test
    void a_store_that_exchanges_nothing_says_so() {
        String longAgo = "2026-01-02";

        assertThat(shell.done("exchange", "rates", "--day", longAgo))
                .contains("No currency is exchanged here on 2026-01-02");
        assertThat(positionsAtFirst).contains("no position in another currency");
        assertThat(shell.done("exchange", "receipts", "--day", longAgo))
                .contains("Nothing was exchanged on 2026-01-02");
        assertThat(shell.done("exchange", "receipts", "--json")).contains("\"exchanges\":[]");
        NodeShell.Ended alone = NodeShell.typed(new FogGateway(), "exchange");
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("positions", "receipts", "rates");
    }

    @Test
    void a_bureau_de_change_tells_its_rates_positions_and_exchanges() throws Exception {
        assertThat(shell.done("exchange", "rates", "--day", BEFORE.toString()))
                .containsPattern("USD +0\\.78 +0\\.8 +0\\.83 +0\\.75 +0\\.9 +2026-11-01");
        assertThat(shell.done("exchange", "positions"))
                .containsPattern(
                        "875\\.00 USD +682\\.50 GBP +0\\.780000 +0\\.8 +\\+?700\\.00 .*beyond its limit");
        assertThat(shell.done("exchange", "receipts", "--day", BEFORE.toString()))
                .containsPattern("875\\.00 USD +0\\.78 +[-\u2212]682\\.50 GBP")
                .contains("customer C-77: 682.50 GBP in exchanges: 1", "NO papers seen");

        assertThat(gateway.get("/api/v1/exchange?day=" + BEFORE))
                .contains("\"currency\":\"USD\",\"from\":\"2026-11-01\",\"mid\":\"0.8\"")
                .contains("\"average\":\"0.780000\"", "\"beyondLimit\":true")
                .contains("\"customer\":\"C-77\"", "\"papersSeen\":false");
        assertThat(gateway.get("/exchange?day=" + BEFORE))
                .contains("875.00 USD, limit 500.00 USD", "C-77");
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
                .contains("from 1 close-downs and supplements", "to 3 (root ");
        assertThat(json).startsWith("{\"from\":1,\"to\":2,").contains("BEGIN TIDEMARK LOG PROOF");
        assertThat(gateway.get("/api/v1/log/consistency?from=1&to=3"))
                .contains("\"text\":\"-----BEGIN TIDEMARK LOG PROOF")
                .doesNotContain("\"path\":[]");
        assertThat(gateway.get("/proofs")).contains("action=\"/proofs/log\"", "max=\"3\"");
        assertThat(gateway.get("/proofs/log?from=1")).isEqualTo(text);
        assertThat(gateway.get("/proofs/log?from=4")).contains("the log has 3 close-downs");
        assertThat(gateway.told("keys", "--json")).startsWith("[{\"name\":\"tidemark://");
    }

    @Test
    void one_flipped_byte_of_a_proof_of_the_log_is_not_proven() throws Exception {
        Path keys = Files.writeString(directory.resolve("keys-too"), gateway.told("keys"));
        String text = gateway.get("/proofs/log?from=1");

        for (int at : new int[] {60, text.length() / 2, text.length() - 60}) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            Path proof =
                    Files.writeString(
                            directory.resolve("flipped"),
                            text.substring(0, at) + other + text.substring(at + 1));
            assertThat(
                            LaboratoryNode.said(
                                    1,
                                    "check",
                                    proof.toString(),
                                    "--keys",
                                    keys.toString(),
                                    "--json"))
                    .startsWith("{\"proven\":false,\"lines\":[\"not proven: ");
        }
    }

    private static void sent(LaboratoryTill till) throws Exception {
        try (BrokerClient connection = gateway.connected(till.journal().node().device())) {
            connection.hello(till.hello());
            assertThat(connection.batch(till.batch(1))).isInstanceOf(Answer.Marked.class);
        }
    }
}
