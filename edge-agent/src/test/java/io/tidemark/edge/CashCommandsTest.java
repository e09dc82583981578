package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.command.NodeShell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drawer of a till that runs is moved, counted, settled and reported on the command line. */
class CashCommandsTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private RunningTill till;

    @SuppressWarnings("NullAway.Init") // set before each
    private NodeShell shell;

    @BeforeEach
    void start() {
        SettleRules settling = new SettleRules(1, List.of(new Money(200, GBP)));
        Stock.putWithPeopleInto(directory, 1, new Rules(List.of(), 0, settling));
        till = RunningTill.in(directory);
        shell = new NodeShell(new TillProgram(), directory).listening(till.address().getPort());
        shell.post("/operator/sign-on", "{\"operator\": \"11\"}", "--pin-file", pin("1111"));
        shell.post("/day/open", "{\"float\": [{\"minor\": 10000, \"currency\": \"GBP\"}]}");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void a_drawer_is_counted_blind_counted_again_and_settled_by_a_second_person() {
        shell.done("cash", "loan", "--amount", "0.55");
        String all =
                shell.done("cash", "status")
                        + shell.done("cash", "count", "GBP=20x4,0.50x20")
                        + shell.done("cash", "status")
                        + shell.done("cash", "count", "GBP=90", "--json")
                        + shell.done("cash", "status", "--json")
                        + shell.done("report", "x")
                        + shell.done("report", "x", "--json")
                        + shell.refused(1, "cash", "settle", "--reason", "wrong change");
        String settled =
                shell.done(
                        "cash",
                        "settle",
                        "--reason=wrong change",
                        "--supervisor=21",
                        "--pin-file=" + pin("2121"));

        assertThat(all)
                .contains("To be counted: cash GBP", "count again, cash GBP")
                .contains("\"step\":\"REASON\"", "The drawer is left out until it is counted")
                .contains("Give --supervisor NUMBER; the PIN is asked for")
                .as("nothing says what should be there")
                .doesNotContain("100.55", "10.55", "10055", "1055", "100.00", "10000");
        assertThat(settled)
                .contains("The till is settled", "reason: wrong change", "allowed by 21")
                .containsPattern("Cash GBP +100\\.55 +90\\.00 +−10\\.55");
        assertThat(shell.done("report", "x")).containsPattern("Cash GBP.* 100\\.55 +90\\.00");
        shell.post("/day/close", "{}");
        assertThat(shell.done("cash", "status"))
                .isEqualToIgnoringNewLines("No day is open: there is nothing to count.");
    }

    @Test
    void a_float_from_the_bank_says_what_it_cost_and_nothing_else_has_a_cost() {
        assertThat(shell.done("cash", "loan", "--amount=100", "--currency=usd", "--cost=78.00"))
                .contains("to be confirmed by another person");
        assertThat(shell.refused(2, "cash", "pickup", "--amount=1", "--cost=1"))
                .contains("only a float in a foreign currency has a cost");
    }

    @Test
    void a_supervisor_sees_the_drawer_on_the_X_report_before_it_is_counted() {
        String seen = shell.done("report", "x", "--supervisor=21", "--pin-file=" + pin("2121"));

        assertThat(seen)
                .contains("X report of 2010-12-01")
                .containsPattern("Cash GBP +100\\.00 +100\\.00");
        assertThat(shell.refused(1, "report", "x", "--supervisor=11", "--pin-file=" + pin("1111")))
                .doesNotContain("1111");
    }

    @Test
    void cash_moves_with_a_confirmation_at_once_or_later() {
        String confirmed =
                shell.done(
                        "cash",
                        "pickup",
                        "--amount=30",
                        "--confirmed-by=21",
                        "--confirming-pin-file=" + pin("2121"));
        String waiting = shell.done("cash", "safe-drop", "--amount=20.00", "--currency=gbp");
        String movement = waiting.replaceAll("(?s).*confirm DIR (\\S+) .*", "$1");
        String listed = shell.done("cash", "unconfirmed");
        String alone =
                shell.refused(
                        1,
                        "cash",
                        "confirm",
                        movement,
                        "--confirmed-by=11",
                        "--confirming-pin-file=" + pin("1111"));
        String later =
                shell.done(
                        "cash",
                        "confirm",
                        movement,
                        "--confirmed-by=12",
                        "--confirming-pin-file=" + pin("1212"),
                        "--amount=GBP=19");

        assertThat(confirmed).contains("recorded and confirmed");
        assertThat(waiting).contains("to be confirmed by another person");
        assertThat(listed).contains("Safe drop", movement, "20.00 GBP");
        assertThat(alone).contains("another person must confirm it").doesNotContain("--supervisor");
        assertThat(later).contains("recorded 20.00 GBP, confirmed 19.00 GBP");
        assertThat(
                        shell.refused(
                                1,
                                "cash",
                                "loan",
                                "--amount=1",
                                "--confirmed-by=11",
                                "--confirming-pin-file=" + pin("1111")))
                .isNotEmpty();
    }

    @Test
    void a_till_Z_is_listed_looked_at_and_copied() {
        assertThat(shell.refused(1, "report", "z")).contains("has made no Z yet");
        shell.done("cash", "count", "--file", shell.file("count", "# the drawer\nGBP=100.00\n"));
        shell.post("/day/close", "{}");
        shell.post("/operator/sign-on", "{\"operator\": \"11\"}", "--pin-file", pin("1111"));
        shell.post("/day/open", "{}");

        assertThat(shell.done("report", "zs")).containsPattern("1  2010-12-01 .*0\\.00 GBP");
        assertThat(shell.done("report", "z"))
                .contains("Till Z 1 of 2010-12-01\n")
                .containsPattern("Cash GBP +100\\.00 +100\\.00 +100\\.00 +0\\.00");
        assertThat(shell.done("report", "z", "--number=1", "--copy")).contains(", copy 1");
        assertThat(shell.done("report", "z", "--json")).startsWith("{\"z\":{\"zNumber\":1,");
        assertThat(shell.refused(1, "report", "z", "--number=9")).contains("no Z 9");
    }

    @Test
    void what_is_typed_wrongly_is_told_and_nothing_recorded() {
        assertThat(shell.refused(2, "cash", "count")).contains("say what was counted");
        assertThat(shell.refused(2, "cash", "count", "100")).contains("no count: write CURRENCY=");
        assertThat(shell.refused(2, "cash", "count", "GBP=20x4,5")).contains("'5' is not FACExN");
        assertThat(shell.refused(2, "cash", "count", "GBP=1.005")).contains("at most 2 digits");
        assertThat(shell.refused(2, "cash", "count", "POUNDS=1")).contains("no currency");
        assertThat(shell.refused(2, "cash", "count", "GBP=3x1"))
                .contains("no coin or note of 3.00");
        assertThat(shell.refused(2, "cash", "count", "--file=nowhere")).contains("cannot be read");
        assertThat(shell.refused(2, "cash", "loan", "--amount=ten")).contains("no amount of GBP");
        assertThat(shell.refused(2, "cash", "loan", "--amount=1", "--pin-file=x"))
                .contains("say with --supervisor");
        assertThat(shell.refused(2, "cash", "confirm", "x")).contains("--confirmed-by NUMBER");
        assertThat(shell.refused(2, "cash", "loan", "--amount=1", "--pin=1")).contains("Unknown");
        assertThat(shell.done("cash", "unconfirmed", "--json")).doesNotContain("FLOAT_PROVIDED");
        assertThat(shell.done("exchange", "rates")).contains("No currency is exchanged here");
    }

    private String pin(String digits) {
        return shell.file("pin-" + digits, digits + "\n");
    }
}
