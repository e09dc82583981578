package io.tidemark.ledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuoteTest {
    private static final CurrencyCode CHF = new CurrencyCode("CHF");
    private static final CurrencyCode JPY = new CurrencyCode("JPY");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    /** Five-euro notes, francs in steps of five centimes, 1 % and at least 2 francs. */
    private static final ExchangeTerms EUROS =
            terms(
                    new Money(5_00, EUR),
                    new Money(5, CHF),
                    new ExchangeTerms.Commission(10_000, chf(2_00)));

    @Test
    void what_goes_the_other_way_is_rounded_to_the_smallest_coin_half_up() {
        Quote quote = Quote.of(EUROS, Quote.Way.SELL, eur(305_00), rate("0.9615"));

        assertThat(quote.base()).isEqualTo(chf(293_25));
        assertThat(quote.commission()).isEqualTo(chf(2_95));
        assertThat(quote.customer()).isEqualTo(chf(296_20));
    }

    @Test
    void a_commission_is_never_less_than_its_least_and_comes_off_what_is_bought() {
        Quote quote = Quote.of(EUROS, Quote.Way.BUY, eur(100_00), rate("0.93"));

        assertThat(quote.commission()).isEqualTo(chf(2_00));
        assertThat(quote.customer()).isEqualTo(chf(91_00));
    }

    @Test
    void an_amount_of_which_there_are_no_notes_is_refused_with_the_nearest_ones() {
        assertThatThrownBy(() -> Quote.of(EUROS, Quote.Way.BUY, eur(102_50), rate("0.93")))
                .hasMessageContaining("make it 100.00 EUR or 105.00 EUR");
        assertThatThrownBy(() -> Quote.of(EUROS, Quote.Way.BUY, eur(1), rate("0.93")))
                .hasMessageContaining("make it 5.00 EUR");
    }

    @Test
    void nothing_is_bought_of_which_only_the_commission_would_be_left() {
        ExchangeTerms coins =
                terms(
                        new Money(1, EUR),
                        new Money(5, CHF),
                        new ExchangeTerms.Commission(0, chf(2_00)));

        assertThatThrownBy(() -> Quote.of(coins, Quote.Way.BUY, eur(1_00), rate("0.93")))
                .hasMessageContaining("nothing would be left");
        assertThatThrownBy(() -> Quote.of(coins, Quote.Way.BUY, eur(1), rate("0.93")))
                .hasMessageContaining("too little");
    }

    @Test
    void so_much_of_the_own_currency_buys_as_many_whole_notes_as_it_covers() {
        Quote quote = Quote.upTo(EUROS, Quote.Way.SELL, chf(100_00), rate("0.9615"));

        assertThat(quote.foreign()).isEqualTo(eur(100_00));
        assertThat(quote.base()).isEqualTo(chf(96_15));
        assertThatThrownBy(() -> Quote.upTo(EUROS, Quote.Way.SELL, chf(4_00), rate("0.9615")))
                .hasMessageContaining("less than one note");
    }

    @Test
    void a_currency_without_minor_units_is_exchanged_like_any_other() {
        ExchangeTerms yen =
                terms(
                        new Money(1000, JPY),
                        new Money(5, CHF),
                        new ExchangeTerms.Commission(0, chf(0)));

        Quote quote = Quote.of(yen, Quote.Way.SELL, new Money(10_000, JPY), rate("0.0061"));

        assertThat(quote.base()).isEqualTo(chf(61_00));
    }

    private static ExchangeTerms terms(Money note, Money round, ExchangeTerms.Commission fee) {
        return new ExchangeTerms(
                CHF,
                LocalDate.of(2026, 11, 1),
                new ExchangeTerms.Rates(
                        rate("0.9450"), rate("0.93"), rate("0.9615"), rate("0.001"), rate("2")),
                new ExchangeTerms.Handling(note, round, fee),
                ExchangeTerms.Bounds.none(note.currency()),
                List.of());
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    private static Money chf(long minor) {
        return new Money(minor, CHF);
    }
}
