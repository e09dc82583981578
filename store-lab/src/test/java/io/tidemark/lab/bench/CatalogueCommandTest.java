package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark at its smallest: real processes, every field documented, no figure judged. */
class CatalogueCommandTest {
    @Test
    void a_small_catalogue_comes_to_the_till_and_is_told_in_every_field(@TempDir Path directory)
            throws Exception {
        Said said =
                Said.by(
                        "bench",
                        "catalogue",
                        "--products",
                        "300",
                        "--look-ups",
                        "100",
                        "--json",
                        "--dir",
                        directory.toString());

        JsonNode report = Documented.report(said);
        assertThat(report.path("products").asInt()).isEqualTo(300);
        assertThat(report.path("deviceBytes").asLong()).isPositive();
        assertThat(report.path("tillApi").path("p99Micros").asDouble()).isPositive();
    }
}
