package io.tidemark.fog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.fog.watch.Devices;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path directory;

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final NodeName a = store.device("till-1");
    private final NodeName b = store.device("till-2");
    private final Changes changes = new Changes();
    private final Alerts alerts = new Alerts(CLOCK, changes);
    private final Devices devices = new Devices(CLOCK, changes);
    private final List<Throwable> broken = new ArrayList<>();
    private DeviceJournals journals;
    private SingleWriter writer;
    private Intake intake;
    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private boolean stopped;

    @BeforeEach
    void open() {
        journals =
                DeviceJournals.open(
                        store.roster(),
                        new ReceivedJournal.Self(
                                new JournalId(store.gateway(), 1), store.signer(store.gateway())),
                        store.journalKey(),
                        new JournalPlaces(
                                directory.resolve("journal"),
                                directory.resolve("marks"),
                                directory.resolve("quarantine")));
        stopped = false;
        writer = new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, broken::add);
        intake =
                new Intake(
                        Lanes.all(writer),
                        journals,
                        new Epochs(
                                journals,
                                new Grants(
                                        directory.resolve("grants"),
                                        new KeptFiles(broken::add),
                                        Grants.Authority.of(store.roster())),
                                store.roster()::verifier),
                        usable::get,
                        devices,
                        alerts,
                        changes::happened);
    }

    @AfterEach
    void close() {
        if (!stopped) journals.close();
    }

    private void stop() {
        stopped = true;
        journals.close();
    }

    @Test
    void a_greeting_is_answered_with_the_mark_of_what_is_here() {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50");

        Answer answer = answered(intake.hello(a, till.hello()));

        assertThat(marked(answer).sequence()).isZero();
        assertThat(devices.of(a).told()).isEqualTo(3);
    }

    @Test
    void on_a_full_disk_a_batch_waits_at_the_till_and_is_taken_when_there_is_room() {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50");
        usable.set(Room.BYTES_MIN - 1);

        Answer full = answered(intake.batch(a, till.batch(1)));
        List<Alert> whileFull = alerts.standing();
        usable.set(Room.BYTES_MIN);
        Answer taken = answered(intake.batch(a, till.batch(1)));

        assertThat(full).isInstanceOf(Answer.NotNow.class);
        assertThat(whileFull).extracting(Alert::kind).containsExactly(Alert.Kind.NO_ROOM);
        assertThat(marked(taken).head()).isEqualTo(till.head());
        assertThat(alerts.standing()).isEmpty();
    }

    @Test
    void a_batch_is_on_disk_before_it_is_marked() {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50").sells("1.25");
        CompletableFuture<Answer> answer = intake.batch(a, till.batch(1));

        assertThat(answer).isNotDone();
        writer.step();

        Mark mark = marked(answer.join());
        assertThat(mark.head()).isEqualTo(till.head());
        assertThat(mark.isBy(store.gateway(), store.roster().verifier(store.gateway()))).isTrue();
        assertThat(journals.of(a).orElseThrow().received()).isEqualTo(till.head());
    }

    @Test
    void a_duplicate_is_marked_again_and_an_overlap_extended() {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50");
        answered(intake.batch(a, till.batch(1)));

        Answer duplicate = answered(intake.batch(a, till.batch(1)));
        till.sells("3.00");
        Answer overlap = answered(intake.batch(a, till.batch(2)));

        assertThat(marked(duplicate).sequence()).isEqualTo(3);
        assertThat(marked(overlap).head()).isEqualTo(till.head());
    }

    @Test
    void two_batches_in_one_group_follow_each_other_before_the_force() {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50");
        CompletableFuture<Answer> first = intake.batch(a, till.batch(1));
        CompletableFuture<Answer> resent = intake.batch(a, till.batch(2));
        till.sells("1.00");
        CompletableFuture<Answer> second = intake.batch(a, till.batch(3));

        writer.step();

        assertThat(marked(first.join()).sequence()).isEqualTo(3);
        assertThat(marked(resent.join()).sequence()).isEqualTo(3);
        assertThat(marked(second.join()).sequence()).isEqualTo(4);
        assertThat(journals.of(a).orElseThrow().received()).isEqualTo(till.head());
    }

    @Test
    void a_gap_is_answered_with_the_mark_to_resume_from() {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50");

        Answer answer = answered(intake.batch(a, till.batch(3)));

        assertThat(answer).isInstanceOf(Answer.Gap.class);
        assertThat(((Answer.Gap) answer).mark().sequence()).isZero();
    }

    @Test
    void a_batch_really_signed_by_another_device_is_refused() {
        LaboratoryTill till = store.till("till-2").opens(DAY).sells("2.50");

        Answer answer = answered(intake.batch(a, till.batch(1)));

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(((Answer.Refused) answer).reason()).isEqualTo(Answer.Reason.WRONG_SENDER);
        assertThat(journals.of(b).orElseThrow().received().sequence()).isZero();
        assertThat(alerts.standing()).extracting(Alert::kind).contains(Alert.Kind.REFUSED);
    }

    @Test
    void what_is_no_batch_is_refused_with_a_reason() {
        Answer answer = answered(intake.batch(a, new byte[] {1, 2, 3}));

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(((Answer.Refused) answer).reason()).isEqualTo(Answer.Reason.MALFORMED);
        assertThat(broken).isEmpty();
    }

    @Test
    void a_poison_entry_never_holds_up_what_follows() {
        LaboratoryTill till =
                store.till("till-1").opens(DAY).recordsPoison().recordsUnknown(true).sells("2.50");

        Answer answer = answered(intake.batch(a, till.batch(1)));

        assertThat(marked(answer).head()).isEqualTo(till.head());
        assertThat(alerts.standing()).extracting(Alert::kind).contains(Alert.Kind.UNREADABLE);
        DaySpan day = journals.of(a).orElseThrow().day(DAY).orElseThrow();
        assertThat(day.last()).isEqualTo(5);
        assertThat(day.unknownCritical()).isPresent();
    }

    @Test
    void a_fork_is_kept_whole_and_nothing_more_is_taken() throws IOException {
        LaboratoryTill ours = store.till("till-1").opens(DAY).sells("2.50");
        LaboratoryTill theirs = store.till("till-1").opens(DAY).sells("9.99");
        answered(intake.batch(a, ours.batch(1)));

        Answer forked = answered(intake.batch(a, theirs.batch(1)));
        ours.sells("1.00");
        Answer after = answered(intake.batch(a, ours.batch(4)));

        assertThat(forked).isEqualTo(new Answer.Forked(3, ours.hashAt(3), theirs.hashAt(3)));
        assertThat(((Answer.Refused) after).reason()).isEqualTo(Answer.Reason.QUARANTINED);
        try (var branches =
                Files.list(directory.resolve("quarantine").resolve(ours.journal().label()))) {
            assertThat(branches.toList())
                    .singleElement()
                    .satisfies(file ->
                            assertThat(Files.readAllBytes(file)).isEqualTo(theirs.batch(1)));
        }
        assertThat(alerts.standing()).extracting(Alert::kind).contains(Alert.Kind.FORKED);
    }

    @Test
    void what_was_marked_is_there_after_a_restart_and_days_are_found_again() throws IOException {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50").closesDay();
        answered(intake.batch(a, till.batch(1)));
        stop();

        open();

        DeviceJournal journal = journals.of(a).orElseThrow();
        assertThat(journal.received()).isEqualTo(till.head());
        assertThat(journal.day(DAY).orElseThrow().isClosed()).isTrue();
    }

    @Test
    void an_old_disk_put_back_is_noticed_at_start() throws IOException {
        LaboratoryTill till = store.till("till-1").opens(DAY).sells("2.50");
        answered(intake.batch(a, till.batch(1)));
        stop();
        Path lost = directory.resolve("journal").resolve(till.journal().label());
        try (var files = Files.list(lost)) {
            for (Path file : files.toList()) Files.delete(file);
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("has marked entry 3");
    }

    private Answer answered(CompletableFuture<Answer> answer) {
        writer.step();
        return answer.join();
    }

    private static Mark marked(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Marked.class);
        return ((Answer.Marked) answer).mark();
    }
}
