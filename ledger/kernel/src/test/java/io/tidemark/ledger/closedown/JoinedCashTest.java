package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.closedown.ExchangeDays.NONE;
import static io.tidemark.ledger.closedown.ExchangeDays.bought;
import static io.tidemark.ledger.closedown.ExchangeDays.chain;
import static io.tidemark.ledger.closedown.ExchangeDays.close;
import static io.tidemark.ledger.closedown.ExchangeDays.closed;
import static io.tidemark.ledger.closedown.ExchangeDays.moved;
import static io.tidemark.ledger.closedown.ExchangeDays.paidIn;
import static io.tidemark.ledger.closedown.ExchangeDays.sold;
import static io.tidemark.ledger.closedown.ExchangeDays.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cash that comes to a position, and leaves it, but by exchange. */
class JoinedCashTest {
    @Test
    void notes_that_were_taken_for_goods_join_the_position_at_what_they_counted_as() {
        StoreDayClosed closed =
                closed(
                        NONE,
                        DAY,
                        "0.80",
                        List.of(bought(100_00, 75_00), paidIn(100_00, 77_00)),
                        List.of(sold(100_00, 81_00)));

        ExchangePosition dollars = closed.exchange().getFirst();
        assertThat(dollars.after()).isEqualTo(new Position(usd(100_00), gbp(76_00)));
        assertThat(dollars.joined()).isEqualTo(new Position(usd(100_00), gbp(77_00)));
        assertThat(dollars.realised()).isEqualTo(gbp(5_00));
    }

    @Test
    void a_shop_that_takes_notes_and_exchanges_none_keeps_no_position_of_them() {
        TestChain till = chain(TestShop.till(1), DAY, List.of(paidIn(100_00, 77_00)));

        assertThat(close(NONE, DAY, Map.of(), till).exchange()).isEmpty();
        assertThat(close(NONE, DAY, "0.80", till).exchange()).hasSize(1);
    }

    @Test
    void what_the_bank_brought_costs_the_middle_rate_and_what_it_took_earns_nothing() {
        StoreDayClosed brought =
                closed(
                        NONE,
                        DAY,
                        "0.80",
                        List.of(moved(CashMovement.Kind.PAID_IN, 300_00), bought(100_00, 76_00)),
                        List.of());
        StoreDayClosed taken =
                closed(
                        NONE.then(brought),
                        DAY.plusDays(1),
                        "0.90",
                        List.of(moved(CashMovement.Kind.PAID_OUT, 200_00)),
                        List.of());

        assertThat(brought.exchange().getFirst().after())
                .isEqualTo(new Position(usd(400_00), gbp(316_00)));
        ExchangePosition dollars = taken.exchange().getFirst();
        assertThat(dollars.after()).isEqualTo(new Position(usd(200_00), gbp(158_00)));
        assertThat(dollars.realised()).isEqualTo(gbp(0));
        assertThat(dollars.joined()).isEqualTo(new Position(usd(-200_00), gbp(-158_00)));
    }

    @Test
    void a_float_that_goes_to_a_drawer_and_back_to_the_safe_changes_no_position() {
        StoreDayClosed closed =
                closed(
                        NONE,
                        DAY,
                        "0.80",
                        List.of(
                                moved(CashMovement.Kind.FLOAT_PROVIDED, 300_00),
                                moved(CashMovement.Kind.PICKUP, 100_00),
                                moved(CashMovement.Kind.SAFE_DROP, 50_00)),
                        List.of());

        assertThat(closed.exchange()).isEmpty();
    }

    @Test
    void a_float_that_is_new_to_the_store_joins_the_position_at_what_it_cost() {
        StoreDayClosed begun =
                closed(
                        NONE,
                        DAY,
                        "0.80",
                        List.of(
                                moved(CashMovement.Kind.FLOAT_PROVIDED, 1000_00)
                                        .costing(gbp(3750_00)),
                                bought(100_00, 377_00)),
                        List.of());

        ExchangePosition dollars = begun.exchange().getFirst();
        assertThat(dollars.after()).isEqualTo(new Position(usd(1100_00), gbp(4127_00)));
        assertThat(dollars.after().average()).isEqualTo("3.751818");
        assertThat(dollars.joined()).isEqualTo(new Position(usd(1000_00), gbp(3750_00)));
        assertThat(dollars.realised()).isEqualTo(gbp(0));
        assertThat(begun.totals().tenders())
                .extracting(TenderAccount::expected)
                .contains(usd(1100_00));
    }

    @Test
    void a_cost_in_another_currency_than_the_stores_joins_nothing_and_closes_the_day() {
        CashMovement odd =
                moved(CashMovement.Kind.FLOAT_PROVIDED, 1000_00)
                        .costing(new Money(1, new CurrencyCode("JPY")));

        assertThat(closed(NONE, DAY, "0.80", List.of(odd), List.of()).exchange()).isEmpty();
    }
}
