package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.lab.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks within one process, at their smallest: no figure is judged. */
class BenchCommandTest {
    @TempDir private Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource({"append, --sales, 50", "recover, --entries, 50"})
    void every_field_that_is_told_is_documented(String bench, String size, String count)
            throws IOException {
        Said said = Said.by("bench", bench, size, count, "--json", "--dir", directory.toString());

        assertThat(said.code()).as(said.err()).isZero();
        Documented.requireEvery(new ObjectMapper().readTree(said.out()));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_recovery_tells_how_much_it_recovered_and_how_fast() throws IOException {
        Said said = Said.by("bench", "recover", "--entries", "50", "--group", "3", "--json");

        JsonNode report = new ObjectMapper().readTree(said.out());
        assertThat(report.path("entries").asInt()).isEqualTo(50);
        assertThat(report.path("group").asInt()).isEqualTo(3);
        assertThat(report.path("lines").asInt()).isEqualTo(250);
        assertThat(report.path("openEntriesPerSecond").asDouble()).isPositive();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "append  | --sales   | 0       | --sales is 0; give 1 or more",
                "append  | --dir     | nowhere | cannot write to nowhere",
                "recover | --entries | 0       | --entries is 0; give 1 or more",
                "recover | --group   | 0       | --group is 0; give 1 or more",
                "recover | --data    | none    | there is no file none; give --data a CSV file",
                "sync    | --tills   | 0       | --tills is 0; give 1 or more",
                "sync    | --lines   | 3       | --lines is 3; give 5 or more",
                "sync    | --live    | 0       | --live is 0; give 1 or more",
                "sync    | --profile | huge    | huge",
                "closedown | --lines    | 3     | --lines is 3; give 30 or more",
                "closedown | --tills    | 0     | --tills is 0; give 1 or more",
                "closedown | --runs     | 0     | --runs is 0; give 1 or more",
                "closedown | --receipts | 3     | --receipts is 3; give 4 or more",
                "footprint | --profile | huge  | write one of till-small, till-standard",
                "footprint | --starts  | 0     | --starts is 0; give 1 or more",
            })
    void what_cannot_be_measured_is_refused_with_what_to_write(
            String bench, String option, String value, String advice) {
        Said said = Said.by("bench", bench, option, value);

        assertThat(said.err()).contains(advice).doesNotContain("Exception:\n");
        assertThat(said.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lines", "--tills", "--runs"})
    void what_an_ordinary_day_does_not_ask_for_is_refused_beside_it(String option) {
        Said said = Said.by("bench", "closedown", "--receipts", "500", option, "30");

        assertThat(said.err()).contains(option + " is of a large shop's day: leave it out");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void a_file_is_no_directory_to_measure_in() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        Said said = Said.by("bench", "append", "--dir", file.toString());

        assertThat(said.err()).contains("give --dir a directory that is there");
        assertThat(said.code()).isEqualTo(2);
    }
}
