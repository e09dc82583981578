package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that people and programs ask a gateway for. */
class AskedDayTest {
    @Test
    void a_day_is_written_as_the_standard_writes_it() {
        assertThat(GatewayApi.parsed("2026-11-21")).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "-999999999-01-01", "+999999999-12-31", "9999-12-31", "today"})
    void what_no_shop_has_had_is_refused_with_how_a_day_is_written(String day) {
        assertThatThrownBy(() -> GatewayApi.parsed(day))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a day is written 2026-11-21");
    }
}
