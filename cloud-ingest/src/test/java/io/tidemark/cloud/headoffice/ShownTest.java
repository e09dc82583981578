package io.tidemark.cloud.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures as head office's pages write them. */
class ShownTest {
    private static final Money EVEN = new Money(0, new CurrencyCode("CHF"));
    private static final Money SHORT = new Money(-101, new CurrencyCode("EUR"));
    private static final Money NONE = new Money(0, new CurrencyCode("JPY"));

    @Test
    void what_is_over_or_short_is_told_of_the_currencies_in_which_it_is() {
        assertThat(Shown.signed(List.of(EVEN, SHORT, NONE))).isEqualTo(Shown.signed(SHORT));
    }

    @Test
    void drawers_that_are_all_even_are_told_in_one_currency() {
        assertThat(Shown.signed(List.of(EVEN, NONE))).isEqualTo(Shown.signed(EVEN));
        assertThat(Shown.signed(List.of())).isEqualTo("not counted");
    }
}
