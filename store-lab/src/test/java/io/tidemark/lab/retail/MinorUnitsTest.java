package io.tidemark.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinorUnitsTest {
    @ParameterizedTest
    @CsvSource({"GBP,2", "gbp,2", "KRW,0", "JPY,0", "KWD,3", "CLF,4", "USD,2"})
    void a_currency_knows_its_minor_unit(String code, int digits) {
        assertThat(MinorUnits.of(code).digits()).isEqualTo(digits);
    }

    @Test
    void gold_has_none_and_is_refused() {
        assertThatThrownBy(() -> MinorUnits.of("XAU"))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining("XAU (Gold) has no minor unit in ISO 4217");
    }

    @Test
    void what_is_no_currency_is_refused() {
        assertThatThrownBy(() -> MinorUnits.of("EURO"))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining("'EURO' is no ISO 4217 currency; give its three letters");
    }

    @Test
    void amounts_read_as_people_write_them() {
        assertThat(MinorUnits.of("GBP").format(-1205)).isEqualTo("-12.05");
        assertThat(MinorUnits.of("KRW").format(1205)).isEqualTo("1205");
        assertThat(MinorUnits.of("KWD").format(1205)).isEqualTo("1.205");
    }
}
