package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark at its smallest: real processes, every field documented, no figure judged. */
class SyncCommandTest {
    @Test
    void a_small_backlog_is_marked_counted_and_told_in_every_field(@TempDir Path directory)
            throws Exception {
        Said said =
                Said.by(
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

        JsonNode report = Documented.report(said);
        assertThat(report.path("lines").asLong()).isEqualTo(2000);
        assertThat(report.path("queryableLinesPerSecond").asDouble()).isPositive();
        assertThat(report.path("secondRound").path("linesPerSecond").asDouble()).isPositive();
    }
}
