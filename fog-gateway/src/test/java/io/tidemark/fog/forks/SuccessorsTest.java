package io.tidemark.fog.forks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.closedown.CloseDay;
import io.tidemark.fog.closedown.Outcome;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.node.forks.Fork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals that go on from others: an approved branch, and a till in another's place. */
class SuccessorsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-9");
    private final LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
    private final LaboratoryTill till = store.till("till-1");
    private LaboratoryGateway gateway;
    private Offers offers;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, CLOCK);
        offers = new Offers(gateway.journals, gateway.epochs, gateway.grants);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

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
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
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
    void an_epoch_that_nobody_granted_brings_nothing_in() throws Exception {
        LaboratoryTill put = forked();
        LaboratoryHeadOffice stranger =
                new LaboratoryHeadOffice(new LaboratoryStore("till-1", "till-9"));
        EpochGrant forged = stranger.approves(between());
        LaboratoryTill next = put.continues(forged, Carried.NOTHING);

        Answer greeting = gateway.stepped(gateway.intake.hello(device(), next.hello()));
        Answer answer = gateway.receives(next);

        assertThat(((Answer.Marked) greeting).mark().sequence()).isZero();
        assertThat(((Answer.Refused) answer).reason()).isEqualTo(Answer.Reason.UNKNOWN_EPOCH);
        assertThat(gateway.journals.of(next.journal())).isEmpty();
    }

    @Test
    void a_grant_this_gateway_never_heard_of_counts_when_the_first_entry_brings_it()
            throws Exception {
        LaboratoryTill put = forked();
        EpochGrant grant = headOffice.approves(between());
        LaboratoryTill next = put.continues(grant, Carried.NOTHING);

        gateway.stepped(gateway.intake.hello(device(), next.hello()));
        Answer answer = gateway.receives(next);

        assertThat(answer).isInstanceOf(Answer.Marked.class);
        assertThat(gateway.grants.beginning(next.journal())).contains(grant);
        gateway.close();
        open();
        assertThat(gateway.journals.of(next.journal()).orElseThrow().received())
                .isEqualTo(next.head());
        assertThat(gateway.forks.stands(till.journal())).isFalse();
    }

    @Test
    void a_journal_that_only_claims_to_go_on_from_another_is_refused() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant forged =
                replacing(new LaboratoryHeadOffice(new LaboratoryStore("till-1", "till-9")));

        Answer answer = gateway.receives(store.till("till-9").replaces(forged, Carried.NOTHING));

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(gateway.journals.lineage().isCurrent(till.journal())).isTrue();
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
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
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
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
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
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
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

        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
    }

    private LaboratoryTill goneOn(LaboratoryTill from) throws Exception {
        EpochGrant grant =
                headOffice.approves(EpochGrant.Between.ending(from.journal(), from.head()));
        return from.continues(grant, carried(grant));
    }

    @Test
    void a_grant_goes_to_the_device_that_goes_on_and_again_to_one_whose_disk_was_put_back()
            throws Exception {
        LaboratoryTill put = forked();
        EpochGrant grant = approved();
        gateway.receives(put.continues(grant, Carried.NOTHING));
        EpochGrant other = replacing(headOffice);
        gateway.grants.keep(other);

        assertThat(offers.to(till.journal()))
                .extracting(Continuation::grant)
                .containsExactly(grant);
        assertThat(offers.to(grant.successor())).isEmpty();
        assertThat(offers.to(store.device("till-9")))
                .extracting(Continuation::grant)
                .containsExactly(other);
    }

    @Test
    void a_grant_that_knows_less_than_was_accepted_since_is_not_handed_on() throws Exception {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant early =
                headOffice.approves(EpochGrant.Between.ending(till.journal(), till.head()));
        gateway.receives(till.sells("4.00"));
        gateway.grants.keep(early);

        assertThat(offers.to(till.journal())).isEmpty();
        assertThat(offers.isOutlived(early)).isTrue();
    }

    @Test
    void a_till_that_went_on_by_another_lawful_grant_is_not_locked_out() throws Exception {
        LaboratoryTill put = forked();
        EpochGrant ofHeadOffice = approved();
        EpochGrant byHand =
                EpochGrant.sign(
                        between(),
                        ofHeadOffice.successor(),
                        "head office was away",
                        "Bob",
                        store.signer(LaboratoryHeadOffice.NAME));
        LaboratoryTill next = put.continues(byHand, Carried.NOTHING);

        gateway.stepped(gateway.intake.hello(device(), next.hello()));
        Answer answer = gateway.receives(next);

        assertThat(answer).isInstanceOf(Answer.Marked.class);
        assertThat(gateway.grants.beginning(next.journal())).contains(byHand);
        assertThat(directory.resolve("grants/s001/s001.till-1.2.grant-unused")).exists();
        gateway.close();
        open();
        assertThat(gateway.grants.of("s001")).containsExactly(byHand);
    }

    @Test
    void of_two_epochs_granted_upon_one_journal_the_later_is_waited_for_and_the_other_not_offered()
            throws Exception {
        LaboratoryTill put = forked();
        EpochGrant second = approved();
        EpochGrant third =
                EpochGrant.sign(
                        between(),
                        new JournalId(device(), 3),
                        "head office was away",
                        "Bob",
                        store.signer(LaboratoryHeadOffice.NAME));

        gateway.receives(put.continues(third, Carried.NOTHING));

        assertThat(offers.to(device())).isEmpty();
        assertThat(offers.isOutlived(second)).isTrue();
        assertThat(gateway.journals.lineage().isCurrent(third.successor())).isTrue();
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
                        "till broken",
                        "Ann",
                        store.signer(LaboratoryHeadOffice.NAME));
        gateway.receives(
                store.till("till-9").replaces(other, carried(grant)).sells("4.00").closesDay());

        assertThat(gateway.closing.checklist(DAY).blockers())
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.CARRIED);
        assertThat(gateway.closing.carriedWrongly()).containsOnlyKeys(grant.successor());
        assertThat(closed("till-9").totals().gross().minor()).isEqualTo(1_500);
    }

    /** An old disk was put back: entry 4 stands twice. */
    private LaboratoryTill forked() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill put = till.cloned();
        gateway.receives(till.sells("4.00"));
        put.sells("7.00");
        Answer answer = gateway.stepped(gateway.intake.batch(device(), put.batch(1)));
        assertThat(answer).isInstanceOf(Answer.Forked.class);
        return put;
    }

    private EpochGrant.Between between() {
        Fork fork = gateway.forks.standing().getFirst();
        return new EpochGrant.Between(till.journal(), fork.accepted(), fork.shared());
    }

    private EpochGrant approved() throws Exception {
        EpochGrant grant = headOffice.approves(between());
        gateway.grants.keep(grant);
        gateway.epochs.granted(grant);
        return grant;
    }

    private EpochGrant replacing(LaboratoryHeadOffice by) {
        return EpochGrant.sign(
                EpochGrant.Between.ending(till.journal(), till.head()),
                new JournalId(store.device("till-9"), 1),
                "till broken",
                "Ann",
                by.signer());
    }

    private Carried carried(EpochGrant grant) {
        DeviceJournal journal = gateway.journals.of(grant.continued()).orElseThrow();
        return journal.standing(grant.shared(), grant.end()).carried();
    }

    private NodeName device() {
        return till.journal().node();
    }

    private StoreDayClosed closed(String... without) {
        return closed(DAY, without);
    }

    private StoreDayClosed closed(LocalDate day, String... without) {
        Outcome outcome =
                gateway.stepped(
                        gateway.closing.close(
                                new CloseDay(
                                        new CommandId(UUID.randomUUID()),
                                        day,
                                        "Ann",
                                        new TreeSet<>(Set.of(without)))));
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        return ((Outcome.Closed) outcome).filed().closed();
    }
}
