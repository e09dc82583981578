package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What came after the close-down is shown as its supplement's in every format, and nothing else.
 */
class SupplementsTest {
    @TempDir private static Path directory;

    private static ClosedAtHand closed;
    private static ClosedDay before;

    @BeforeAll
    static void a_receipt_comes_with_the_Z_and_another_with_a_supplement() {
        LaboratoryStore store = new LaboratoryStore("till-1");
        closed = new ClosedAtHand(directory, store);
        LaboratoryTill till = store.till("till-1").opens(SomeDay.DAY).sells("2.50");
        closed.gateway.receives(till);
        closed.gateway.closed(SomeDay.DAY, "till-1");
        before = closed.day();
        closed.gateway.receives(till.sells("3.50").closesDay());
        closed.gateway.closed(SomeDay.DAY);
    }

    @AfterAll
    static void close() {
        closed.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PDF")
    void the_receipt_that_came_late_is_labelled_and_the_one_before_is_not(ExportFormat format)
            throws IOException {
        String label = label(format);
        List<String> receipts = receipts(format, closed.day());

        assertThat(receipts).hasSize(2);
        assertThat(receipts.getFirst()).doesNotContain(label);
        assertThat(receipts.getLast()).contains(label);
        assertThat(receipts(format, before)).hasSize(1);
        assertThat(text(format, before)).doesNotContain(label);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PDF")
    void the_days_status_names_the_supplement_after_the_Z(ExportFormat format) throws IOException {
        assertThat(text(format, closed.day()))
                .contains(format == ExportFormat.CSV ? "complete" : "supplement 1 complete");
    }

    @Test
    void the_poslog_and_the_figures_have_the_supplements_own_close_down() throws IOException {
        assertThat(text(ExportFormat.POSLOG, closed.day()))
                .containsPattern("\"Supplement\":1,\"ControlTransaction\":\\{\"BusinessEOD\"");
        assertThat(
                        Csv.rows(
                                        new String(
                                                Objects.requireNonNull(
                                                        closed.files(ExportFormat.CSV)
                                                                .get("z.csv")),
                                                UTF_8),
                                        ',')
                                .stream()
                                .map(row -> row.get("supplement"))
                                .distinct())
                .containsExactly("0", "1");
    }

    private static String label(ExportFormat format) {
        return switch (format) {
            case SAFT -> "<desc>Supplement 1";
            case DSFINVK -> "\"Nachtrag 1";
            case POSLOG -> "\"Supplement\":1";
            case HLEDGER -> ", supplement 1";
            case CSV -> SomeDay.DAY + "\",1,\"till-1\"";
            case PDF -> throw paper();
        };
    }

    /** What a format says of each, one after the other. */
    private static List<String> receipts(ExportFormat format, ClosedDay day) throws IOException {
        String text = text(format, day);
        return switch (format) {
            case SAFT ->
                    Stream.of(text.split("<cashtransaction>", -1))
                            .skip(1)
                            .filter(each -> each.contains("<ctLine>"))
                            .toList();
            case DSFINVK ->
                    table(format, day, "transactions.csv")
                            .filter(each -> each.contains(";5,00;") || each.contains(";7,00;"))
                            .toList();
            case POSLOG ->
                    text.lines().filter(each -> each.contains("\"RetailTransaction\"")).toList();
            case HLEDGER -> text.lines().filter(each -> each.contains(" sale ")).toList();
            case CSV -> table(format, day, "receipts.csv").toList();
            case PDF -> throw paper();
        };
    }

    /** Its records, without their head. */
    private static Stream<String> table(ExportFormat format, ClosedDay day, String name)
            throws IOException {
        byte[] table = ZippedFiles.of(ClosedAtHand.exported(day, format)).get(name);
        return new String(Objects.requireNonNull(table), UTF_8).lines().skip(1);
    }

    private static String text(ExportFormat format, ClosedDay day) throws IOException {
        byte[] exported = ClosedAtHand.exported(day, format);
        return switch (format) {
            case SAFT, POSLOG, HLEDGER -> new String(exported, UTF_8);
            case DSFINVK, CSV ->
                    ZippedFiles.of(exported).values().stream()
                            .map(each -> new String(each, UTF_8))
                            .collect(Collectors.joining("\n"));
            case PDF -> throw paper();
        };
    }

    /** Each supplement has a paper of its own. */
    private static AssertionError paper() {
        return new AssertionError("the store Z on paper has no receipts");
    }
}
