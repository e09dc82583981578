package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.lab.StoreLab;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark at its smallest: real processes, all fields, no figure judged. */
class SyncCommandTest {
    private static final List<String> FIELDS =
            List.of(
                    "profile",
                    "tills",
                    "receipts",
                    "lines",
                    "seconds",
                    "linesPerSecond",
                    "firstSecondLinesPerSecond",
                    "queryableLinesPerSecond",
                    "bytesPerLine",
                    "tillCpuMicrosPerLine",
                    "gatewayCpuMicrosPerLine",
                    "latencyP50Millis",
                    "latencyP99Millis",
                    "gatewayPeakMb",
                    "limit");

    @Test
    void a_small_backlog_is_marked_counted_and_told_in_every_field(@TempDir Path directory)
            throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));

        int code;
        try {
            code =
                    StoreLab.commandLine()
                            .execute(
                                    "bench",
                                    "sync",
                                    "--profile",
                                    "till-small",
                                    "--tills",
                                    "2",
                                    "--lines",
                                    "2000",
                                    "--live",
                                    "5",
                                    "--json",
                                    "--dir",
                                    directory.toString());
        } finally {
            System.setOut(console);
        }

        assertThat(code).isZero();
        JsonNode report = new ObjectMapper().readTree(printed.toString(StandardCharsets.UTF_8));
        assertThat(FIELDS).allMatch(report::has);
        assertThat(report.path("lines").asLong()).isEqualTo(2000);
        assertThat(report.path("queryableLinesPerSecond").asDouble()).isPositive();
        assertThat(report.path("secondRound").path("linesPerSecond").asDouble()).isPositive();
    }
}
