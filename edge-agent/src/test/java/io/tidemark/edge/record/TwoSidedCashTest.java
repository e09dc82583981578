package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cash that leaves a drawer or comes into it is given by one person and confirmed by another. */
class TwoSidedCashTest {
    private final TillAtWork till = People.open(Rules.NONE);

    @Test
    void a_pickup_is_recorded_with_what_the_other_person_says_of_it() {
        List<Entry> entries = till.recorded(pickup(500, by(People.SUE)), People.SUE);

        CashConfirmed confirmed = (CashConfirmed) entries.getLast().event();
        assertThat(confirmed.kind()).isEqualTo("CASH_PICKED_UP");
        assertThat(confirmed.by()).isEqualTo(People.SUE);
        assertThat(confirmed.earlierDay()).isFalse();
        assertThat(confirmed.differs()).isFalse();
        assertThat(waiting()).extracting(UnconfirmedCash::kind).containsExactly("TILL_OPENED");
    }

    @ParameterizedTest
    @EnumSource(CashMovement.Kind.class)
    void cash_of_every_kind_waits_for_another_person(CashMovement.Kind kind) {
        Ask.MoveCash moved =
                new Ask.MoveCash(newId(), "", new CashMovement(kind, till.money(500), "why"));
        till.recorded(moved);
        assertThat(waiting()).extracting(UnconfirmedCash::movement).endsWith(moved.id());
        assertThat(till.refused(confirm(moved.id(), by(People.MARY)), People.MARY).why())
                .contains("another person");

        till.recorded(confirm(moved.id(), by(People.TOM)), People.TOM);

        assertThat(waiting()).extracting(UnconfirmedCash::movement).doesNotContain(moved.id());
    }

    @Test
    void it_can_be_confirmed_later_and_until_then_it_waits() {
        Ask.MoveCash pickup = pickup(500, null);
        till.recorded(pickup);
        assertThat(waiting()).extracting(UnconfirmedCash::movement).endsWith(pickup.id());

        till.recorded(confirm(pickup.id(), by(People.TOM)), People.TOM);

        assertThat(waiting()).extracting(UnconfirmedCash::movement).doesNotContain(pickup.id());
        assertThat(till.refused(confirm(pickup.id(), by(People.TOM)), People.TOM).why())
                .contains("confirmed already");
    }

    @Test
    void the_drawer_has_what_its_own_person_said_and_the_difference_is_told() {
        Ask.MoveCash pickup = pickup(500, null);
        till.recorded(pickup);

        CashConfirmed confirmed =
                (CashConfirmed)
                        till.recordedEvent(
                                confirm(
                                        pickup.id(),
                                        new Confirming(
                                                People.SUE,
                                                List.of(till.money(480)),
                                                "20 missing")),
                                People.SUE);

        assertThat(confirmed.amounts().getFirst().difference()).isEqualTo(till.money(-20));
        assertThat(till.cash().expected()).isEqualTo(till.money(9_500));
        assertThat(tally(Tally.CASH_DIFFERS)).isEqualTo(1);
        assertThat(tally(Tally.CASH_GIVEN)).isEqualTo(2);
        assertThat(tally(Tally.CASH_CONFIRMED)).isEqualTo(1);
    }

    @Test
    void nobody_confirms_what_they_recorded_themselves() {
        assertThat(till.refused(pickup(500, by(People.MARY)), People.MARY).why())
                .contains("another person");
    }

    @Test
    void whoever_confirms_shows_who_they_are() {
        assertThat(till.refused(pickup(500, by(People.SUE))).why()).contains("number and PIN");
        assertThat(till.refused(pickup(500, by("99")), "99").why()).contains("number and PIN");
    }

    @Test
    void who_is_signed_on_confirms_what_somebody_before_them_recorded_without_a_pin() {
        Ask.MoveCash pickup = pickup(500, null);
        till.recorded(pickup);
        People.signOn(till, People.TOM);

        assertThat(till.recordedEvent(confirm(pickup.id(), by(People.TOM))))
                .isInstanceOf(CashConfirmed.class);
    }

