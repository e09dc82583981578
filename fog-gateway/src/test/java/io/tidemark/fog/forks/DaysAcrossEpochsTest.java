package io.tidemark.fog.forks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.node.forks.Fork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Close-downs of days that several journals of one place in the store have a part in. */
class DaysAcrossEpochsTest extends SuccessorsAtHand {
    @Test
    void an_approved_branch_is_counted_once_and_settles_its_fork() throws Exception {
        LaboratoryTill put = forked();
        EpochGrant grant = approved();
        Continuation offer = offers.to(till.journal().node()).getFirst();

        LaboratoryTill next = put.continues(grant, offer.carried().orElseThrow());
        boolean stoodBefore = gateway.forks.stands(till.journal());
        Answer taken = gateway.receives(next.sells("1.00").closesDay());

        assertThat(taken).isInstanceOf(Answer.Marked.class);
        assertThat(stoodBefore).isTrue();
        assertThat(gateway.forks.stands(till.journal())).isFalse();
        assertThat(gateway.forks.settled())
                .extracting(Forks.Decision::grant)
                .containsExactly(grant);
        assertThat(offers.to(till.journal().node())).isEmpty();
        StoreDayClosed z = closed("till-9");
        // 2 x 2.50 shared, 2 x 4.00 accepted, 2 x 7.00 on the branch, 2 x 1.00 after it.
        assertThat(z.totals().gross().minor()).isEqualTo(2_900);
        assertThat(z.tills())
                .filteredOn(part -> part.epoch() == 2)
                .extracting(TillDay::label)
                .containsExactly("branch of till-1 epoch 1 from entry 4");
        assertThat(gateway.alerts.standing()).noneMatch(alert -> alert.text().contains("till Z"));
        assertFoldsAgain();
    }

    @Test
    void until_the_branch_has_come_the_day_says_who_decided_and_what_is_waited_for()
            throws Exception {
        forked();
        approved();

        List<Blocker> blockers = gateway.closing.checklist(DAY).blockers();

        assertThat(blockers)
                .filteredOn(blocker -> blocker.kind() == Blocker.Kind.FORKED)
                .singleElement()
                .satisfies(blocker ->
                        assertThat(blocker.text())
                                .contains("Ann decided that its branch is taken in as epoch 2"));
        Fork fork = gateway.forks.standing().getFirst();
        assertThat(gateway.forks.decision(fork).orElseThrow().isSettled()).isFalse();
    }

    @Test
    void a_till_in_anothers_place_closes_the_whole_day_and_the_old_one_is_not_waited_for() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant grant = replacing(headOffice);
        LaboratoryTill next = store.till("till-9").replaces(grant, carried(grant));

        gateway.receives(next.sells("4.00").closesDay());

        StoreDayClosed z = closed();
        assertThat(z.isComplete()).isTrue();
        assertThat(z.totals().gross().minor()).isEqualTo(1_300);
        assertThat(gateway.alerts.standing()).isEmpty();
        assertFoldsAgain();
    }

    @Test
    void what_an_old_till_brings_after_it_was_replaced_is_kept_apart_and_taken_in_on_approval()
            throws Exception {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant grant = replacing(headOffice);
        gateway.receives(
                store.till("till-9").replaces(grant, carried(grant)).sells("4.00").closesDay());
        Head end = till.head();

        Answer late = gateway.receives(till.sells("3.00"));
        boolean stood = gateway.forks.stands(till.journal());
        EpochGrant leftover = headOffice.approves(new EpochGrant.Between(till.journal(), end, end));
        gateway.grants.keep(leftover);
        Continuation offer = offers.to(device()).getFirst();
        gateway.receives(till.continues(leftover, offer.carried().orElseThrow()));

        assertThat(late).isInstanceOf(Answer.Forked.class);
        assertThat(stood).isTrue();
        assertThat(gateway.forks.stands(till.journal())).isFalse();
        StoreDayClosed z = closed();
        assertThat(z.isComplete()).isTrue();
        assertThat(z.totals().gross().minor()).isEqualTo(1_900);
    }

    @Test
    void what_is_not_here_of_the_journal_before_stands_in_the_way_with_what_to_do() {
        till.opens(DAY).sells("2.50");
        EpochGrant grant = replacing(headOffice);

        gateway.receives(
                store.till("till-9").replaces(grant, Carried.NOTHING).opens(DAY).closesDay());

        assertThat(gateway.closing.checklist(DAY).blockers())
                .filteredOn(blocker -> blocker.kind() == Blocker.Kind.ENTRIES_MISSING)
                .singleElement()
                .satisfies(blocker ->
                        assertThat(blocker.text())
                                .contains("entries 1 to 3", "s001.till-1.1", "ledger restore"));
    }

    @Test
    void a_day_closed_without_all_of_the_journal_before_says_so_and_folds_again() {
        till.opens(DAY).sells("2.50");
        EpochGrant grant = replacing(headOffice);
        gateway.receives(
                store.till("till-9").replaces(grant, Carried.NOTHING).opens(DAY).closesDay());

        StoreDayClosed z = closed("till-9");
        gateway.receives(till);
        StoreDayClosed supplement = closed("till-9");

        assertThat(z.status()).isEqualTo("closed without: till-1, last mark 0");
        assertThat(supplement.status()).isEqualTo("complete");
        assertThat(supplement.totals().gross().minor()).isEqualTo(500);
        assertFoldsAgain();
    }

    @Test
    void a_day_that_an_ended_journal_has_nothing_of_folds_again_too() {
        gateway.receives(till.opens(DAY.minusDays(1)).sells("2.50").closesDay());
        EpochGrant grant = replacing(headOffice);
        gateway.receives(
                store.till("till-9")
                        .replaces(grant, carried(grant))
                        .opens(DAY)
                        .sells("4.00")
                        .closesDay());

        StoreDayClosed z = closed();

        assertThat(z.status()).isEqualTo("complete");
        assertFoldsAgain();
    }

    @Test
    void days_before_two_changes_of_epoch_fold_again_too() throws Exception {
        gateway.receives(till.opens(DAY.minusDays(2)).sells("2.50").closesDay());
        closed(DAY.minusDays(2), "till-9");
        LaboratoryTill second = goneOn(till);
        gateway.receives(second.opens(DAY.minusDays(1)).sells("3.00").closesDay());
        closed(DAY.minusDays(1), "till-9");
        gateway.receives(goneOn(second).opens(DAY).sells("4.00").closesDay());

        closed(DAY, "till-9");

        assertFoldsAgain();
    }

    @Test
    void figures_carried_over_that_this_gateway_does_not_bear_out_stand_in_the_way() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant grant = replacing(headOffice);
        gateway.receives(till.sells("1.00"));
        EpochGrant other =
                EpochGrant.sign(
                        EpochGrant.Between.ending(till.journal(), till.head()),
                        grant.successor(),
                        new EpochGrant.Why("till broken", "Ann"),
                        store.signer(LaboratoryHeadOffice.NAME));
        gateway.receives(
                store.till("till-9").replaces(other, carried(grant)).sells("4.00").closesDay());

        assertThat(gateway.closing.checklist(DAY).blockers())
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.CARRIED);
        assertThat(gateway.closing.carriedWrongly()).containsOnlyKeys(grant.successor());
        assertThat(closed("till-9").totals().gross().minor()).isEqualTo(1_500);
    }

    private LaboratoryTill goneOn(LaboratoryTill from) throws Exception {
        EpochGrant grant =
                headOffice.approves(EpochGrant.Between.ending(from.journal(), from.head()));
        return from.continues(grant, carried(grant));
    }
}
