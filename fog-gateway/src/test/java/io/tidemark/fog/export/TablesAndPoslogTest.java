package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void the_zs_table_tells_each_till_and_together_they_are_the_store(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            List<Map<String, String>> all = rows(closed.files(ExportFormat.CSV), "z.csv");

            for (String figure : List.of("GROSS", "RETURNED", "TAX", "TENDER_TAKEN"))
                for (String supplement : List.of("0", "1")) {
                    List<Map<String, String>> told =
                            all.stream()
                                    .filter(row -> Objects.equals(row.get("figure"), figure))
                                    .filter(row ->
                                            Objects.equals(row.get("at"), "GBP")
                                                    || Objects.equals(row.get("at"), ""))
                                    .filter(row ->
                                            Objects.equals(row.get("supplement"), supplement))
                                    .toList();
                    Map<Boolean, List<Map<String, String>>> byTill =
                            told.stream()
                                    .collect(
                                            Collectors.partitioningBy(
                                                    row -> !Objects.equals(row.get("device"), "")));
                    assertThat(byTill.get(true)).as(figure).isNotEmpty();
                    assertThat(sum(Objects.requireNonNull(byTill.get(true)), "amount"))
                            .as(figure)
                            .isEqualByComparingTo(
                                    sum(Objects.requireNonNull(byTill.get(false)), "amount"));
                }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void what_moved_in_drawers_is_the_same_in_the_tables_as_by_dsfinvk(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            Map<String, byte[]> tables = closed.files(ExportFormat.CSV);
            List<Map<String, String>> moved =
                    Stream.concat(
                                    rows(tables, "cash.csv").stream(),
                                    rows(tables, "tenders.csv").stream())
                            .filter(row -> Objects.equals(row.get("tender"), "CASH"))
                            .filter(row -> !Objects.equals(row.get("what"), "COUNTED"))
                            .toList();
            List<Map<String, String>> cash =
                    Csv.rows(
                            new String(
                                    closed.files(ExportFormat.DSFINVK).get("cash_per_currency.csv"),
                                    UTF_8),
                            ';');

            for (String currency : List.of("GBP", "EUR", "JPY", "KWD"))
                assertThat(sum(of(moved, "currency", currency), "amount"))
                        .as(currency)
                        .isEqualByComparingTo(
                                sum(of(cash, "ZAHLART_WAEH", currency), "ZAHLART_BETRAG_WAEH"));
        }
    }

    private static List<Map<String, String>> of(
            List<Map<String, String>> rows, String column, String value) {
        return rows.stream().filter(row -> Objects.equals(row.get(column), value)).toList();
    }

    @Test
    void what_a_poslog_says_of_tax_agrees_with_its_percentage() throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, 6)) {
            JsonNode log = new ObjectMapper().readTree(closed.exported(ExportFormat.POSLOG));

            List<JsonNode> taxes = log.findValues("Tax");
            assertThat(taxes).hasSizeGreaterThan(20);
            for (JsonNode tax : taxes)
                assertThat(
                                decimal(tax, "TaxableAmount")
                                        .multiply(decimal(tax, "Percent"))
                                        .movePointLeft(2))
                        .as("%s", tax)
                        .isCloseTo(decimal(tax, "Amount"), within(new BigDecimal("0.02")));
        }
    }

    private static BigDecimal decimal(JsonNode of, String name) {
        return new BigDecimal(of.get(name).asText());
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

    /** OWASP's list, behind whatever is not seen; a negative number is no formula. */
    static boolean isFormula(String field) {
        return field.matches(
                        "(?s)[\\p{Z}\\p{C}\\s]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*")
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
                .map(row ->
                        new BigDecimal(Objects.requireNonNull(row.get(column)).replace(',', '.')))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
