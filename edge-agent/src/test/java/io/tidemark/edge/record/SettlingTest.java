package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.record.Settling.Step;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A drawer is counted blind, counted again, explained, and only then is the day closed. */
class SettlingTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final SettleRules TWO_POUNDS =
            new SettleRules(1, List.of(new Money(200, TillAtWork.GBP)));

    private final TillAtWork till = People.open(new Rules(List.of(), 0, TWO_POUNDS));

    @Test
    void a_count_within_the_tolerance_settles_the_till_in_one_go() {
        List<Entry> entries = till.recorded(count(9_800));

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().event()).isInstanceOf(TillCounted.class);
        OverShortFound found = (OverShortFound) entries.getLast().event();
        assertThat(found.drawers())
                .containsExactly(
                        new OverShortFound.Settled(
                                TenderType.CASH, till.money(10_000), till.money(9_800)));
        assertThat(step()).isEqualTo(Step.SETTLED);
    }

    @Test
    void a_count_beyond_it_is_counted_again_before_anybody_asks_why() {
        till.recorded(count(9_799));

        assertThat(step()).isEqualTo(Step.RECOUNT);
        assertThat(till.refused(settle("lost")).why()).contains("count again");
        till.recorded(count(9_799));
        assertThat(step()).isEqualTo(Step.REASON);
    }

    @Test
    void a_recount_that_is_in_order_needs_no_reason() {
        till.recorded(count(5_000));

        till.recorded(count(10_000));

        assertThat(step()).isEqualTo(Step.SETTLED);
    }

    @Test
    void a_difference_that_stays_takes_a_reason_and_a_second_person() {
        till.recorded(count(9_000));
        till.recorded(count(9_000));

        assertThat(till.refused(settle("")).why()).contains("a reason is missing");
        assertThat(till.refused(settle("wrong change")).kind()).isEqualTo(Refusal.Kind.APPROVAL);
        OverShortFound found =
                (OverShortFound) till.recordedEvent(settle("wrong change", People.SUE), People.SUE);

        assertThat(found.drawers().getFirst().overShort()).isEqualTo(till.money(-1_000));
        assertThat(found.reason()).isEqualTo("wrong change");
        assertThat(found.approvals())
                .containsExactly(new Approval(Approval.OVER_SHORT, People.SUE, "wrong change"));
        assertThat(step()).isEqualTo(Step.SETTLED);
    }

    @Test
    void neither_a_cashier_nor_whoever_counted_approves_a_difference() {
        People.signOn(till, People.SUE);
        till.recorded(count(9_000));
        till.recorded(count(9_000));

        assertThat(till.refused(settle("change", People.SUE), People.SUE).kind())
                .isEqualTo(Refusal.Kind.APPROVAL);
        assertThat(till.refused(settle("change", People.TOM), People.TOM).why())
                .contains("may not approve");
    }

    @Test
    void whoever_counted_does_not_approve_it_after_somebody_else_took_over() {
        People.signOn(till, People.SUE);
        till.recorded(count(9_000));
        till.recorded(count(9_000));
        People.signOn(till, People.MARY);

        till.restarted();

        assertThat(till.refused(settle("change", People.SUE), People.SUE).why())
                .contains("who did not count");
    }

    @Test
    void a_cashier_who_has_been_told_what_should_be_there_does_not_count_it_again() {
        till.recorded(count(9_900));

        assertThat(till.refused(count(10_000)).why()).contains("only a supervisor");
        assertThat(till.cash().overShort()).contains(till.money(-100));
        People.signOn(till, People.SUE);
        till.recorded(count(10_000));
        assertThat(till.cash().overShort()).contains(till.money(0));
    }

    @Test
    void what_was_not_counted_before_may_still_be_counted_once_the_cash_is_settled() {
        till.recorded(count(10_000));

        till.recorded(count(new CountedTender(TenderType.CARD, till.money(0))));

        assertThat(step()).isEqualTo(Step.SETTLED);
    }

    @Test
    void the_day_is_closed_only_when_the_till_is_settled() {
        assertThat(till.refused(close()).kind()).isEqualTo(Refusal.Kind.SETTLE);
        till.recorded(count(8_000));
        assertThat(till.refused(close()).why()).contains("count again");
        till.recorded(count(10_000));

        assertThat(till.recordedEvent(close())).isInstanceOf(TillDayClosed.class);
    }

    @Test
    void money_that_moves_begins_the_count_anew() {
        till.recorded(count(10_000));

        till.recorded(moved(500));

        assertThat(step()).isEqualTo(Step.COUNT);
        assertThat(till.refused(close()).why()).contains("CASH GBP");
    }

    @Test
    void every_currency_that_the_drawer_has_cash_in_is_counted() {
        till.recorded(
                new Ask.MoveCash(
                        newId(),
                        "",
                        new CashMovement(
                                CashMovement.Kind.FLOAT_PROVIDED, new Money(5_000, EUR), "")));
        till.recorded(count(10_000));

        assertThat(standing().drawers()).containsExactly(new InDrawer(TenderType.CASH, EUR));
        till.recorded(count(new CountedTender(TenderType.CASH, new Money(5_000, EUR))));
        assertThat(step()).isEqualTo(Step.SETTLED);
    }

    @Test
    void a_drawer_without_a_coin_or_note_in_it_is_counted_by_saying_so() {
        till.recorded(moved(10_000));
        List<CountedTender.Pieces> none =
                List.of(new CountedTender.Pieces(500, 0), new CountedTender.Pieces(1, 0));

        till.recorded(count(new CountedTender(TenderType.CASH, till.money(0), none)));

        assertThat(step()).isEqualTo(Step.SETTLED);
        assertThat(till.recordedEvent(close())).isInstanceOf(TillDayClosed.class);
    }

    @Test
    void nothing_is_tolerated_in_a_currency_the_rules_do_not_name() {
        till.recorded(
                new Ask.MoveCash(
                        newId(),
                        "",
                        new CashMovement(
                                CashMovement.Kind.FLOAT_PROVIDED, new Money(5_000, EUR), "")));

        till.recorded(
                count(
                        new CountedTender(TenderType.CASH, till.money(10_000)),
                        new CountedTender(TenderType.CASH, new Money(4_999, EUR))));

        assertThat(standing())
                .isEqualTo(
                        new SettleStanding(
                                Step.RECOUNT, List.of(new InDrawer(TenderType.CASH, EUR))));
    }

    @Test
    void other_tenders_than_cash_are_held_to_the_same_once_they_are_counted() {
        till.recorded(
                count(
                        new CountedTender(TenderType.CASH, till.money(10_000)),
                        new CountedTender(TenderType.CARD, till.money(3_000))));

        assertThat(standing().drawers())
                .containsExactly(new InDrawer(TenderType.CARD, TillAtWork.GBP));
    }

    @Test
    void a_shop_without_such_rules_takes_any_count_and_closes_without_one() {
        TillAtWork free = People.open(Rules.NONE);
        assertThat(free.recorded(count(1)).getLast().event()).isInstanceOf(OverShortFound.class);

        assertThat(People.open(Rules.NONE).recordedEvent(close()))
                .isInstanceOf(TillDayClosed.class);
    }

    @Test
    void a_power_cut_between_count_and_finding_leaves_a_till_to_settle() {
        till.recorded(count(10_000));

        till.restartedWithoutTheLast();

        assertThat(step()).isEqualTo(Step.READY);
        assertThat(till.recordedEvent(settle(""))).isInstanceOf(OverShortFound.class);
        assertThat(step()).isEqualTo(Step.SETTLED);
    }

    @Test
    void a_restart_knows_how_often_it_was_counted() {
        till.recorded(count(9_000));

        till.restarted();

        assertThat(step()).isEqualTo(Step.RECOUNT);
        till.recorded(count(9_000));
        assertThat(step()).isEqualTo(Step.REASON);
    }

    private SettleStanding standing() {
        return till.view().settleStanding(TWO_POUNDS);
    }

    private Step step() {
        return standing().step();
    }

    private Ask.Count count(long minor) {
        return count(new CountedTender(TenderType.CASH, till.money(minor)));
    }

    private static Ask.Count count(CountedTender... counted) {
        return new Ask.Count(newId(), "", List.of(counted));
    }

    private Ask.MoveCash moved(long minor) {
        return new Ask.MoveCash(
                newId(), "", new CashMovement(CashMovement.Kind.SAFE_DROP, till.money(minor), ""));
    }

    private static Ask.Settle settle(String reason) {
        return settle(reason, null);
    }

    private static Ask.Settle settle(String reason, @Nullable String supervisor) {
        return new Ask.Settle(
                newId(), "", reason, supervisor == null ? null : new Approver(supervisor, ""));
    }

    private static Ask.CloseDay close() {
        return new Ask.CloseDay(newId(), "");
    }
}
