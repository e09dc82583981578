package io.tidemark.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRulesTest {
    private static final String GOOD = "1,A,apple,1,2024-02-29 10:00,0.01";

    @TempDir Path dir;

    @ParameterizedTest(name = "{2} at {4} on invoice {0} comes to {5}")
    @CsvSource({
        "1,  85123A, 6,      2024-02-29 10:00, 2.55,     1530",
        "1,  POST,   1,      2024-02-29 10:00, 18.00,    1800",
        "1,  A,      2,      2024-02-29 10:00, 0,        0",
        "1,  A,      0,      2024-02-29 10:00, 9.99,     0",
        "1,  A,      1.5,    2024-02-29 10:00, 0.01,     2",
        "C1, A,      -1.5,   2024-02-29 10:00, 0.01,     -2",
        "C1, A,      -3,     2024-02-29 10:00, 1.10,     -330",
        "C1, A,      3,      2024-02-29 10:00, 1.10,     330",
        "1,  A,      1.2500, 2024-02-29 10:00, 4.0000000, 500",
        "1,  A,      +2,     2024-02-29 10:00, 1e2,      20000",
        "1,  A,      1,      2024-02-29T23:59:59, .5,    50",
        "1,  A,      1,      2/29/2024 0:00,   5.,       500",
        "1,  '',     1,      2024-02-29 10:00, 1,        100",
        "1,  A,      3,      2024-02-29 10:00, 0.001667, 1",
    })
    void a_row_is_a_line(
            String invoice, String code, String quantity, String date, String price, long amount) {
        TradingDay day =
                Csv.day(dir, String.join(",", invoice, code, "apple", quantity, date, price));

        assertThat(Csv.totals(day)).isEqualTo(new SourceTotals(1, 1, 0, 0, amount));
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "1,  1,       2024-02-29 10:00, -0.01,     UnitPrice -0.01 is negative",
        "1,  -1,      2024-02-29 10:00, -1,        UnitPrice -1 is negative",
        "1,  '',      2024-02-29 10:00, 1,         Quantity '' is not a number",
        "1,  two,     2024-02-29 10:00, 1,         Quantity 'two' is not a number",
        "1,  -two,    2024-02-29 10:00, 1,         Quantity '-two' is not a number",
        "1,  1,       2024-02-29 10:00, £1,        UnitPrice '£1' is not a number",
        "1,  1,       2024-02-29 10:00, NaN,       UnitPrice 'NaN' is not a number",
        "1,  ١,       2024-02-29 10:00, 1,         Quantity '١' is not a number",
        "1,  1.2345,  2024-02-29 10:00, 1,         Quantity 1.2345 has more than 3 decimals",
        "1,  1,       2024-02-29 10:00, 0.0000001, UnitPrice 0.0000001 has more than 6 decimals",
        "1,  1e15,    2024-02-29 10:00, 1,         Quantity 1e15 has more than 12 digits before the point",
        "1,  999999999999, 2024-02-29 10:00, 999999999999, its amount overflows the day's total",
        "'', 1,       2024-02-29 10:00, 1,         has no InvoiceNo",
        "1,  1,       2024-02-30 10:00, 1,         InvoiceDate '2024-02-30 10:00' is no date",
        "1,  1,       2024-02-29,       1,         InvoiceDate '2024-02-29' is no date",
        "1,  1,       yesterday,        1,         InvoiceDate 'yesterday' is no date",
        "1,  1,       2024-02-29 24:00, 1,         InvoiceDate '2024-02-29 24:00' is no date",
        "1,  1,       13/1/2024 8:26,   1,         InvoiceDate '13/1/2024 8:26' is no date",
    })
    void a_row_is_refused_with_its_number_and_reason(
            String invoice, String quantity, String date, String price, String reason) {
        TradingDay day =
                Csv.day(dir, GOOD, String.join(",", invoice, "A", "apple", quantity, date, price));

        var share = Dealing.deal(day, 1, 1).getFirst();

        assertThat(share.totals()).isEqualTo(new SourceTotals(1, 1, 0, 1, 1));
        assertThat(share.refused())
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.number()).isEqualTo(3);
                    assertThat(refused.reason()).startsWith(reason);
                });
    }

    @Test
    void a_negative_quantity_is_a_stock_correction_unless_the_invoice_is_a_return() {
        TradingDay day =
                Csv.day(
                        dir,
                        GOOD,
                        "2,A,damaged,-5,2024-02-29 10:00,0",
                        "C3,A,apple,-5,2024-02-29 10:00,1");

        assertThat(Csv.totals(day)).isEqualTo(new SourceTotals(2, 2, 1, 0, -499));
    }

    @Test
    void a_row_with_too_few_columns_is_refused_and_further_columns_are_ignored() {
        TradingDay day = Csv.day(dir, GOOD + ",17850,France", "2,A");

        assertThat(Csv.totals(day)).isEqualTo(new SourceTotals(1, 1, 0, 1, 1));
    }

    @Test
    void a_receipt_holds_ten_thousand_lines_and_no_more() {
        String[] rows = Collections.nCopies(10_001, GOOD).toArray(String[]::new);

        assertThat(Csv.totals(Csv.day(dir, rows)))
                .isEqualTo(new SourceTotals(1, 10_000, 0, 1, 10_000));
    }

    @Test
    void a_description_longer_than_a_receipt_is_wide_is_cut_and_the_row_stays_a_line() {
        TradingDay day = Csv.day(dir, "1,A," + "x".repeat(5_000) + ",1,2024-02-29 10:00,1");

        assertThat(day.invoices().getFirst().lines().getFirst().goods().description())
                .hasSize(200)
                .endsWith("x…");
    }

    @Test
    void a_stock_code_too_long_for_a_plu_is_sold_by_its_description() {
        TradingDay day = Csv.day(dir, "1," + "9".repeat(65) + ",apple,1,2024-02-29 10:00,1");

        Goods goods = day.invoices().getFirst().lines().getFirst().goods();

        assertThat(goods.code()).isEqualTo("OPEN");
        assertThat(goods.description()).endsWith("999 apple");
    }
}
