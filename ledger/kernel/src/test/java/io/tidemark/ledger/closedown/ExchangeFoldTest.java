package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.closedown.ExchangeDays.NONE;
import static io.tidemark.ledger.closedown.ExchangeDays.USD;
import static io.tidemark.ledger.closedown.ExchangeDays.bought;
import static io.tidemark.ledger.closedown.ExchangeDays.chain;
import static io.tidemark.ledger.closedown.ExchangeDays.close;
import static io.tidemark.ledger.closedown.ExchangeDays.closed;
import static io.tidemark.ledger.closedown.ExchangeDays.moved;
import static io.tidemark.ledger.closedown.ExchangeDays.paidIn;
import static io.tidemark.ledger.closedown.ExchangeDays.rate;
import static io.tidemark.ledger.closedown.ExchangeDays.sold;
import static io.tidemark.ledger.closedown.ExchangeDays.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.exchange.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Positions from one close-down to the next. */
class ExchangeFoldTest {
    @Test
    void a_day_is_bought_at_its_average_and_what_was_sold_realises_its_margin() {
        StoreDayClosed closed =
                closed(
                        NONE,
                        DAY,
                        "3.80",
                        List.of(bought(1000_00, 3750_00), sold(50_00, 190_00)),
                        List.of(bought(100_00, 377_00)));

        ExchangePosition dollars = closed.exchange().getFirst();

        assertThat(dollars.realised()).isEqualTo(gbp(2_41));
        assertThat(dollars.after().amount()).isEqualTo(usd(1050_00));
        assertThat(dollars.after().cost()).isEqualTo(gbp(3939_41));
        assertThat(dollars.after().average()).isEqualTo("3.751819");
        assertThat(dollars.value()).isEqualTo(gbp(3990_00));
        assertThat(dollars.revaluation()).isEqualTo(gbp(50_59));
    }

    @Test
    void the_next_day_goes_on_from_the_position_and_tells_only_what_the_valuation_changed() {
        StoreHistory history =
                NONE.then(closed(NONE, DAY, "0.80", List.of(bought(100_00, 78_00)), List.of()));

        StoreDayClosed quiet = closed(history, DAY.plusDays(1), "0.79", List.of(), List.of());
        StoreDayClosed sold =
                closed(
                        history.then(quiet),
                        DAY.plusDays(2),
                        "0.79",
                        List.of(sold(100_00, 81_00)),
                        List.of());

        assertThat(quiet.exchange().getFirst().revaluation()).isEqualTo(gbp(-1_00));
        assertThat(sold.exchange().getFirst().realised()).isEqualTo(gbp(3_00));
        assertThat(sold.exchange().getFirst().revaluation()).isEqualTo(gbp(-1_00));
        assertThat(
                        closed(
                                        history.then(quiet).then(sold),
                                        DAY.plusDays(3),
                                        "0.79",
                                        List.of(),
                                        List.of())
                                .exchange())
                .isEmpty();
    }

    @Test
    void what_comes_late_changes_the_position_from_its_supplement_on_and_nothing_before() {
        TestChain till = chain(TestShop.till(1), DAY, List.of(bought(100_00, 78_00)));
        StoreDayClosed first = close(NONE, DAY, "0.80", till);
        till.append(TestShop.entry(sold(40_00, 33_00), 0, DAY));

        StoreDayClosed supplement = close(NONE.then(first), DAY, "0.80", till);

        assertThat(supplement.supplement()).isEqualTo(1);
        assertThat(supplement.exchange().getFirst().before())
                .isEqualTo(first.exchange().getFirst().after());
        assertThat(supplement.exchange().getFirst().realised()).isEqualTo(gbp(1_80));
    }

    @Test
    void what_comes_late_of_a_day_values_nothing_by_that_days_rate_once_a_later_day_is_closed() {
        TestChain till = chain(TestShop.till(1), DAY, List.of(bought(100_00, 78_00)));
        StoreDayClosed first = close(NONE, DAY, "0.80", till);
        StoreHistory after = NONE.then(first);
        StoreDayClosed next = closed(after, DAY.plusDays(1), "0.90", List.of(), List.of());
        till.append(TestShop.entry(bought(10_00, 9_00), 0, DAY));

        StoreDayClosed supplement = close(after.then(next), DAY, "0.80", till);

        ExchangePosition position = supplement.exchange().getFirst();
        assertThat(position.mid()).isEqualTo(rate("0.90"));
        assertThat(position.before()).isEqualTo(next.exchange().getFirst().after());
        assertThat(position.revaluation()).isEqualTo(gbp(0));
        assertThat(again(supplement, after.then(next), till)).isEqualTo(supplement);
    }

