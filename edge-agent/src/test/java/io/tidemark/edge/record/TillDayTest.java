package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A till through its business days: opened, moved, counted and closed. */
class TillDayTest {
    private final TillAtWork till = new TillAtWork();

    @Test
    void nothing_is_sold_before_the_day_is_open() {
        Refusal refusal = till.refused(till.smallSale());

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DAY);
        assertThat(refusal.why()).contains("open the day");
        assertThat(till.journal).isEmpty();
    }

    @Test
    void opening_records_the_business_day_and_the_float_under_one_command() {
        List<Entry> entries =
                till.recorded(new Ask.OpenDay(newId(), OPERATOR, List.of(till.money(5_000))));

        assertThat(entries)
                .extracting(Entry::event)
                .hasExactlyElementsOfTypes(BusinessDayOpened.class, TillOpened.class);
        assertThat(till.view().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(till.cash().expected()).isEqualTo(till.money(5_000));
    }

    @Test
    void a_day_that_is_open_is_not_opened_again() {
        till.open();

        assertThat(till.refused(new Ask.OpenDay(newId(), OPERATOR, List.of())).why())
                .contains("2010-12-01 is open already");
    }

    @Test
    void until_the_cut_over_hour_it_is_still_yesterdays_business_day() {
        till.now = Instant.parse("2010-12-02T03:59:59Z");

        till.open();

        assertThat(till.view().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
    }

    @Test
    void a_business_day_is_never_earlier_than_the_last_whatever_the_clock_says() {
        till.open();
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));

        till.advance(Duration.ofDays(-30));
        till.restarted().open();

        assertThat(till.view().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
    }

    @Test
    void an_open_day_goes_on_past_midnight_until_it_is_closed() {
        till.open();
        till.advance(Duration.ofDays(3));

        Entry sale = till.recorded(till.smallSale()).getFirst();

        assertThat(sale.header().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
    }

    @Test
    void another_operator_begins_another_shift() {
        till.open();

        int first = till.recorded(till.smallSale()).getFirst().header().shift();
        int second =
                till.recorded(new Ask.OpenDrawer(newId(), "John", "change"))
                        .getFirst()
                        .header()
                        .shift();
        int third = till.restarted().recorded(till.smallSale()).getFirst().header().shift();

        assertThat(List.of(first, second, third)).containsExactly(1, 2, 3);
    }

    @Test
    void cash_movements_change_what_is_expected_in_the_drawer() {
        till.open(10_000);

        till.recorded(till.move(CashMovement.Kind.FLOAT_PROVIDED, 1_000));
        till.recorded(till.move(CashMovement.Kind.PAID_IN, 200));
        till.recorded(till.move(CashMovement.Kind.PAID_OUT, 30));
        till.recorded(till.move(CashMovement.Kind.PICKUP, 4_000));

        assertThat(till.cash().expected()).isEqualTo(till.money(7_170));
    }

    @Test
    void a_count_shows_what_is_over_or_short_until_something_moves() {
        till.open(10_000);

        till.recorded(
                new Ask.Count(
                        newId(),
                        OPERATOR,
                        List.of(new CountedTender(TenderType.CASH, till.money(9_990)))));

        assertThat(till.cash().overShort()).contains(till.money(-10));
        assertThat(till.view().counted()).isTrue();
        till.recorded(till.smallSale());
        assertThat(till.view().counted()).isFalse();
    }

    @Test
    void a_count_of_nothing_is_none() {
        assertThatThrownBy(() -> new Ask.Count(newId(), OPERATOR, List.of()))
                .hasMessageContaining("nothing was counted: give at least the cash");
        var mistyped = new CountedTender(new TenderType("CAHS"), till.money(1));
        assertThatThrownBy(() -> new Ask.Count(newId(), OPERATOR, List.of(mistyped)))
                .hasMessageContaining("there is no tender type 'CAHS'");
    }

    @Test
    void the_till_Z_has_the_days_figures_and_where_it_stands_in_the_journal() {
        till.open();
        till.recorded(till.smallSale());
        Hash hashBefore = till.view().head().hash();

        var z = (TillDayClosed) till.recordedEvent(new Ask.CloseDay(newId(), OPERATOR));

        assertThat(z.zNumber()).isEqualTo(1);
        assertThat(z.first()).isEqualTo(1);
        assertThat(z.last()).isEqualTo(3);
        assertThat(z.head()).isEqualTo(hashBefore);
        assertThat(z.totals().gross()).isEqualTo(till.money(255));
        assertThat(z.totals().transactions()).isEqualTo(1);
    }

    @Test
    void the_next_day_starts_from_nothing_with_the_next_Z_number() {
        till.open();
        till.recorded(till.smallSale());
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        till.advance(Duration.ofDays(1));
        till.restarted().open();

        var z = (TillDayClosed) till.recordedEvent(new Ask.CloseDay(newId(), OPERATOR));

        assertThat(z.zNumber()).isEqualTo(2);
        assertThat(z.totals().transactions()).isZero();
        assertThat(z.first()).isEqualTo(5);
    }

    @Test
    void a_restarted_till_has_the_same_state() {
        till.open();
        till.recorded(till.smallSale());
        till.recorded(till.move(CashMovement.Kind.PICKUP, 100));
        TillView before = till.view();

        assertThat(till.restarted().view()).isEqualTo(before);
    }
}
