package io.tidemark.cloud.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetWordsTest {
    @Test
    void a_clock_that_is_off_by_nothing_that_shows_has_no_sign() {
        assertThat(FleetWords.seconds(-4)).isEqualTo("0.00 s");
        assertThat(FleetWords.seconds(0)).isEqualTo("0.00 s");
        assertThat(FleetWords.seconds(-6)).isEqualTo("\u22120.01 s");
        assertThat(FleetWords.seconds(1_250)).isEqualTo("+1.25 s");
    }
}
