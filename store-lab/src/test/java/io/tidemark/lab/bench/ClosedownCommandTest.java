package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small day through every engine and a new JVM: no figure is judged but that all agree. */
class ClosedownCommandTest {
    @TempDir private Path directory = Path.of("");

    @Test
    void a_day_is_closed_by_all_engines_and_all_find_the_same() throws IOException {
        Said said =
                Said.by(
                        "bench",
                        "closedown",
                        "--lines",
                        "600",
                        "--tills",
                        "3",
                        "--runs",
                        "1",
                        "--json",
                        "--dir",
                        directory.toString());

        JsonNode report = Documented.report(said);
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "lines",
                        "warmMillis",
                        "coldMillis",
                        "bareFoldMillis",
                        "duckdbMillis",
                        "postgresMillis",
                        "h2Millis",
                        "equal");
        assertThat(report.path("lines").asInt()).isEqualTo(600);
        assertThat(report.path("equal").asBoolean()).as(said.err()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }
}
