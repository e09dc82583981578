package io.tidemark.edge.record;

import static io.tidemark.edge.record.People.MARY;
import static io.tidemark.edge.record.People.SUE;
import static io.tidemark.edge.record.People.TOM;
import static io.tidemark.edge.record.People.attend;
import static io.tidemark.edge.record.People.signOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OperatorSession.Kind;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.masterdata.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who is at the till, as its journal tells it. */
class AttendingTest {
    @Test
    void one_signs_on_before_the_day_is_open_under_the_date_it_will_have() {
        TillAtWork till = People.till(Rules.NONE);

        Entry entry = till.recorded(attend(MARY, Kind.SIGN_ON), MARY).getFirst();

        assertThat(entry.event()).isEqualTo(new OperatorSession(Kind.SIGN_ON, "Mary", "CASHIER"));
        assertThat(entry.header().operator()).isEqualTo(MARY);
        assertThat(entry.header().shift()).isEqualTo(1);
        assertThat(entry.header().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
    }

    @Test
    void who_signed_on_opens_the_day_and_sells_in_one_shift_without_naming_themselves() {
        TillAtWork till = People.open(Rules.NONE);

        Entry sale = till.recorded(unnamed(till.smallSale())).getLast();

        assertThat(sale.header().operator()).isEqualTo(MARY);
        assertThat(sale.header().shift()).isEqualTo(1);
    }

    @Test
    void nothing_is_recorded_without_somebody_signed_on() {
        TillAtWork till = People.till(Rules.NONE);

        Refusal refusal = till.refused(new Ask.OpenDay(TillAtWork.newId(), MARY, List.of()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SIGNED_ON);
        assertThat(refusal.why()).contains("sign on with number and PIN first");
    }

    @Test
    void the_operator_of_a_request_must_be_who_is_signed_on() {
        TillAtWork till = People.open(Rules.NONE);

        Refusal refusal = till.refused(named(till.smallSale(), TOM));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SIGNED_ON);
        assertThat(refusal.why()).contains("12 is not signed on at this till, 11 is");
    }

    @Test
    void without_the_right_PIN_nobody_signs_on() {
        TillAtWork till = People.till(Rules.NONE);

        Refusal refusal = till.refused(attend(MARY, Kind.SIGN_ON), TOM);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.PIN);
        assertThat(till.view().present()).isNull();
    }

    @Test
    void somebody_else_signs_on_and_off_goes_who_was_there() {
        TillAtWork till = People.open(Rules.NONE);

        List<Entry> entries = till.recorded(attend(TOM, Kind.SIGN_ON), TOM);

        assertThat(entries)
                .extracting(entry -> ((OperatorSession) entry.event()).kind())
                .containsExactly(Kind.SIGN_OFF, Kind.SIGN_ON);
        assertThat(entries)
                .extracting(entry -> entry.header().operator())
                .containsExactly(MARY, TOM);
        assertThat(entries).extracting(entry -> entry.header().shift()).containsExactly(1, 2);
    }

    @Test
    void who_is_signed_on_signs_on_again_in_a_new_shift_also_where_they_had_locked_it() {
        TillAtWork till = People.open(Rules.NONE);
        till.recorded(attend(MARY, Kind.LOCK));

        List<Entry> entries = till.recorded(attend(MARY, Kind.SIGN_ON), MARY);

        assertThat(entries)
                .extracting(entry -> ((OperatorSession) entry.event()).kind())
                .containsExactly(Kind.SIGN_OFF, Kind.SIGN_ON);
        assertThat(entries).extracting(entry -> entry.header().shift()).containsExactly(1, 2);
    }

