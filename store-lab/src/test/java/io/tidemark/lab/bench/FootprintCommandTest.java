package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.lab.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark at its smallest: real processes, every field documented, no figure judged. */
class FootprintCommandTest {
    @Test
    void a_till_a_gateway_and_a_bare_program_are_started_and_weighed(@TempDir Path directory)
            throws Exception {
        Said said =
                Said.by(
                        "bench",
                        "footprint",
                        "--starts",
                        "1",
                        "--gateway-starts",
                        "1",
                        "--json",
                        "--dir",
                        directory.toString());

        assertThat(said.code()).as(said.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(said.out());
        Documented.requireEvery(report);
        for (String program : new String[] {"till", "bare", "gateway"}) {
            assertThat(report.path(program).path("firstAnswerMillis").asDouble()).isPositive();
            assertThat(report.path(program).path("residentMb").asDouble()).isGreaterThan(30);
        }
        assertThat(directory).isEmptyDirectory();
    }
}
