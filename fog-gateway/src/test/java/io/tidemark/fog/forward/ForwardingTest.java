package io.tidemark.fog.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.closedown.Outcome;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.watch.Alert;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.identity.RecoverySeal;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.archive.SegmentContent;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.receive.MarkNote;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-27T18:00:00Z"), ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
    private final RecoveryKey recovery = RecoveryKey.generate(new SecureRandom());
    private final AtomicLong sendable = new AtomicLong(Long.MAX_VALUE);
    private LaboratoryGateway gateway;
    private Archive archive;
    private Forwarding forwarding;
    private Archiving archiving;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, CLOCK);
        archive = archive();
        forwarding =
                forwarding(directory.resolve("marks"), verifier()).start(ForwardingTest::broken);
        archiving =
                new Archiving(
                                archive,
                                headOffice,
                                new Archiving.First(
                                        new OpenSegments(List::of), forwarding::isBehind),
                                gateway.alerts)
                        .start(ForwardingTest::broken);
    }

    @AfterEach
    void close() {
        archiving.close();
        forwarding.close();
        gateway.close();
    }

    @Test
    void a_head_office_away_for_a_week_loses_nothing_and_holds_up_nothing() {
        headOffice.goesAway(true);

        var till = store.till("till-1");
        for (int day = 0; day < 7; day++) {
            gateway.receives(till.opens(DAY.plusDays(day)).sells("2.50").closesDay());
            assertThat(closes(DAY.plusDays(day))).isInstanceOf(Outcome.Closed.class);
        }

        assertThat(forwarding.state().online()).isFalse();
        assertThat(forwarding.state().unsent()).isEqualTo(ownEntries().size());
        headOffice.goesAway(false);
        await().atMost(SOON).until(() -> forwarding.state().unsent() == 0);
        assertThat(headOffice.entries()).isEqualTo(ownEntries());
        await().atMost(SOON).until(() -> forwarding.state().online());
    }

    @Test
    void what_may_not_be_sent_yet_stays_here_also_where_it_was_forced_with_what_may() {
        sendable.set(0);
        gateway.receives(
                store.till("till-1")
                        .opens(DAY)
                        .closesDay()
                        .opens(DAY.plusDays(1))
                        .sells("2.50")
                        .closesDay());
        var _ = gateway.closing.close(gateway.wish(DAY));
        gateway.stepped(gateway.closing.close(gateway.wish(DAY.plusDays(1))));
        List<EntryBytes> all = ownEntries();

        sendable.set(all.size() - 1);
        forwarding.wake();
        await().atMost(SOON).until(() -> headOffice.entries().size() == all.size() - 1);
        await().atMost(SOON).until(() -> !forwarding.isBehind());

        assertThat(forwarding.state().unsent()).isEqualTo(1);
        assertThat(headOffice.entries()).isEqualTo(all.subList(0, all.size() - 1));
        sendable.set(Long.MAX_VALUE);
        forwarding.wake();
        await().atMost(SOON).until(() -> forwarding.state().unsent() == 0);
        assertThat(headOffice.entries()).isEqualTo(all);
    }

    /** As where a close-down is made whose first figures might go while there was none. */
    @Test
    void what_may_go_no_further_by_the_time_it_was_read_halts_nothing() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        forwarding.close();
        AtomicLong asked = new AtomicLong();
        forwarding =
                forwarding(
                                directory.resolve("marks"),
                                verifier(),
                                () -> asked.getAndIncrement() % 2 == 0 ? forced() : 0)
                        .start(ForwardingTest::broken);
        gateway.closes(DAY);

        await().atMost(SOON)
                .until(() -> {
                    forwarding.wake();
                    return headOffice.entries().equals(ownEntries());
                });
    }

    @Test
    void what_was_taken_under_a_lost_answer_is_not_taken_twice() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        await().atMost(SOON).until(() -> forwarding.state().online());
        headOffice.losesAnswers(2);

        closes(DAY);
        forwarding.wake();

        await().atMost(SOON).until(() -> forwarding.state().unsent() == 0);
        assertThat(headOffice.entries()).isEqualTo(ownEntries());
    }

    @Test
    void a_mark_that_is_not_head_offices_is_not_believed() {
        forwarding.close();
        forwarding =
                forwarding(directory.resolve("others-marks"), (_, _) -> false)
                        .start(ForwardingTest::broken);
        gateway.receives(store.till("till-1").opens(DAY).closesDay());
        closes(DAY);

        await().atMost(SOON).until(() -> headOffice.attempts() > 2);

        assertThat(forwarding.state().marked()).isZero();
        assertThat(forwarding.state().online()).isFalse();
    }

    @Test
    void closed_segments_follow_sealed_and_prove_themselves() throws Exception {
        var till = store.till("till-1").opens(DAY).sells("2.50").closesDay();
        gateway.receives(till);
        closes(DAY);
        gateway.seals();
        headOffice.losesAnswers(1);

        archiving.wake();
        await().atMost(Duration.ofMinutes(1)).until(() -> receipts() == 2);

        assertThat(headOffice.archive()).hasSize(2);
        await().atMost(SOON).until(() -> forwarding.state().archivePending() == 0);
    }

    @Test
    void what_an_archive_put_back_from_a_backup_lacks_is_not_kept_and_is_sent_again()
            throws Exception {
        Journal journal = archivedDay();
        SegmentInfo segment = journal.segments().getFirst();
        assertThat(archive.isKept(journal.id(), segment)).isTrue();
        archiving.close();

        headOffice.isPutBackWithoutArchive();
        Archive after = archive();

        assertThat(after.isKept(journal.id(), segment)).isFalse();
        assertThat(after.isThere(journal.id(), segment)).isFalse();
        assertThat(after.compare()).isEqualTo(2);
        assertThat(after.isKept(journal.id(), segment)).isFalse();
        after.sendNext(headOffice);
        after.sendNext(headOffice);
        assertThat(after.isKept(journal.id(), segment)).isTrue();
        assertThat(after.isThere(journal.id(), segment)).isTrue();
        assertThat(headOffice.archive()).hasSize(2);
        after.doubt();
        assertThat(after.isKept(journal.id(), segment)).isFalse();
    }

    @Test
    void a_longer_segment_under_a_number_that_is_archived_is_another_one() throws Exception {
        Journal journal = archivedDay();
        SegmentInfo is = journal.segments().getFirst();
        await().atMost(SOON).until(() -> archive.isKept(journal.id(), is));

        SegmentInfo recut =
                new SegmentInfo(is.name(), is.number(), is.day(), is.first(), is.last() + 1, true);

        assertThat(archive.isKept(journal.id(), recut)).isFalse();
    }

    @Test
    void a_segment_refused_for_good_is_told_and_holds_up_no_other() throws Exception {
        String refused =
                gateway.storeJournal.journal().id().label() + "/segment-000001-to-000000000003.tmj";
        headOffice.keepsAnother(refused);
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        closes(DAY);
        gateway.seals();

        archiving.wake();

        await().atMost(Duration.ofMinutes(1)).until(() -> headOffice.archive().size() == 2);
        await().atMost(SOON).until(() -> forwarding.state().archivePending() == 0);
        assertThat(gateway.alerts.standing())
                .extracting(Alert::subject, Alert::kind)
                .contains(tuple(refused, Alert.Kind.ARCHIVE));
        assertThat(archive().refused()).containsKey(refused);
        assertThat(archive().pending()).isZero();
    }

    @Test
    void what_fails_on_this_gateways_disk_is_not_laid_at_head_offices_door() throws Exception {
        Path noted =
                directory.resolve("marks/" + gateway.storeJournal.journal().id().label() + ".mark");
        await().atMost(SOON).until(() -> Files.exists(noted) && Files.size(noted) > 0);
        Files.delete(noted);
        Files.createDirectory(noted);

        gateway.receives(store.till("till-1").opens(DAY).closesDay());
        closes(DAY);

        await().atMost(SOON)
                .until(() ->
                        gateway.alerts.standing().stream()
                                .anyMatch(alert -> alert.kind() == Alert.Kind.DISK));
        assertThat(forwarding.state().trouble()).isEmpty();
        Files.delete(noted);
        await().atMost(SOON).until(() -> forwarding.state().unsent() == 0);
        assertThat(gateway.alerts.standing()).isEmpty();
    }

    @Test
    void the_recovery_key_opens_a_sealed_segment_and_finds_the_batches() throws Exception {
        var till = store.till("till-1").opens(DAY).sells("2.50").closesDay();
        gateway.receives(till);
        closes(DAY);
        gateway.seals();
        Journal journal = gateway.journals.of(till.journal().node()).orElseThrow().journal();
        byte[] content;
        try (var in = new SegmentContent(journal, journal.segments().getFirst())) {
            content = in.readAllBytes();
        }
        byte[] info = Archive.info(journal.id(), "segment-000001.tmj");

        byte[] opened =
                RecoverySeal.open(
                        recovery, info, RecoverySeal.seal(recovery.publicKey(), info, content));

        List<Batch> batches = new ArrayList<>();
        CborReader reader = new CborReader(opened);
        while (!reader.atEnd()) batches.add(Batch.parse(reader.item()));
        assertThat(batches.stream().flatMap(batch -> batch.entries().stream()).toList())
                .isEqualTo(till.entries());
        assertThat(batches.getLast().head().isBy(store.roster().verifier(till.journal().node())))
                .isTrue();
    }

    /** The till's journal, of whose day nothing is left to be archived. */
    private Journal archivedDay() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        closes(DAY);
        gateway.seals();
        archiving.wake();
        await().atMost(Duration.ofMinutes(1)).until(() -> receipts() == 2);
        return gateway.journals.of(store.till("till-1").journal().node()).orElseThrow().journal();
    }

    private static void broken(Throwable why) {
        throw new AssertionError(why);
    }

    /** How many receipts lie in the archive, once nothing sealed lies there any more. */
    private long receipts() throws IOException {
        if (!Files.isDirectory(directory.resolve("archive"))) return 0;
        try (Stream<Path> all = Files.walk(directory.resolve("archive"))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            return files.stream().allMatch(file -> file.toString().endsWith(".receipt"))
                    ? files.size()
                    : 0;
        }
    }

    private Outcome closes(LocalDate day) {
        Outcome outcome = gateway.closes(day);
        forwarding.wake();
        return outcome;
    }

    private Forwarding forwarding(Path marks, Verifier ofHeadOffice) {
        return forwarding(marks, ofHeadOffice, () -> Math.min(sendable.get(), forced()));
    }

    private Forwarding forwarding(Path marks, Verifier ofHeadOffice, LongSupplier may) {
        return new Forwarding(
                new Forwarding.Own(
                        gateway.storeJournal.journal(), store.signer(store.gateway()), may),
                headOffice,
                new Forwarding.Receiver(
                        LaboratoryHeadOffice.NAME,
                        ofHeadOffice,
                        new MarkNote(new FileStorage(marks), gateway.storeJournal.journal().id())),
                new Forwarding.Shown(CLOCK, gateway.changes, gateway.alerts, archive::pending));
    }

    private long forced() {
        return gateway.storeJournal.journal().forced().sequence();
    }

    private Archive archive() {
        List<Journal> journals = new ArrayList<>();
        journals.add(gateway.storeJournal.journal());
        gateway.journals.all().stream().map(DeviceJournal::journal).forEach(journals::add);
        return new Archive(
                new Archive.Place(
                        directory.resolve("archive"),
                        new KeptFiles(ForwardingTest::broken),
                        Room.ENDLESS,
                        1),
                journals::stream,
                recovery.publicKey(),
                new Archive.Keeper(LaboratoryHeadOffice.NAME, verifier(), headOffice::archived));
    }

    private Verifier verifier() {
        return store.roster().verifier(LaboratoryHeadOffice.NAME);
    }

    private List<EntryBytes> ownEntries() {
        List<EntryBytes> entries = new ArrayList<>();
        gateway.storeJournal.journal().replay(1, (_, _, entry) -> entries.add(entry));
        return entries;
    }
}
