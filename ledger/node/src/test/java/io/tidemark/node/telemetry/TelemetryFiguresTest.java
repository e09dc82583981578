package io.tidemark.node.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TelemetryFiguresTest {
    @Test
    void a_clock_that_is_off_by_nothing_that_shows_has_no_sign() {
        assertThat(TelemetryFigures.seconds(Duration.ofMillis(-4))).isEqualTo("0.00 s");
        assertThat(TelemetryFigures.seconds(Duration.ZERO)).isEqualTo("0.00 s");
        assertThat(TelemetryFigures.seconds(Duration.ofMillis(-6))).isEqualTo("\u22120.01 s");
        assertThat(TelemetryFigures.seconds(Duration.ofMillis(1_250))).isEqualTo("+1.25 s");
    }

    @Test
    void a_figure_has_the_digits_that_say_something() {
        assertThat(TelemetryFigures.perMille(34)).isEqualTo("3.4 %");
        assertThat(TelemetryFigures.perMille(342)).isEqualTo("34 %");
        assertThat(TelemetryFigures.bytes(1_536)).isEqualTo("1.5 KiB");
        assertThat(TelemetryFigures.millisOfMicros(12_400)).isEqualTo("12 ms");
        assertThat(TelemetryFigures.within(Duration.ofMillis(12))).isEqualTo("± 12 ms");
        assertThat(TelemetryFigures.length(Duration.ofMinutes(119))).isEqualTo("119 min");
    }
}