    @Test
    void what_was_sold_short_earns_on_the_day_that_buys_it() {
        StoreDayClosed short100 =
                closed(NONE, DAY, "0.80", List.of(sold(100_00, 81_00)), List.of());

        StoreDayClosed covered =
                closed(
                        NONE.then(short100),
                        DAY.plusDays(1),
                        "0.80",
                        List.of(bought(100_00, 78_00)),
                        List.of());

        assertThat(short100.exchange().getFirst().realised()).isEqualTo(gbp(0));
        assertThat(covered.exchange().getFirst().realised()).isEqualTo(gbp(3_00));
        assertThat(covered.exchange().getFirst().after().isNone()).isTrue();
    }

    @Test
    void a_close_down_computed_again_needs_no_rates_but_its_own() {
        TestChain till = chain(TestShop.till(1), DAY, List.of(bought(100_00, 78_00)));
        StoreDayClosed signed = close(NONE, DAY, "0.80", till);

        StoreDayClosed again = again(signed, NONE, till);

        assertThat(again).isEqualTo(signed);
        assertThat(again.exchange().getFirst().mid()).isNotNull();
    }

    @Test
    void more_than_the_store_may_hold_is_told_with_its_limit_and_stays_told_when_computed_again() {
        TestChain much = chain(TestShop.till(1), DAY, List.of(bought(100_001, 80_000)));
        TestChain less = chain(TestShop.till(1), DAY, List.of(bought(100_000, 80_000)));

        StoreDayClosed beyond = close(NONE, DAY, "0.80", much);
        StoreDayClosed within = close(NONE, DAY, "0.80", less);

        assertThat(beyond.exchange().getFirst().isBeyondLimit()).isTrue();
        assertThat(beyond.exchange().getFirst().beyondLimitInWords())
                .isEqualTo("the store holds 1000.01 USD, beyond its limit of 1000.00 USD");
        assertThat(within.exchange().getFirst().isBeyondLimit()).isFalse();
        assertThat(again(beyond, NONE, much)).isEqualTo(beyond);
        EntryBytes bytes = TestShop.entry(beyond, 0);
        assertThat(EntryCodec.decode(bytes).event()).isEqualTo(beyond);
    }

    @Test
    void in_whatever_order_two_tills_exchanged_the_position_is_the_same_and_no_money_is_lost() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        long paid = 0;
        for (int i = 0; i < 40; i++) {
            long foreign = 1L + random.nextInt(100_000);
            long base = 1 + foreign * (700 + random.nextInt(200)) / 1000;
            boolean buying = random.nextBoolean();
            events.add(buying ? bought(foreign, base) : sold(foreign, base));
            paid += buying ? base : -base;
        }
        int cut = random.nextInt(events.size());

        StoreDayClosed one =
                closed(NONE, DAY, "0.80", events.subList(0, cut), events.subList(cut, 40));
        Collections.shuffle(events, random);
        StoreDayClosed other =
                closed(NONE, DAY, "0.80", events.subList(0, 11), events.subList(11, 40));

        assertThat(other.exchange()).as("seed %d", seed).isEqualTo(one.exchange());
        ExchangePosition dollars = one.exchange().getFirst();
        assertThat(dollars.after().cost().minor())
                .as("seed %d", seed)
                .isEqualTo(paid + dollars.realised().minor());
    }

    @Test
    void whatever_moved_cost_after_is_cost_before_and_what_was_paid_and_joined_and_earned() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StoreHistory history = NONE;
        Position before = Position.none(USD, GBP);
        for (int day = 0; day < 20; day++) {
            List<Event> events = new ArrayList<>();
            long paid = 0;
            for (int i = 0; i < 10; i++) {
                long foreign = 1L + random.nextInt(100_000);
                long base = 1 + foreign * (700 + random.nextInt(200)) / 1000;
                switch (random.nextInt(6)) {
                    case 0 -> events.add(moved(CashMovement.Kind.PAID_IN, foreign));
                    case 1 -> events.add(moved(CashMovement.Kind.PAID_OUT, foreign));
                    case 2 -> events.add(paidIn(foreign, base));
                    case 3 -> {
                        events.add(sold(foreign, base));
                        paid -= base;
                    }
                    default -> {
                        events.add(bought(foreign, base));
                        paid += base;
                    }
                }
            }
            StoreDayClosed closed =
                    closed(
                            history,
                            DAY.plusDays(day),
                            "0.80",
                            events.subList(0, 4),
                            events.subList(4, 10));

            ExchangePosition dollars = closed.exchange().getFirst();
            assertThat(dollars.before()).as("seed %d", seed).isEqualTo(before);
            assertThat(dollars.after().cost())
                    .as("seed %d, day %d", seed, day)
                    .isEqualTo(
                            before.cost()
                                    .plus(gbp(paid))
                                    .plus(dollars.joined().cost())
                                    .plus(dollars.realised()));
            assertThat(EntryCodec.decode(TestShop.entry(closed, 0)).event()).isEqualTo(closed);
            history = history.then(closed);
            before = dollars.after();
        }
    }

    private static StoreDayClosed again(
            StoreDayClosed signed, StoreHistory before, TestChain till) {
        return CloseDown.again(signed, before, List.of(ChainFold.of(till, DAY, before))).closed();
    }
}