    @Test
    void a_float_in_another_currency_says_in_the_stores_what_it_cost_and_is_confirmed_like_any() {
        CashMovement dollars =
                new CashMovement(
                        CashMovement.Kind.FLOAT_PROVIDED,
                        new Money(1000_00, new CurrencyCode("USD")),
                        "from the bank");
        CashMovement inYen = dollars.costing(new Money(1, new CurrencyCode("JPY")));

        int waiting = till.view().unconfirmed().size();
        Entry given = till.recorded(ask(dollars.costing(till.money(780_00)))).getLast();

        assertThat(((CashMovement) given.event()).cost()).isEqualTo(till.money(780_00));
        assertThat(till.view().unconfirmed()).hasSize(waiting + 1);
        assertThat(till.refused(ask(inYen)).why()).contains("is told in GBP, not in JPY");
        assertThatThrownBy(() -> dollars.costing(new Money(1, dollars.amount().currency())))
                .hasMessageContaining("only a float in a foreign currency has a cost");
    }

    private static Ask.MoveCash ask(CashMovement movement) {
        return new Ask.MoveCash(newId(), "", movement);
    }

    @Test
    void an_opening_float_is_confirmed_by_who_brought_it() {
        TillAtWork fresh = People.till(Rules.NONE);
        People.signOn(fresh, People.MARY);

        List<Entry> entries =
                fresh.recorded(
                        new Ask.OpenDay(newId(), "", List.of(fresh.money(10_000)), by(People.SUE)),
                        People.SUE);

        assertThat(entries).hasSize(3);
        assertThat(fresh.view().unconfirmed()).isEmpty();
    }

    @Test
    void a_float_of_nothing_has_nothing_to_confirm() {
        TillAtWork fresh = People.till(Rules.NONE);
        People.signOn(fresh, People.MARY);

        fresh.recorded(new Ask.OpenDay(newId(), "", List.of(fresh.money(0))));

        assertThat(fresh.view().unconfirmed()).isEmpty();
    }

    @Test
    void the_till_z_names_what_nobody_confirmed_and_it_can_be_confirmed_on_a_later_day() {
        Ask.MoveCash pickup = pickup(500, null);
        till.recorded(pickup);
        TillDayClosed z = (TillDayClosed) till.recordedEvent(new Ask.CloseDay(newId(), ""));
        assertThat(z.unconfirmed()).extracting(UnconfirmedCash::movement).contains(pickup.id());

        till.advance(Duration.ofDays(1));
        till.restarted();
        People.signOn(till, People.MARY);
        till.recorded(new Ask.OpenDay(newId(), "", List.of(till.money(0))));
        CashConfirmed confirmed =
                (CashConfirmed)
                        till.recordedEvent(confirm(pickup.id(), by(People.SUE)), People.SUE);

        assertThat(confirmed.earlierDay()).isTrue();
        assertThat(tally(Tally.CASH_CONFIRMED_LATER)).isEqualTo(1);
    }

    @Test
    void a_power_cut_after_the_movement_leaves_it_to_be_confirmed_and_does_not_move_it_twice() {
        Ask.MoveCash pickup = pickup(500, by(People.SUE));
        till.recorded(pickup, People.SUE);

        till.restartedWithoutTheLast();

        assertThat(till.decide(pickup, People.SUE)).isInstanceOf(Decision.Repeated.class);
        assertThat(waiting()).extracting(UnconfirmedCash::movement).contains(pickup.id());
        assertThat(till.cash().expected()).isEqualTo(till.money(9_500));
    }

    @Test
    void money_that_was_never_given_is_not_confirmed() {
        Ask.MoveCash pickup = pickup(500, null);
        till.recorded(pickup);
        Money euros = new Money(480, new CurrencyCode("EUR"));

        assertThat(
                        till.refused(
                                        confirm(
                                                pickup.id(),
                                                new Confirming(People.SUE, List.of(euros), "")),
                                        People.SUE)
                                .kind())
                .isEqualTo(Refusal.Kind.CONTENT);
    }

    private List<UnconfirmedCash> waiting() {
        return till.view().unconfirmed();
    }

    private long tally(String kind) {
        return Objects.requireNonNull(till.view().totals()).tally(kind).count();
    }

    private Ask.MoveCash pickup(long minor, @Nullable Confirming confirming) {
        return new Ask.MoveCash(
                newId(),
                "",
                new CashMovement(CashMovement.Kind.PICKUP, till.money(minor), "safe"),
                null,
                confirming);
    }

    private static Ask.ConfirmCash confirm(CommandId movement, Confirming confirming) {
        return new Ask.ConfirmCash(newId(), "", movement, confirming);
    }

    private static Confirming by(String who) {
        return new Confirming(who, List.of(), "");
    }
}
