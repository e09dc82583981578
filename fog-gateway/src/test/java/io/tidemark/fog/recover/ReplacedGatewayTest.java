package io.tidemark.fog.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.closedown.Outcome;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.forward.Archive;
import io.tidemark.fog.forward.Archiving;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.fog.forward.OpenSegments;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.watch.Alert;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway is lost with its disk, and another takes its place. */
class ReplacedGatewayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-27T18:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
    private final RecoveryKey recovery = RecoveryKey.generate(new SecureRandom());
    private final LaboratoryTill till = store.till("till-1");
    private LaboratoryGateway lost;
    private LaboratoryGateway replaced;

    @BeforeEach
    void a_gateway_that_closed_a_day_and_was_lost() throws Exception {
        lost = new LaboratoryGateway(store, directory.resolve("lost"), CLOCK);
        lost.receives(till.opens(DAY).sells("2.50").closesDay());
        lost.closed(DAY);
        lost.seals();
        forward(lost);
        archive(lost);
        lost.close();
        replaced =
                new LaboratoryGateway(
                        store,
                        directory.resolve("replaced"),
                        CLOCK,
                        List.of(
                                new EarlierLives.Ended(
                                        lost.storeJournal.journal().id(),
                                        lost.storeJournal.journal().forced())));
    }

    @AfterEach
    void close() {
        replaced.close();
    }

    @Test
    void z_numbers_and_grand_totals_go_on_where_the_lost_gateway_ended() {
        replaced.receives(till.opens(DAY.plusDays(1)).sells("1.00").closesDay());
        Outcome before = replaced.closes(DAY.plusDays(1));

        fetchHistory();

        assertThat(((Outcome.Blocked) before).blockers())
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.HISTORY_MISSING);
        StoreDayClosed z = replaced.closed(DAY.plusDays(1));
        assertThat(z.zNumber()).isEqualTo(2);
        assertThat(z.totals().gross().minor()).isEqualTo(200);
        assertThat(z.grand().net().minor()).isEqualTo(700);
        assertThat(replaced.closes(DAY)).isInstanceOf(Outcome.AlreadyClosed.class);
        assertThat(replaced.openDays.withLateEntries()).isEmpty();
    }

    @Test
    void a_till_that_has_pruned_what_is_lacking_is_alerted_with_what_to_do() {
        for (int times = 1; times < 3; times++) greets();
        List<Alert> before = replaced.alerts.standing();

        greets();

        assertThat(before).isEmpty();
        assertThat(replaced.alerts.standing())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.kind()).isEqualTo(Alert.Kind.HISTORY);
                    assertThat(alert.subject()).isEqualTo("till-1");
                    assertThat(alert.text()).contains("from 1 on", "pruned", "--recovery-key");
                });
        replaced.receives(till);
        assertThat(replaced.alerts.standing()).isEmpty();
    }

    private void greets() {
        Answer answer =
                replaced.stepped(replaced.intake.hello(till.journal().node(), till.hello()));
        assertThat(answer).isInstanceOf(Answer.Marked.class);
    }

    @Test
    void what_may_repeat_what_the_lost_gateway_counted_waits_until_that_is_here() throws Exception {
        fetchHistory();
        EpochGrant grant =
                headOffice.approves(EpochGrant.Between.ending(till.journal(), till.head()));
        replaced.receives(
                till.continues(grant, Carried.NOTHING)
                        .asksAgain(till.entries().get(2))
                        .late(DAY, "1.00"));

        Outcome before = replaced.closes(DAY, "till-1");
        replaced.receives(till);
        Outcome after = replaced.closes(DAY, "till-1");

        assertThat(((Outcome.Blocked) before).blockers())
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.TAKEN_MISSING);
        assertThat(((Outcome.Closed) after).filed().closed().totals().gross().minor())
                .isEqualTo(200);
    }

    @Test
    void what_may_repeat_what_the_lost_gateway_counted_of_a_later_day_waits_too() throws Exception {
        LocalDate before = DAY.minusDays(1);
        fetchHistory();
        replaced.receives(asksAgainOnAnEmptyDisk(before));

        Outcome early = replaced.closes(before, "till-1");
        replaced.receives(till);
        StoreDayClosed z = replaced.closed(before);

        assertThat(((Outcome.Blocked) early).blockers())
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.TAKEN_MISSING);
        assertThat(z.totals().gross().minor()).isZero();
        assertThat(z.grand().net().minor()).isEqualTo(500);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_later_day_that_a_person_closed_without_what_was_lacking_folds_again_when_it_comes()
            throws Exception {
        LocalDate after = DAY.plusDays(1);
        fetchHistory();
        replaced.receives(asksAgainOnAnEmptyDisk(after));

        Outcome early = replaced.closes(after);
        StoreDayClosed z = ((Outcome.Closed) replaced.closes(after, "till-1")).filed().closed();
        replaced.receives(till);

        assertThat(early).isInstanceOf(Outcome.Blocked.class);
        assertThat(z.status()).isEqualTo("closed without: till-1, last mark 0");
        assertThat(differences()).isEmpty();
    }

    private LaboratoryTill asksAgainOnAnEmptyDisk(LocalDate day) throws IOException {
        EpochGrant grant =
                headOffice.approves(
                        new EpochGrant.Between(
                                till.journal(), till.head(), Head.genesis(till.journal())));
        return store.till("till-1")
                .continues(grant, Carried.NOTHING)
                .opens(day)
                .asksAgain(till.entries().get(2), day)
                .closesDay();
    }

    private List<Refold.Difference> differences() {
        return new Refold(replaced.journals.all()).differences(replaced.storeJournal.state());
    }

    @Test
    void an_old_disk_put_back_brings_its_branch_into_the_new_epoch_once() {
        JournalId old = lost.storeJournal.journal().id();
        Head end = lost.storeJournal.journal().forced();
        EpochGrant grant = headOffice.approves(new EpochGrant.Between(old, end, Head.genesis(old)));
        try (Journal branch =
                Journal.openToRead(
                        new Whose(
                                old, store.journalKey(), store.roster().verifier(store.gateway())),
                        FileStorage.toRead(directory.resolve("lost/journal").resolve(old.label())),
                        (sequence, hash, entry) -> {})) {
            replaced.storeJournal.continues(grant, Optional.of(branch));
            replaced.storeJournal.continues(grant, Optional.of(branch));
        }

        assertThat(replaced.storeJournal.journal().forced().sequence())
                .isEqualTo(1 + end.sequence());
        fetchHistory();
        assertThat(replaced.storeJournal.state().history().closed()).hasSize(1);
    }

    @Test
    void a_till_that_shows_a_mark_of_a_lost_disk_waits_and_is_not_quarantined() throws Exception {
        LaboratoryGateway blank = new LaboratoryGateway(store, directory.resolve("blank"), CLOCK);
        Mark given =
                Mark.sign(
                        new JournalId(store.gateway(), 1),
                        till.journal(),
                        till.head(),
                        store.signer(store.gateway()));
        Hello disputing = new Hello(Hello.parse(till.hello()).head(), Optional.of(given));

        Answer answer =
                blank.stepped(blank.intake.hello(till.journal().node(), disputing.toBytes()));
        List<Blocker> blockers = blank.closing.checklist(DAY).ownBlockers();
        boolean quarantined = blank.journals.all().getFirst().isQuarantined();
        blank.close();

        assertThat(answer).isInstanceOf(Answer.NotNow.class);
        assertThat(quarantined).isFalse();
        assertThat(blockers).extracting(Blocker::kind).containsExactly(Blocker.Kind.DISK_LOST);
        assertThat(blockers.getFirst().text()).contains("gateway recover");
        assertThat(
                        replaced.stepped(
                                replaced.intake.hello(till.journal().node(), disputing.toBytes())))
                .isInstanceOf(Answer.Marked.class);
    }

    @Test
    void what_it_goes_on_from_is_there_after_a_restart_with_head_office_away() {
        fetchHistory();
        replaced.close();
        headOffice.goesAway(true);

        replaced =
                new LaboratoryGateway(
                        store, directory.resolve("replaced"), CLOCK, replaced.earlier.lives());

        replaced.receives(till);
        assertThat(replaced.closes(DAY)).isInstanceOf(Outcome.AlreadyClosed.class);
    }

    @Test
    void a_till_and_then_the_gateway_lost_lose_nothing_that_was_archived() throws Exception {
        DeviceJournal empty = replaced.journals.of(till.journal().node()).orElseThrow();
        assertThat(empty.received().sequence()).isZero();
        replaced.close();

        List<Rebuilding.Rebuilt> rebuilt =
                rebuilding(directory.resolve("replaced/journal")).devices(recovery);

        assertThat(rebuilt)
                .containsExactly(
                        new Rebuilding.Rebuilt(
                                till.journal(), 0, till.head().sequence(), Optional.empty()));
        replaced =
                new LaboratoryGateway(
                        store, directory.resolve("replaced"), CLOCK, replaced.earlier.lives());
        assertThat(replaced.journals.of(till.journal().node()).orElseThrow().received())
                .isEqualTo(till.head());
    }

    @Test
    void another_stores_key_opens_nothing_and_says_so() throws Exception {
        replaced.close();

        List<Rebuilding.Rebuilt> rebuilt =
                rebuilding(directory.resolve("replaced/journal"))
                        .devices(RecoveryKey.generate(new SecureRandom()));

        assertThat(rebuilt.getFirst().after()).isZero();
        assertThat(rebuilt.getFirst().trouble().orElseThrow())
                .contains("the recovery key does not open it");
    }

    private void fetchHistory() {
        try (HistoryFetch _ =
                new HistoryFetch(
                                replaced.earlier,
                                rebuilding(replaced.earlier.directory()),
                                new HistoryFetch.Target(
                                        replaced.storeJournal,
                                        replaced.writer,
                                        LaboratoryStore.GBP),
                                replaced.alerts)
                        .start(why -> {
                            throw new AssertionError(why);
                        })) {
            await().atMost(SOON)
                    .until(() -> {
                        replaced.writer.step();
                        return replaced.storeJournal.state().isWhole();
                    });
        }
    }

    private Rebuilding rebuilding(Path journals) {
        return new Rebuilding(
                new Rebuilding.Place(journals, store.journalKey(), directory.resolve("fetched")),
                headOffice,
                store.roster());
    }

    private void forward(LaboratoryGateway gateway) throws Exception {
        Journal journal = gateway.storeJournal.journal();
        SignedHead head = journal.signedHead().orElseThrow();
        headOffice.hello(new Hello(head));
        Batch all = journal.read(1, 1 << 20).toBatch();
        headOffice.batch(all);
    }

    private void archive(LaboratoryGateway gateway) {
        List<Journal> journals =
                List.of(gateway.journals.of(till.journal().node()).orElseThrow().journal());
        Archive archive =
                new Archive(
                        new Archive.Place(
                                directory.resolve("lost/archive"),
                                new KeptFiles(why -> {
                                    throw new AssertionError(why);
                                }),
                                Room.ENDLESS,
                                1),
                        journals::stream,
                        recovery.publicKey(),
                        new Archive.Keeper(
                                LaboratoryHeadOffice.NAME,
                                store.roster().verifier(LaboratoryHeadOffice.NAME),
                                headOffice::archived));
        try (Archiving archiving =
                new Archiving(
                                archive,
                                headOffice,
                                new Archiving.First(new OpenSegments(List::of), () -> false),
                                gateway.alerts)
                        .start(why -> {
                            throw new AssertionError(why);
                        })) {
            archiving.wake();
            await().atMost(SOON).until(() -> archive.pending() == 0);
        }
    }
}
