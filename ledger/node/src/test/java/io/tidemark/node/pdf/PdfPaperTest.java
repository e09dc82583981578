package io.tidemark.node.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.paper.Paper;
import io.tidemark.node.paper.Table;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Papers as PDF, read again as whoever gets them would. */
class PdfPaperTest {
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2026-11-20T22:14:00+01:00");

    @Test
    void all_that_the_paper_says_is_in_it_whatever_the_alphabet() throws IOException {
        String text = text(PdfPaper.of(List.of(paper("Łódź Główna", "complete", 2)), MADE));

        assertThat(text)
                .contains("shop.example", "Łódź Główna", "Store Z 7", "Status: complete")
                .contains("By department", "Αθήνα 1", "1,234.50", "−0.10", "Всего")
                .contains("page 1 of 1", "Checked by");
    }

    @Test
    void the_same_paper_has_the_same_bytes_on_any_machine() {
        List<Paper> papers = List.of(paper("Łódź Główna", "complete", 2));
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        byte[] here = PdfPaper.of(papers, MADE);

        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));

            assertThat(PdfPaper.of(papers, MADE)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    @Test
    void a_sign_that_the_font_has_not_is_a_box_and_stops_nothing() throws IOException {
        assertThat(text(PdfPaper.of(List.of(paper("Shop 東京 \u0007", "complete", 1)), MADE)))
                .contains("Shop □□");
    }

    @Test
    void a_long_table_goes_over_pages_each_with_its_head_and_the_status() throws IOException {
        String text =
                text(PdfPaper.of(List.of(paper("High Street", "closed without: t", 200)), MADE));

        assertThat(text).contains("page 1 of 4", "page 4 of 4", "Αθήνα 200");
        assertThat(text.split("Department", -1)).hasSize(1 + 4);
        assertThat(text.split("Store Z 7 · closed without: t", -1)).hasSize(1 + 4);
    }

    @Test
    void a_supplement_begins_on_a_page_of_its_own() throws IOException {
        byte[] pdf =
                PdfPaper.of(List.of(paper("a", "complete", 1), paper("b", "complete", 1)), MADE);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Store Z 7, a");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(MADE.toInstant());
        }
    }

    @Test
    void a_table_of_too_many_columns_is_written_smaller_and_no_figure_is_cut() throws IOException {
        List<Table.Column> columns =
                IntStream.range(0, 12)
                        .mapToObj(at -> new Table.Column("Column " + at, at > 0))
                        .toList();
        List<String> cells =
                IntStream.range(0, 12).mapToObj(at -> "1,234,56" + at + ".00").toList();
        Table wide = new Table("Wide", "", columns, List.of(new Table.Row(cells, false)));

        assertThat(
                        text(
                                PdfPaper.of(
                                        List.of(new Paper(head("a", ""), List.of(wide), List.of())),
                                        MADE)))
                .contains("1,234,561.00", "1,234,5611.00");
    }

    @Test
    void a_status_and_a_note_that_are_longer_than_a_line_go_on_in_the_next() throws IOException {
        String without =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(till -> "till-" + till + ", last mark " + till)
                        .collect(Collectors.joining("; "));
        Table noted = new Table("Positions", without, List.of(), List.of());
        Paper paper = new Paper(head("a", "closed without: " + without), List.of(noted), List.of());

        String text = text(PdfPaper.of(List.of(paper), MADE)).replaceAll("\\s+", " ");

        assertThat(text).contains("Status: closed without: " + without, "Positions " + without);
    }

    @Test
    void a_word_that_is_longer_than_a_line_is_broken_and_loses_nothing() throws IOException {
        String word = "x".repeat(400);
        Paper paper = new Paper(head("a", word), List.of(), List.of());

        String text = text(PdfPaper.of(List.of(paper), MADE)).replaceAll("\\s+", "");

        assertThat(text).contains("Status:" + word);
    }

    private static Paper paper(String store, String status, int rows) {
        List<Table.Row> all =
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new Table.Row(List.of("Αθήνα " + row, "1,234.50"), false))
                        .toList();
        Table departments =
                new Table(
                        "By department",
                        "Всего",
                        List.of(
                                new Table.Column("Department", false),
                                new Table.Column("Gross", true)),
                        all);
        Table overShort =
                new Table(
                        "Over/short",
                        "",
                        List.of(new Table.Column("", false), new Table.Column("", true)),
                        List.of(new Table.Row(List.of("cash", "−0.10"), true)));
        return new Paper(head(store, status), List.of(overShort, departments), List.of("rules 4"));
    }

    private static Paper.Head head(String store, String status) {
        return new Paper.Head(
                "shop.example",
                store,
                "Store Z 7",
                "Friday, 20 November 2026",
                status,
                true,
                List.of());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
