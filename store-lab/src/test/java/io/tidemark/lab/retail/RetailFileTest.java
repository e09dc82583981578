package io.tidemark.lab.retail;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class RetailFileTest {
    private static final String ROWS = Csv.HEADER + "\n1,A,Café,1,2024-03-01 10:00,1\n";

    @TempDir Path dir;

    @Test
    void plain_gzip_and_xz_read_the_same() throws IOException {
        byte[] plain = ROWS.getBytes(UTF_8);
        var gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        var xz = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(xz, new LZMA2Options())) {
            out.write(plain);
        }

        assertThat(description(plain)).isEqualTo("Café");
        assertThat(description(gzip.toByteArray())).isEqualTo("Café");
        assertThat(description(xz.toByteArray())).isEqualTo("Café");
    }

    @Test
    void what_is_not_utf_8_is_windows_1252() {
        assertThat(description(ROWS.getBytes(Charset.forName("windows-1252")))).isEqualTo("Café");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing() {
        assertThat(description(("\uFEFF" + ROWS.replace("\n", "\r\n")).getBytes(UTF_8)))
                .isEqualTo("Café");
    }

    @Test
    void quotes_commas_and_line_ends_within_a_field_are_kept_apart_from_the_rows() {
        String rows =
                """
                %s
                1,A,"say ""hi"",
                then go",1,2024-03-01 10:00,1


                """
                        .formatted(Csv.HEADER);

        assertThat(description(rows.getBytes(UTF_8))).isEqualTo("say \"hi\", then go");
    }

    @Test
    void columns_are_found_by_name_in_any_order() {
        String rows =
                """
                Country, unitprice ,INVOICEDATE,Quantity,"Description",StockCode,InvoiceNo
                UK,2.5,2024-03-01 10:00,3,Café,A,1
                """;

        TradingDay day = Csv.dayOf(Csv.file(dir, rows.getBytes(UTF_8)), "2024-03-01", "GBP");

        assertThat(Csv.totals(day)).isEqualTo(new SourceTotals(1, 1, 0, 0, 750));
    }

    @Test
    void a_missing_column_is_named() {
        assertRefused(
                "InvoiceNo,StockCode,Quantity,InvoiceDate\n".getBytes(UTF_8),
                "has no column Description, UnitPrice; its first row must name the columns InvoiceNo,StockCode,");
    }

    @Test
    void a_column_named_twice_is_refused() {
        assertRefused(
                (Csv.HEADER + ",quantity\n").getBytes(UTF_8), "has the column Quantity twice");
    }

    @Test
    void an_empty_file_is_refused() {
        assertRefused(new byte[0], "is empty; it must begin with a row of column names");
    }

    @Test
    void binary_data_are_refused() {
        assertRefused(new byte[100], "is no text but binary data");
    }

    @Test
    void utf_16_is_refused() {
        assertRefused(ROWS.getBytes(UTF_16), "is UTF-16; save it as UTF-8");
    }

    @Test
    void a_compressed_file_that_was_cut_off_is_refused() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(ROWS.getBytes(UTF_8));
        }

        assertRefused(Arrays.copyOf(gzip.toByteArray(), 40), "is not a readable CSV file: ");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused() {
        assertRefused(
                (ROWS + "1,A,\"Caf,1,2024-03-01 10:00,1\n").getBytes(UTF_8),
                "is not a readable CSV file: ");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> RetailFile.at(dir.resolve("none.csv")))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void the_shipped_days_carry_their_credit() throws IOException {
        Path credit = Path.of("src/main/resources/online-retail/CREDIT.md");

        assertThat(Files.readString(credit)).contains("Chen, D. (2015)").contains("CC BY 4.0");
    }

    private String description(byte[] content) {
        TradingDay day = Csv.dayOf(Csv.file(dir, content), "2024-03-01", "GBP");
        return day.invoices().getFirst().lines().getFirst().goods().description();
    }

    private void assertRefused(byte[] content, String message) {
        assertThatThrownBy(() -> Csv.dayOf(Csv.file(dir, content), "2024-03-01", "GBP"))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining(message);
    }
}
