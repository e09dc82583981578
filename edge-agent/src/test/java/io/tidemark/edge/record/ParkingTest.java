package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.Totals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Baskets that wait. */
class ParkingTest {
    private final TillAtWork till = new TillAtWork().open();

    @Test
    void a_basket_waits_under_an_id_of_its_workstation_and_place() {
        BasketSuspended parked = suspend(null);

        assertThat(parked.id()).isEqualTo("Till 1-3");
        assertThat(parked.lines()).hasSize(1);
        assertThat(till.view().parked()).extracting(Parked::basket).containsExactly("Till 1-3");
    }

    @Test
    void the_longest_workstation_has_room_for_every_basket_of_its_life() {
        String longest = "x".repeat(Limits.WORKSTATION_MAX);

        assertThat(Parking.id(longest, Integer.MAX_VALUE, Long.MAX_VALUE))
                .hasSizeLessThanOrEqualTo(Limits.CODE_MAX);
    }

    @Test
    void it_is_taken_up_and_paid_under_its_id_and_then_no_more() {
        String id = suspend(null).id();

        assertThat(till.recordedEvent(resume(id))).isEqualTo(new BasketResumed(id, "Till 1"));
        SaleCompleted sale = (SaleCompleted) till.recordedEvent(pay(id));

        assertThat(sale.details().basket()).isEqualTo(id);
        assertThat(till.view().parked()).isEmpty();
        assertThat(till.view().takenUp()).isEmpty();
        assertThat(till.refused(pay(id)).kind()).isEqualTo(Refusal.Kind.BASKET);
        assertThat(till.refused(resume(id)).kind()).isEqualTo(Refusal.Kind.BASKET);
    }

    @Test
    void it_outlives_the_till_z_and_a_restart() {
        String id = suspend(null).id();
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));

        till.restarted().open();

        assertThat(till.view().parked()).extracting(Parked::basket).containsExactly(id);
        assertThat(till.recordedEvent(resume(id))).isInstanceOf(BasketResumed.class);
    }

    /** The till's zone is London's, and its business day begins at four. */
    @Test
    void past_midnight_it_is_taken_up_on_the_day_that_is_open_and_sold_on_that_day_alone() {
        till.now = Instant.parse("2010-12-01T23:50:00Z");
        String first = suspend(null).id();
        String second = suspend(null).id();

        till.advance(Duration.ofMinutes(20));
        Entry sameDay = till.recorded(resume(first)).getLast();
        till.recorded(pay(first));
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        till.advance(Duration.ofHours(8));
        till.open();
        Entry nextDay = till.recorded(resume(second)).getLast();
        till.recorded(pay(second));

        assertThat(sameDay.header().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(nextDay.header().businessDay()).isEqualTo(LocalDate.of(2010, 12, 2));
        Totals today = Objects.requireNonNull(till.view().totals());
        assertThat(today.gross().minor()).isEqualTo(255);
        assertThat(today.tally(Tally.RESUMED).count()).isEqualTo(1);
        assertThat(today.tally(Tally.SUSPENDED).count()).isZero();
    }

    @Test
    void suspended_again_it_waits_under_a_new_id_that_names_the_old_one() {
        String first = suspend(null).id();
        till.recorded(resume(first));

        BasketSuspended second = suspend(first);

        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.details().basket()).isEqualTo(first);
        assertThat(till.view().parked()).extracting(Parked::basket).containsExactly(second.id());
        assertThat(till.view().takenUp()).isEmpty();
    }

    @Test
    void one_that_is_given_up_is_done() {
        String id = suspend(null).id();
        till.recorded(resume(id));

        till.recorded(new Ask.VoidBasket(newId(), OPERATOR, basket(id), null));

        assertThat(till.view().takenUp()).isEmpty();
    }

    @Test
    void another_tills_is_taken_up_only_if_the_gateway_gave_it() {
        Ask.Resume ask = resume("W2-7");
        assertThat(till.refused(ask).why()).contains("no basket W2-7 waits here");

        Decision decision = till.decide(Command.of(resume("W2-7")).with(Found.claimed("W2")));

        assertThat(decision).isInstanceOf(Decision.Append.class);
        assertThat(((Decision.Append) decision).entries().getFirst().event())
                .isEqualTo(new BasketResumed("W2-7", "W2"));
        assertThat(till.view().takenUp()).extracting(TakenUp::workstation).containsExactly("W2");
    }

    /** To a till that has taken a basket up the gateway gives it as often as it asks. */
    @Test
    void one_that_is_paid_is_not_taken_up_again_though_the_gateway_gives_it() {
        String own = suspend(null).id();
        till.recorded(resume(own));
        till.recorded(pay(own));
        assertThat(claim("W2-7", "W2")).isInstanceOf(Decision.Append.class);
        till.recorded(pay("W2-7"));

        till.restarted();

        assertThat(claim(own, "Till 1")).isInstanceOf(Decision.Refused.class);
        assertThat(claim("W2-7", "W2")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void one_whose_receipt_was_pruned_is_not_given_again_either() {
        String id = suspend(null).id();
        till.recorded(resume(id));
        till.recorded(pay(id));
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        till.restartedPruned();
        till.advance(Duration.ofDays(1));
        till.open();

        assertThat(claim(id, "Till 1")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void only_so_many_wait() {
        for (int i = 0; i < ParkedBaskets.HELD_MAX; i++) suspend(null);

        assertThat(till.refused(suspending(null)).why()).contains("finish some first");
    }

    /** Taken up at other tills, of which this one is never told: they are not to fill its list. */
    @Test
    void those_of_earlier_days_make_room_the_oldest_first() {
        String first = suspend(null).id();
        String second = suspend(null).id();
        for (int i = 2; i < ParkedBaskets.HELD_MAX; i++) suspend(null);
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        till.advance(Duration.ofDays(1));
        till.open();

        String third = suspend(null).id();

        assertThat(till.view().parked())
                .hasSize(ParkedBaskets.HELD_MAX)
                .extracting(Parked::basket)
                .doesNotContain(first)
                .startsWith(second)
                .endsWith(third);
    }

    @Test
    void one_whose_receipt_was_pruned_is_not_taken_up_again_by_a_restart() {
        String id = suspend(null).id();
        till.recorded(resume(id));
        till.recorded(pay(id));
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));

        till.restartedPruned();

        assertThat(till.view().takenUp()).isEmpty();
    }

    @Test
    void without_an_open_day_nothing_waits() {
        assertThat(new TillAtWork().refused(suspending(null)).kind()).isEqualTo(Refusal.Kind.DAY);
    }

    private BasketSuspended suspend(@Nullable String before) {
        return (BasketSuspended) till.recordedEvent(suspending(before));
    }

    private static Ask.Suspend suspending(@Nullable String before) {
        return new Ask.Suspend(newId(), OPERATOR, basket(before));
    }

    private static Ask.Resume resume(String id) {
        return new Ask.Resume(newId(), OPERATOR, id);
    }

    /** As the gateway gives it. */
    private Decision claim(String id, String from) {
        return till.decide(Command.of(resume(id)).with(Found.claimed(from)));
    }

    private Ask.Sell pay(String id) {
        Basket asked = basket(id);
        return new Ask.Sell(
                newId(),
                OPERATOR,
                new Basket(
                        asked.lines(),
                        List.of(till.tender(TenderType.CASH, 255)),
                        null,
                        asked.extras()));
    }

    private static Basket basket(@Nullable String suspended) {
        return new Basket(
                List.of(line("85123A", "1")),
                List.of(),
                null,
                new Basket.Extras(List.of(), null, "", suspended, false));
    }
}
