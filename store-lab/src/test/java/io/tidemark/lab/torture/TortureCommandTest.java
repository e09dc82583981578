package io.tidemark.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be done is refused before anything is started. */
class TortureCommandTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--stores  | 0     | --stores is 0; give 1 to 4",
                "--tills   | 9     | --tills is 9; give 1 to 8",
                "--handhelds | 3   | --handhelds is 3; give 0 to 2",
                "--minutes | 0     | --minutes is above 0 and at most 10080 (a week)",
                "--minutes | 20000 | --minutes is above 0 and at most 10080 (a week)",
                "--only    | RUST  | expected one of",
            })
    void a_wrong_option_is_refused_with_what_to_write(String option, String value, String advice) {
        Said said = Said.by("torture", option, value);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(advice);
    }
}
