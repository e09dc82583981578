package io.tidemark.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables are those that cash registers are set to (CASIO V-REGI manual, «Australian», «Danish»,
 * «Finnish», «Malaysian», «New Zealand (B)», «Norway», «New Swedish»): the last minor units of a
 * total, and what becomes of them.
 */
class CashRoundingTest {
    @ParameterizedTest
    @CsvSource({
        "AU, 0, 2, 0",
        "AU, 3, 7, 5",
        "AU, 8, 9, 10",
        "FI, 0, 2, 0",
        "FI, 3, 7, 5",
        "FI, 8, 9, 10",
        "MY, 0, 2, 0",
        "MY, 3, 7, 5",
        "MY, 8, 9, 10",
        "CH, 0, 2, 0",
        "CH, 3, 7, 5",
        "CH, 8, 9, 10",
        "NZ, 0, 5, 0",
        "NZ, 6, 9, 10",
        "DK, 0, 24, 0",
        "DK, 25, 74, 50",
        "DK, 75, 99, 100",
        "NO, 0, 49, 0",
        "NO, 50, 99, 100",
        "SE, 0, 49, 0",
        "SE, 50, 99, 100",
        "CZ, 0, 49, 0",
        "CZ, 50, 99, 100",
        "HU, 0, 249, 0",
        "HU, 250, 749, 500",
        "HU, 750, 999, 1000"
    })
    void a_total_paid_in_cash_is_rounded_as_its_countrys_table_says(
            String country, long from, long to, long becomes) {
        CashRounding scheme = CashRoundings.of(country).orElseThrow();

        for (long minor = from; minor <= to; minor++)
            assertThat(scheme.round(of(scheme, 12_000 + minor), true))
                    .as("%s %s", country, minor)
                    .isEqualTo(of(scheme, 12_000 + becomes));
    }

    /** One and two down, three and four up to five; six and seven down to it, eight and nine up. */
    @ParameterizedTest
    @ValueSource(strings = {"CA", "NL", "BE", "IE", "IT", "SK", "EE", "LT"})
    void who_has_no_coins_of_one_and_two_cents_goes_by_the_nearest_five(String country) {
        CashRounding scheme = CashRoundings.of(country).orElseThrow();
        long[] becomes = {0, 0, 0, 5, 5, 5, 5, 5, 10, 10};

        for (int minor = 0; minor < becomes.length; minor++)
            assertThat(scheme.round(of(scheme, 4_710 + minor), true))
                    .as("%s %s", country, minor)
                    .isEqualTo(of(scheme, 4_710 + becomes[minor]));
    }

    @ParameterizedTest
    @CsvSource({
        "DK, 0, 25, 0",
        "DK, 26, 75, 50",
        "DK, 76, 99, 100",
        "SE, 0, 50, 0",
        "SE, 51, 99, 100"
    })
    void the_change_of_a_sale_is_rounded_the_other_way_at_the_half(
            String country, long from, long to, long becomes) {
        CashRounding scheme = CashRoundings.of(country).orElseThrow();

        for (long minor = from; minor <= to; minor++)
            assertThat(scheme.round(of(scheme, -(300 + minor)), true))
                    .as("%s %s", country, minor)
                    .isEqualTo(of(scheme, -(300 + becomes)));
    }

    @Test
    void a_refund_is_rounded_like_a_sale_of_the_same_amount() {
        for (CashRounding scheme : CashRoundings.all())
            for (long minor = 0; minor < 2 * scheme.interval(); minor++)
                assertThat(scheme.round(of(scheme, -minor), false))
                        .isEqualTo(scheme.round(of(scheme, minor), true).negated());
    }

    @Test
    void rounding_twice_changes_nothing_and_never_moves_more_than_half_a_coin() {
        for (CashRounding scheme : CashRoundings.all())
            for (long minor = -3 * scheme.interval(); minor < 3 * scheme.interval(); minor++) {
                Money rounded = scheme.round(of(scheme, minor), true);

                assertThat(scheme.hasCoinsFor(rounded)).isTrue();
                assertThat(scheme.round(rounded, true)).isEqualTo(rounded);
                assertThat(2 * Math.abs(rounded.minor() - minor))
                        .isLessThanOrEqualTo(scheme.interval());
            }
    }

    @Test
    void each_country_stands_once_and_says_who_says_so() {
        Set<String> countries = new HashSet<>();

        for (CashRounding scheme : CashRoundings.all()) {
            assertThat(countries.add(scheme.code())).as(scheme.code()).isTrue();
            assertThat(scheme.source()).isNotBlank();
        }
    }

    @Test
    void a_scheme_rounds_no_other_currency() {
        CashRounding swiss = CashRoundings.of("CH").orElseThrow();

        assertThatThrownBy(() -> swiss.round(new Money(7, new CurrencyCode("EUR")), true))
                .hasMessageContaining("CH rounds CHF");
    }

    private static Money of(CashRounding scheme, long minor) {
        return new Money(minor, scheme.currency());
    }
}
