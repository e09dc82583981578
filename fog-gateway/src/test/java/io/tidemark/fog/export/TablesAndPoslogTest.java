package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables for spreadsheets, and the POSLog. */
class TablesAndPoslogTest {
    @TempDir Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void tables_add_up_to_the_close_downs_and_hold_no_formula(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            Map<String, byte[]> files = closed.files(ExportFormat.CSV);

            Money gross = gross(closed);
            assertThat(sum(rows(files, "receipts.csv"), "gross"))
                    .isEqualByComparingTo(gross.decimal());
            assertThat(sum(rows(files, "lines.csv"), "gross"))
                    .isEqualByComparingTo(gross.decimal());
            assertThat(sum(rows(files, "tenders.csv"), "store_amount"))
                    .isEqualByComparingTo(gross.decimal());
            for (String file : files.keySet())
                for (List<String> row : Csv.records(new String(files.get(file), UTF_8), ','))
                    assertThat(row).noneMatch(TablesAndPoslogTest::isFormula);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_poslog_tells_every_transaction_and_its_lines_add_up(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            JsonNode log =
                    new ObjectMapper().readTree(closed.exported(ExportFormat.POSLOG)).get("POSLog");

            BigDecimal gross = BigDecimal.ZERO;
            for (JsonNode transaction : log.get("Transaction"))
                if (isSold(transaction))
                    for (JsonNode item : transaction.get("RetailTransaction").get("LineItem"))
                        for (String way : List.of("Sale", "Return"))
                            if (item.has(way))
                                gross =
                                        gross.add(
                                                new BigDecimal(
                                                        item.get(way)
                                                                .get("ExtendedAmount")
                                                                .asText()));
            assertThat(gross).isEqualByComparingTo(gross(closed).decimal());
            assertThat(log.get("Status").asText()).contains("closed without: till-2");
        }
    }

    @Test
    void
            what_is_held_of_a_currency_stands_among_the_figures_and_that_an_age_was_checked_in_the_log()
                    throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, 1)) {
            ExchangePosition euros = closed.day().closed().getFirst().exchange().getFirst();

            List<Map<String, String>> figures =
                    rows(closed.files(ExportFormat.CSV), "z.csv").stream()
                            .filter(row -> "POSITION_HELD".equals(row.get("figure")))
                            .toList();
            assertThat(figures.getFirst())
                    .containsEntry("of", "EUR")
                    .containsEntry("currency", "EUR")
                    .containsEntry("amount", euros.after().amount().decimal().toPlainString());
            assertThat(new String(closed.exported(ExportFormat.POSLOG), UTF_8))
                    .contains("AgeVerification")
                    .contains("DOCUMENT");
        }
    }

    private static boolean isSold(JsonNode transaction) {
        return transaction.has("RetailTransaction")
                && !transaction.get("TrainingModeFlag").asBoolean()
                && List.of("Delivered", "Returned", "PostVoided")
                        .contains(
                                transaction
                                        .get("RetailTransaction")
                                        .get("TransactionStatus")
                                        .asText());
    }

    /** OWASP's list; a negative number is no formula. */
    static boolean isFormula(String field) {
        return !field.isEmpty()
                && "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".indexOf(field.charAt(0)) >= 0
                && !field.matches("-?[0-9]+([.][0-9]+)?");
    }

    private static Money gross(ClosedAtHand closed) {
        return Money.sum(
                closed.day().currency(),
                closed.day().closed(),
                (StoreDayClosed each) -> each.totals().gross());
    }

    private static List<Map<String, String>> rows(Map<String, byte[]> files, String name) {
        return Csv.rows(new String(files.get(name), UTF_8), ',').stream()
                .filter(row -> !Objects.equals(row.get("kind"), "TRAINING"))
                .toList();
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
