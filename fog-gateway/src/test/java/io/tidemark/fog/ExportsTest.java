package io.tidemark.fog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.fog.export.ExportFormat;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A closed day as files: from a running gateway's API and pages, and by the command beside it. */
class ExportsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;

    @BeforeAll
    static void close_a_day() throws Exception {
        gateway = LaboratoryNode.provisioned(directory, 1);
        gateway.start();
        LaboratoryTill till = gateway.till("till-1").opens(DAY).sells("2.50").closesDay();
        try (BrokerClient connection = gateway.connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway.closeDay(DAY, "[]").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        gateway.stop();
    }

    @Test
    void the_api_and_the_command_beside_it_write_the_same_file() throws Exception {
        HttpResponse<String> told = asked(DAY, "hledger");
        Path file = directory.resolve("beside.journal");
        int code = command(DAY, "hledger", file, new StringWriter());

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("s001-2026-11-20-hledger.journal");
        assertThat(told.body()).contains("assets:drawer:", "= 105.00 GBP");
        assertThat(code).isZero();
        assertThat(Files.readString(file)).isEqualTo(told.body());
    }

    @Test
    void the_store_Z_is_written_as_the_same_PDF_with_its_status_and_articles() throws Exception {
        Path beside = directory.resolve("beside.pdf");
        int code = command(DAY, "pdf", beside, new StringWriter());
        byte[] told = gateway.bytes("/api/v1/days/" + DAY + "/export?format=pdf");

        assertThat(code).isZero();
        assertThat(Files.readAllBytes(beside)).isEqualTo(told);
        try (PDDocument document = Loader.loadPDF(told)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Store Z 1", "Status: complete", "5.00")
                    .contains("85123A HEART T-LIGHT HOLDER gifts")
                    .contains("Names are those of the day's receipts");
        }
    }

    @Test
    void every_format_is_offered_on_the_dashboard_and_is_there() throws Exception {
        String page = gateway.get("/?day=" + DAY);

        for (ExportFormat format : ExportFormat.values()) {
            assertThat(page).contains("/api/v1/days/" + DAY + "/export?format=" + format.label());
            assertThat(asked(DAY, format.label()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_cannot_be_exported_is_refused_with_what_to_do() throws Exception {
        assertThat(asked(DAY, "xls").statusCode()).isEqualTo(400);
        assertThat(asked(DAY, "xls").body()).contains("saft, dsfinvk, poslog, hledger, csv, pdf");
        assertThat(asked(DAY.minusDays(9), "saft").statusCode()).isEqualTo(404);

        StringWriter err = new StringWriter();
        Path file = directory.resolve("refused");
        int unclosed = command(DAY.minusDays(9), "saft", file, err);
        int unknown = command(DAY, "xls", file, err);
        Files.writeString(file, "mine");
        int there = command(DAY, "saft", file, err);

        assertThat(List.of(unclosed, unknown, there)).containsOnly(ExitCode.BAD_USAGE.code());
        assertThat(err.toString())
                .contains("has not been closed; the last that were are 2026-11-20")
                .contains("there is no format 'xls'")
                .contains("is there already");
        assertThat(Files.readString(file, UTF_8)).isEqualTo("mine");
    }

    private static HttpResponse<String> asked(LocalDate day, String format) throws Exception {
        return LaboratoryNode.send(
                gateway.request("/api/v1/days/" + day + "/export?format=" + format).build());
    }

    private static int command(LocalDate day, String format, Path out, StringWriter err) {
        CommandLine commands = NodeMain.commandLine(new FogGateway());
        commands.setErr(new PrintWriter(err)).setOut(new PrintWriter(new StringWriter()));
        List<String> words =
                new ArrayList<>(List.of("export", "--day", day.toString(), "--format", format));
        words.addAll(List.of("--dir", gateway.store().gateway().home().toString()));
        words.addAll(
                List.of(
                        "--passphrase-file",
                        gateway.store().gateway().passphraseFile().toString()));
        words.addAll(List.of("--out", out.toString()));
        return commands.execute(words.toArray(String[]::new));
    }
}
