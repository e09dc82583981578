package io.tidemark.fog.forks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.fog.recover.Keeping;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionUnavailable;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till that loses its disk twice around one decision: a branch that holds a branch. */
class DiskLostTwiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** Of the first epoch, what the till that forked had, too. */
    private static final int SHARED = 3;

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
    private final LaboratoryTill till = store.till("till-1");
    @AutoClose private LaboratoryGateway gateway;
    private LaboratoryTill second = till;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @Test
    void what_a_branch_within_a_branch_brings_again_is_counted_once() throws Exception {
        LaboratoryTill third = inItsThirdEpoch();

        Answer answer = gateway.receives(third.sells("1.00").closesDay());

        assertThat(answer).isInstanceOf(Answer.Marked.class);
        StoreDayClosed z = closed();
        // Shared 2.50; accepted 4.00; the branch 7.00, brought twice; 0.50 in the second epoch; on
        // the disk put back again 0.25; 1.00 after: each sold two at a time.
        assertThat(z.totals().gross().minor()).isEqualTo(2 * (250 + 400 + 700 + 50 + 25 + 100));
        assertThat(z.totals().transactions()).isEqualTo(6);
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
    }

    @Test
    void tables_post_it_where_it_was_brought_first() throws Exception {
        LaboratoryTill third = inItsThirdEpoch();
        gateway.receives(third.sells("1.00"));

        Journal journal = gateway.journals.of(third.journal()).orElseThrow().journal();
        FollowedJournal followed = gateway.journals.repetitions().followed(journal);

        // 1 goes on from epoch 2, 2 is what epoch 2 had begun with there, 3 stands in epoch 2, too.
        assertThat(followed.isPosted(3)).isFalse();
        assertThat(followed.isPosted(4)).isTrue();
        assertThat(followed.isPosted(5)).isTrue();
    }

    @Test
    void tables_are_right_where_the_epochs_come_after_the_branch_that_repeats_them()
            throws Exception {
        LaboratoryTill third = inItsThirdEpoch().sells("1.00");
        onAnotherDisk();
        gateway.receives(third);
        try (Projection tables = gateway.tables()) {
            gateway.journals.whenBegun(begun ->
                    tables.follow(gateway.journals.repetitions().followed(begun.journal())));
            assertThat(tables.awaitApplied(third.journal(), third.head().sequence(), SOON))
                    .isTrue();
            long first = takings(tables);

            gateway.receives(second);
            gateway.stepped(gateway.intake.batch(till.journal().node(), till.batch(1, SHARED)));
            gateway.receives(till);
            tables.forced();

            assertThat(first).as("its branch, and what it sold").isEqualTo(2 * (700 + 25 + 100));
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(ProjectionUnavailable.class)
                    .untilAsserted(() ->
                            assertThat(takings(tables))
                                    .isEqualTo(2 * (250 + 400 + 700 + 50 + 25 + 100)));
        }
    }

    private static long takings(Projection tables) {
        return tables.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT SUM(gross) FROM device_takings")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    @Test
    void every_fork_is_settled_once_the_branch_within_the_branch_has_come() throws Exception {
        LaboratoryTill third = inItsThirdEpoch();

        gateway.receives(third);

        assertThat(gateway.forks.standing()).isEmpty();
    }

    @Test
    void a_question_asked_again_in_the_next_epoch_is_one_sale() throws Exception {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill old = till.cloned();
        gateway.receives(till.sells("4.00"));
        EntryBytes answered = till.entries().getLast();
        old.sells("7.00");
        EpochGrant toSecond = forked(old);
        Carried carried =
                new Offers(gateway.journals, gateway.epochs, gateway.grants)
                        .to(till.journal())
                        .getFirst()
                        .carried()
                        .orElseThrow();

        gateway.receives(old.continues(toSecond, carried).asksAgain(answered).closesDay());

        assertThat(closed().totals().gross().minor()).isEqualTo(2 * (250 + 400 + 700));
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
    }

    @Test
    void what_an_epoch_brings_that_a_branch_had_told_before_is_counted_once() throws Exception {
        LaboratoryTill third = inItsThirdEpoch().sells("1.00").closesDay();
        onAnotherDisk();
        gateway.receives(third);
        List<Blocker.Kind> blockers =
                gateway.closing.checklist(DAY).blockers().stream().map(Blocker::kind).toList();
        StoreDayClosed z = closed("till-1");
        gateway.receives(second);
        gateway.stepped(gateway.intake.batch(till.journal().node(), till.batch(1, SHARED)));

        StoreDayClosed early = closed("till-1");
        gateway.receives(till);
        StoreDayClosed last = closed();

        assertThat(blockers).contains(Blocker.Kind.EPOCH_MISSING);
        assertThat(z.status()).isEqualTo("closed without: till-1 epoch 2, last mark 0");
        assertThat(z.totals().gross().minor()).isEqualTo(2 * (700 + 25 + 100));
        assertThat(early.totals().gross().minor()).isEqualTo(2 * (250 + 50));
        assertThat(early.tills()).extracting(TillDay::label).contains(label(second));
        assertThat(last.status()).isEqualTo("complete");
        assertThat(last.grand().net().minor()).isEqualTo(2 * (250 + 400 + 700 + 50 + 25 + 100));
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
        try (Projection tables = gateway.tables()) {
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(ProjectionUnavailable.class)
                    .untilAsserted(() ->
                            assertThat(takings(tables)).isEqualTo(last.grand().net().minor()));
        }
    }

    @Test
    void a_question_asked_again_where_the_first_answer_comes_later_is_one_sale() throws Exception {
        gateway.receives(till.opens(DAY).sells("2.50").sells("4.00"));
        EpochGrant grant =
                headOffice.approves(EpochGrant.Between.ending(till.journal(), till.head()));
        LaboratoryTill next =
                till.continues(grant, Carried.NOTHING)
                        .asksAgain(till.entries().getLast())
                        .sells("1.00")
                        .closesDay();
        onAnotherDisk();
        gateway.stepped(gateway.intake.batch(till.journal().node(), till.batch(1, SHARED)));
        gateway.receives(next);

        StoreDayClosed z = closed("till-1");
        gateway.receives(till);
        StoreDayClosed supplement = closed("till-1");

        assertThat(z.status()).isEqualTo("closed without: till-1, last mark " + SHARED);
        assertThat(z.totals().gross().minor()).isEqualTo(2 * (250 + 400 + 100));
        assertThat(supplement.totals().gross().minor()).isZero();
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
    }

    @Test
    void an_epoch_that_only_the_archive_knows_is_waited_for_or_left_out_by_name() throws Exception {
        LaboratoryTill third = inItsThirdEpoch().sells("1.00").closesDay();
        onAnotherDisk();
        gateway.receives(third);
        long before = missingEpochs();

        gateway.archived.heard(
                List.of(new Keeping.Kept(till.journal(), "segment-000001-to-000000000004.tmj", 9)));
        long heard = missingEpochs();
        StoreDayClosed z = closed("till-1");

        assertThat(before).as("the one it goes on from").isEqualTo(1);
        assertThat(heard).as("and the one before that").isEqualTo(2);
        assertThat(z.status())
                .isEqualTo("closed without: till-1, last mark 0; till-1 epoch 2, last mark 0");
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
        gateway.receives(second);
        gateway.stepped(gateway.intake.batch(till.journal().node(), till.batch(1, SHARED)));
        gateway.receives(till);
        assertThat(closed("till-1").grand().net().minor())
                .isEqualTo(2 * (250 + 400 + 700 + 50 + 25 + 100));
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
    }

    private void onAnotherDisk() {
        gateway.close();
        gateway = new LaboratoryGateway(store, directory.resolve("another"), DAY);
    }

    private static String label(LaboratoryTill till) {
        return "branch of till-1 epoch " + (till.journal().epoch() - 1) + " from entry 4";
    }

    private long missingEpochs() {
        return gateway.closing.checklist(DAY).blockers().stream()
                .filter(blocker -> blocker.kind() == Blocker.Kind.EPOCH_MISSING)
                .count();
    }

    @Test
    void a_disk_that_went_back_further_stands_where_the_epoch_ended_that_it_forgot()
            throws Exception {
        gateway.receives(till.opens(DAY));
        LaboratoryTill oldest = till.cloned();
        gateway.receives(till.sells("2.50"));
        LaboratoryTill old = till.cloned();
        gateway.receives(till.sells("4.00"));
        old.sells("7.00");
        EpochGrant toSecond = forked(old);
        Offers offers = new Offers(gateway.journals, gateway.epochs, gateway.grants);
        Carried first = offers.to(till.journal()).getFirst().carried().orElseThrow();
        gateway.receives(old.continues(toSecond, first).sells("0.50"));
        oldest.sells("0.25");
        shows(oldest);
        Fork fork = gateway.forks.of(till.journal().label()).orElseThrow();
        EpochGrant toThird =
                EpochGrant.sign(
                        new EpochGrant.Between(till.journal(), fork.accepted(), fork.shared()),
                        new JournalId(till.journal().node(), 3),
                        new EpochGrant.Why("its disk went back further", "Ann"),
                        headOffice.signer());
        gateway.grants.keep(toThird);

        Carried carried =
                offers.to(till.journal()).stream()
                        .filter(offer -> offer.grant().equals(toThird))
                        .findFirst()
                        .flatMap(Continuation::carried)
                        .orElseThrow();

        // What all histories sold so far, but for this branch: 2.50, 4.00, 7.00 and 0.50, by two.
        assertThat(Objects.requireNonNull(carried.day()).totals().gross().minor())
                .isEqualTo(2 * (250 + 400 + 700 + 50));
        assertThat(carried.lastReceipt()).isEqualTo(3);
        gateway.receives(oldest.continues(toThird, carried).sells("1.00").closesDay());
        assertThat(closed().totals().gross().minor())
                .isEqualTo(2 * (250 + 400 + 700 + 50 + 25 + 100));
        assertThat(gateway.closing.carriedWrongly()).isEmpty();
    }

    /** Its branch is: the first entry of its second epoch as it began it again, 7.00, and 0.25. */
    private LaboratoryTill inItsThirdEpoch() throws Exception {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill old = till.cloned();
        gateway.receives(till.sells("4.00"));
        old.sells("7.00");
        LaboratoryTill older = old.cloned();
        EpochGrant toSecond = forked(old);
        second = old.continues(toSecond, Carried.NOTHING).sells("0.50");
        gateway.receives(second);

        older.sells("0.25");
        shows(older);
        LaboratoryTill again = older.continues(toSecond, Carried.NOTHING);
        EpochGrant toThird = forked(again);
        return again.continues(toThird, Carried.NOTHING);
    }

    private EpochGrant forked(LaboratoryTill branch) throws Exception {
        shows(branch);
        Fork fork = gateway.forks.of(branch.journal().label()).orElseThrow();
        EpochGrant grant =
                headOffice.approves(
                        new EpochGrant.Between(branch.journal(), fork.accepted(), fork.shared()));
        gateway.grants.keep(grant);
        gateway.epochs.granted(grant);
        return grant;
    }

    private void shows(LaboratoryTill branch) {
        Answer answer =
                gateway.stepped(gateway.intake.batch(branch.journal().node(), branch.batch(1)));
        assertThat(answer).isInstanceOf(Answer.Forked.class);
    }

    private StoreDayClosed closed(String... without) {
        return gateway.closed(DAY, without);
    }
}
