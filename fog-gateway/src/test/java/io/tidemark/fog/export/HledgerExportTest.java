package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryTill;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal for hledger, held against hledger itself. */
class HledgerExportTest {
    @TempDir Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void hledger_finds_any_day_in_order_strictly(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory.resolve("gateway"), seed)) {
            String checked = Hledger.refused(directory, closed.exported(ExportFormat.HLEDGER));

            assertThat(checked).isEmpty();
        }
    }

    @Test
    void a_balance_that_is_not_the_close_downs_is_found() throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory.resolve("gateway"), "till-1")) {
            LaboratoryTill till = closed.store.till("till-1").opens(SomeDay.DAY).sells("2.50");
            closed.gateway.receives(till.counts("104.00").closesDay());
            closed.gateway.closed(SomeDay.DAY);
            String journal = new String(closed.exported(ExportFormat.HLEDGER), UTF_8);

            String sound = Hledger.refused(directory, journal.getBytes(UTF_8));
            String harmed =
                    Hledger.refused(
                            directory,
                            journal.replace("= 104.00 GBP", "= 104.01 GBP").getBytes(UTF_8));

            assertThat(sound).isEmpty();
            assertThat(harmed).contains("balance assertion");
            assertThat(journal)
                    .contains(
                            "    assets:drawer:till-1:CASH  -1.00 GBP",
                            "    assets:drawer:till-1:CASH  0.00 GBP = 104.00 GBP");
        }
    }

    @Test
    void any_other_figure_of_any_account_is_found() throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory.resolve("gateway"), 5)) {
            String journal = new String(closed.exported(ExportFormat.HLEDGER), UTF_8);
            List<String> asserted = journal.lines().filter(line -> line.contains(" = ")).toList();

            assertThat(asserted).hasSizeGreaterThan(10);
            assertThat(
                            journal.lines()
                                    .filter(line -> line.startsWith("account "))
                                    .map(line -> line.substring("account ".length()))
                                    .filter(HledgerExportTest::hasBalance))
                    .allSatisfy(account ->
                            assertThat(asserted)
                                    .anyMatch(line -> line.startsWith("    " + account + "  ")));
            for (String line : asserted)
                assertThat(
                                Hledger.refused(
                                        directory,
                                        journal.replace(line, other(line)).getBytes(UTF_8)))
                        .as(line)
                        .contains("balance assertion");
        }
    }

    @Test
    void goods_and_foreign_cash_never_touch_the_safe() throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory.resolve("gateway"), 6)) {
            String journal = new String(closed.exported(ExportFormat.HLEDGER), UTF_8);

            List<String> sold =
                    Pattern.compile("\n\n")
                            .splitAsStream(journal)
                            .filter(each ->
                                    each.matches("(?s)[0-9-]+ (sale|return|post-void|curr).*"))
                            .toList();

            assertThat(sold).hasSizeGreaterThan(10).noneMatch(each -> each.contains("safe"));
            assertThat(sold).anyMatch(each -> each.contains("equity:conversion"));
        }
    }

    /** What the close-downs say the balance of. */
    private static boolean hasBalance(String account) {
        return account.matches(
                "(assets:(drawer|tenders)|revenues:sales|liabilities|expenses:cash r).*");
    }

    /** One minor unit more or less. */
    private static String other(String line) {
        int at = line.indexOf(" = ");
        Matcher amount = Pattern.compile("[0-9](?= [A-Z]{3}$)").matcher(line.substring(at));
        return line.substring(0, at)
                + amount.replaceFirst(found -> found.group().equals("9") ? "8" : "9");
    }
}
