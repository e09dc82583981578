package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void a_clock_that_is_off_by_nothing_that_shows_has_no_sign() {
        assertThat(Measures.seconds(-0.004)).isEqualTo("0.00 s");
        assertThat(Measures.seconds(0)).isEqualTo("0.00 s");
        assertThat(Measures.seconds(-0.006)).isEqualTo("\u22120.01 s");
        assertThat(Measures.seconds(1.25)).isEqualTo("+1.25 s");
    }
}