    @Test
    void a_locked_till_records_nothing_until_the_same_operator_unlocks_it() {
        TillAtWork till = People.open(Rules.NONE);
        till.recorded(attend("", Kind.LOCK));

        Refusal refusal = till.refused(unnamed(till.smallSale()));
        till.recorded(attend(MARY, Kind.UNLOCK), MARY);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.LOCKED);
        assertThat(till.recorded(unnamed(till.smallSale())).getLast().header().shift())
                .isEqualTo(1);
    }

    @Test
    void a_supervisor_unlocks_it_is_named_and_leaves_the_shift_to_whose_it_is() {
        TillAtWork till = People.open(Rules.NONE);
        till.recorded(attend("", Kind.LOCK));

        Entry unlocked = till.recorded(attend(SUE, Kind.UNLOCK), SUE).getFirst();

        assertThat(unlocked.header().operator()).isEqualTo(SUE);
        assertThat(unlocked.header().shift()).isEqualTo(1);
        assertThat(
                        till.restarted()
                                .recorded(unnamed(till.smallSale()))
                                .getLast()
                                .header()
                                .operator())
                .isEqualTo(MARY);
    }

    @Test
    void another_cashier_neither_unlocks_a_till_nor_signs_on_at_it_and_a_supervisor_does() {
        TillAtWork till = People.open(Rules.NONE);
        till.recorded(attend("", Kind.LOCK));

        Refusal unlocking = till.refused(attend(TOM, Kind.UNLOCK), TOM);
        Refusal signingOn = till.refused(attend(TOM, Kind.SIGN_ON), TOM);
        signOn(till, SUE);

        assertThat(unlocking.kind()).isEqualTo(Refusal.Kind.LOCKED);
        assertThat(signingOn.kind()).isEqualTo(Refusal.Kind.LOCKED);
        assertThat(present(till).operator()).isEqualTo(SUE);
        assertThat(present(till).locked()).isFalse();
    }

    @Test
    void who_is_signed_on_and_whether_it_is_locked_survives_a_restart() {
        TillAtWork till = People.open(Rules.NONE);
        till.recorded(attend("", Kind.TRAINING_ON));
        till.recorded(attend("", Kind.LOCK));

        till.restarted();

        assertThat(present(till)).isEqualTo(new Presence(1, MARY, "Mary", "CASHIER", true, true));
    }

    @Test
    void closing_the_day_signs_off_within_it() {
        TillAtWork till = People.open(Rules.NONE);
        till.recorded(unnamed(till.smallSale()));

        List<Entry> entries = till.recorded(new Ask.CloseDay(TillAtWork.newId(), ""));

        assertThat(entries.getFirst().event())
                .isEqualTo(new OperatorSession(Kind.SIGN_OFF, "Mary", "CASHIER"));
        TillDayClosed z = (TillDayClosed) entries.getLast().event();
        assertThat(z.last()).isEqualTo(till.journal.size() - 1L);
        assertThat(z.totals().tallies())
                .as("she signed on before she opened the day, and it is of that day")
                .contains(new Tally(Tally.SIGN_ON, 1, till.money(0)));
        assertThat(till.restarted().view().present()).isNull();
    }

    @Test
    void who_is_no_operator_any_more_is_told_so() {
        TillAtWork till = People.open(Rules.NONE);
        till.staff = new Staff(till.staff.operators().subList(1, 3), Rules.NONE);

        Refusal refusal = till.refused(unnamed(till.smallSale()));

        assertThat(refusal.why()).contains("11 is no operator of this store any more");
    }

    @Test
    void where_no_operators_are_named_one_may_sign_on_and_need_not() {
        TillAtWork till = new TillAtWork().open();
        till.recorded(attend("Ann", Kind.SIGN_ON));

        Entry unnamed = till.recorded(unnamed(till.smallSale())).getLast();
        Entry named = till.recorded(till.smallSale()).getLast();

        assertThat(unnamed.header().operator()).isEqualTo("Ann");
        assertThat(unnamed.header().shift()).isEqualTo(2);
        assertThat(named.header().operator()).isEqualTo(TillAtWork.OPERATOR);
        assertThat(named.header().shift()).isEqualTo(3);
        assertThat(till.restarted().view().present()).isNull();
    }

    /** Nobody asked them for a PIN then; the number alone may be a manager's. */
    @Test
    void who_signed_on_before_there_were_operators_signs_on_again_with_a_PIN() {
        TillAtWork till = new TillAtWork();
        till.recorded(attend(SUE, Kind.SIGN_ON));
        till.open();
        till.recorded(attend(SUE, Kind.SIGN_ON));
        till.staff = People.staff(Rules.NONE);

        Refusal refusal = till.refused(unnamed(till.smallSale()));
        signOn(till, SUE);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SIGNED_ON);
        assertThat(till.recorded(unnamed(till.smallSale()))).hasSize(1);
    }

    @Test
    void what_a_power_cut_left_of_a_till_Z_is_no_answer_to_the_command() {
        TillAtWork till = People.open(Rules.NONE);
        Ask.CloseDay ask = new Ask.CloseDay(TillAtWork.newId(), "");
        till.recorded(ask);

        till.restartedWithoutTheLast();
        signOn(till, MARY);

        assertThat(till.recordedEvent(ask)).isInstanceOf(TillDayClosed.class);
    }

    @Test
    void where_no_operators_are_named_and_nobody_signed_on_a_command_must_name_one() {
        TillAtWork till = new TillAtWork().open();

        Refusal refusal = till.refused(unnamed(till.smallSale()));

        assertThat(refusal.why()).contains("operator is missing");
    }

    private static Presence present(TillAtWork till) {
        return Objects.requireNonNull(till.view().present());
    }

    private static Ask.Sell unnamed(Ask.Sell sale) {
        return named(sale, "");
    }

    private static Ask.Sell named(Ask.Sell sale, String operator) {
        return new Ask.Sell(sale.id(), operator, sale.basket());
    }
}
