package io.tidemark.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");

    @ParameterizedTest
    @CsvSource({
        "2.55, 6, GBP, 1530",
        "0.125, 1, GBP, 13",
        "0.125, -1, GBP, -13",
        "2.55, 1, KRW, 3",
        "2.45, 1, KRW, 2",
        "2.55, 1, KWD, 2550",
        "1.0005, 1, KWD, 1001",
        "3.333333, 0.333, GBP, 111",
        "0, 12, GBP, 0"
    })
    void a_price_is_extended_once_half_up_to_the_minor_unit(
            String price, String quantity, String currency, long minor) {
        Money extended =
                UnitPrice.of(price)
                        .times(Quantity.of(quantity, Unit.PIECE), new CurrencyCode(currency));

        assertThat(extended.minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 200000, 200",
        "999, 200000, 167",
        "-999, 200000, -167",
        "107, 70000, 7",
        "100, 0, 0",
        "3, 200000, 1"
    })
    void tax_is_taken_out_of_the_gross_half_up(long gross, int ppm, long tax) {
        assertThat(new TaxRate(ppm).includedIn(new Money(gross, GBP)).minor()).isEqualTo(tax);
    }

    @Test
    void what_goes_by_the_piece_goes_by_whole_ones() {
        Quantity.of("-3.0", Unit.PIECE).requireWholePieces();
        Quantity.of("0.375", Unit.KILOGRAM).requireWholePieces();

        assertThatThrownBy(() -> Quantity.of("0.5", Unit.PIECE).requireWholePieces())
                .hasMessageContaining("0.5 is part of a piece");
    }

    @Test
    void amounts_that_do_not_fit_are_refused_not_wrapped() {
        Money most = new Money(Long.MAX_VALUE, GBP);

        assertThatThrownBy(() -> most.plus(new Money(1, GBP)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.rounded(new BigDecimal("1e30"), GBP))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currencies_are_never_mixed() {
        Money pounds = new Money(1, GBP);
        Money yen = new Money(1, new CurrencyCode("JPY"));

        assertThatThrownBy(() -> pounds.plus(yen)).hasMessageContaining("cannot mix GBP and JPY");
    }

    @Test
    void a_currency_without_a_minor_unit_is_refused_with_a_way_out() {
        assertThatThrownBy(() -> new CurrencyCode("XAU"))
                .hasMessageContaining("no minor unit")
                .hasMessageContaining("GBP");
        assertThatThrownBy(() -> new CurrencyCode("POUND")).hasMessageContaining("not an ISO 4217");
    }

    @Test
    void more_places_than_are_kept_are_refused_and_trailing_zeros_are_not_counted() {
        assertThat(UnitPrice.of("1.50000000000").toString()).isEqualTo("1.5");
        assertThat(new UnitPrice(new BigDecimal("1E+3")).toString()).isEqualTo("1000");
        assertThatThrownBy(() -> UnitPrice.of("1.0000001"))
                .hasMessageContaining("6 decimal places");
        assertThatThrownBy(() -> Quantity.of("0.0001", Unit.KILOGRAM))
                .hasMessageContaining("3 decimal places");
        assertThatThrownBy(() -> UnitPrice.of("-1")).hasMessageContaining("never negative");
        assertThatThrownBy(() -> UnitPrice.of("one")).hasMessageContaining("write it like 12.5");
    }

    @Test
    void money_is_shown_in_its_currencys_places() {
        assertThat(new Money(1234, GBP).toString()).isEqualTo("12.34 GBP");
        assertThat(new Money(1234, new CurrencyCode("KRW")).toString()).isEqualTo("1234 KRW");
        assertThat(new Money(1234, new CurrencyCode("KWD")).toString()).isEqualTo("1.234 KWD");
    }
}
