package io.tidemark.ledger.exchange;

import static io.tidemark.ledger.TestShop.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.MoneyEvents;
import io.tidemark.ledger.ShopEvents;
import io.tidemark.ledger.event.CurrencyExchanged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 75.00 of one customer, time and again. */
class LinkedExchangesTest {
    private static final CurrencyExchanged EXCHANGE = MoneyEvents.bought();
    private static final String CUSTOMER = EXCHANGE.customer().reference();

    private final LinkedExchanges linked = new LinkedExchanges();

    @Test
    void those_of_so_many_days_add_up_today_included() {
        linked.add(DAY.minusDays(2), EXCHANGE);
        linked.add(DAY.minusDays(1), EXCHANGE);
        linked.add(DAY, EXCHANGE);

        assertThat(linked.minorWithin(CUSTOMER, DAY, 1)).isEqualTo(75_00);
        assertThat(linked.minorWithin(CUSTOMER, DAY, 2)).isEqualTo(150_00);
        assertThat(linked.minorWithin(CUSTOMER, DAY, 3)).isEqualTo(225_00);
    }

    @Test
    void what_was_taken_back_counts_no_more() {
        linked.add(DAY, EXCHANGE);
        linked.add(
                DAY,
                CurrencyExchanged.undoing(
                        EXCHANGE,
                        new CurrencyExchanged.Undone(ShopEvents.RECEIPT, "wrong notes"),
                        List.of()));

        assertThat(linked.minorWithin(CUSTOMER, DAY, 1)).isZero();
    }

    @Test
    void a_customer_is_one_however_the_number_is_typed() {
        linked.add(DAY, EXCHANGE);

        assertThat(linked.minorWithin(" c-77 ", DAY, 1)).isEqualTo(75_00);
        assertThat(linked.minorWithin("C-78", DAY, 1)).isZero();
    }
}
