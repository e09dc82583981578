package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.lab.retail.DataRefused;
import io.tidemark.lab.retail.HouseRates;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.MinorUnits;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which coins the demo's shops have, and what other money they take. */
class CoinsTest {
    @ParameterizedTest
    @CsvSource({"CHF,5", "SEK,100", "DKK,50", "HUF,500", "GBP,1", "EUR,1", "KWD,1"})
    void cash_goes_by_the_smallest_coin_of_the_currencys_country(String currency, long coin) {
        assertThat(rule(currency, Optional.empty()).coin()).isEqualTo(coin);
    }

    @Test
    void a_country_of_the_euro_may_have_given_up_its_cents() {
        assertThat(rule("EUR", Optional.of("fi")).coin()).isEqualTo(5);
        assertThat(rule("EUR", Optional.of("DE")).coin()).isEqualTo(1);
        assertThatThrownBy(() -> rule("GBP", Optional.of("CH")))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining("--currency CHF");
        assertThatThrownBy(() -> DemoSettings.country(MinorUnits.of("EUR"), Optional.of("FIN")))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining("two letters");
    }

    /** Of 9.98: 10.00 given, and two rappen less to pay than the card would have. */
    @Test
    void only_what_is_left_to_pay_in_cash_is_rounded() {
        HouseRule rule = rule("CHF", Optional.empty());

        assertThat(rule.rounding(998, 1_500, 1_500)).isEqualTo(2);
        assertThat(rule.rounding(998, 998, 0)).isZero();
        assertThat(rule.rounding(-997, 0, 0)).isEqualTo(2);
    }

    @Test
    void rates_are_those_of_the_shipped_day_around_the_middle() {
        HouseRates.Rate euro = new HouseRates(MinorUnits.of("GBP")).all().getFirst();

        assertThat(euro.mid()).isEqualTo(new BigDecimal("0.8593"));
        assertThat(euro.buy()).isLessThan(euro.mid()).isGreaterThan(euro.low());
        assertThat(euro.sell()).isGreaterThan(euro.mid()).isLessThan(euro.high());
        assertThat(new HouseRates(MinorUnits.of("EUR")).all())
                .extracting(rate -> rate.foreign().currency())
                .containsExactly("USD", "GBP");
        assertThat(new HouseRates(MinorUnits.of("KWD")).all()).isEmpty();
    }

    private static HouseRule rule(String currency, Optional<String> country) {
        return DemoSettings.rule(MinorUnits.of(currency), country);
    }
}
