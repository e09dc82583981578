package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be replayed is refused before anything is started. */
class DemoCommandTest {
    @TempDir Path dir;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--stores   | 0          | --stores is 0; give 1 to 4",
                "--stores   | 5          | --stores is 5; give 1 to 4",
                "--tills    | 9          | --tills is 9; give 1 to 8",
                "--tills    | many       | Invalid value for option '--tills'",
                "--currency | XAU        | XAU (Gold) has no minor unit in ISO 4217",
                "--currency | POUNDS     | 'POUNDS' is no ISO 4217 currency",
                "--day      | 5 December | --day is '5 December'; write it like 2011-12-05",
                "--day      | 2011-12-06 | has no rows on 2011-12-06; it has 2 days from 2011-12-05 to 2011-12-08",
                "--data     | none.csv   | there is no file none.csv; give --data a CSV file",
                "--chaos    | maybe      | --chaos is 'maybe'; write on or off",
                "--seconds  | 0          | --seconds is 0; give 5 to 3600",
            })
    void a_wrong_option_is_refused_with_what_to_write(String option, String value, String advice) {
        Said said = Said.by("demo", option, value);

        assertThat(said.err()).contains(advice);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void a_file_without_the_columns_is_refused_by_their_names() throws Exception {
        Path file = Files.writeString(dir.resolve("other.csv"), "Invoice,Item\n1,A\n");

        Said said = Said.by("demo", "--data", file.toString());

        assertThat(said.err()).contains("has no column InvoiceNo, StockCode, Description");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void a_directory_with_something_in_it_is_left_alone() throws Exception {
        Files.writeString(dir.resolve("mine"), "");

        Said said = Said.by("demo", "--dir", dir.toString());

        assertThat(said.err()).contains("is not empty; give --dir a new directory");
        assertThat(said.code()).isEqualTo(2);
    }
}
