package io.tidemark.cloud.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedOrganisation;
import io.tidemark.authority.StoreSpec;
import io.tidemark.cloud.Days;
import io.tidemark.cloud.StoreWriting;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.SingleWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an answer leaves, on a disk that can be held up. */
class IntakeTest {
    @TempDir private Path directory;

    private final SlowDisk.Forces forces = new SlowDisk.Forces();
    private final AtomicReference<@Nullable Throwable> halted = new AtomicReference<>();
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private NodeIdentity headOffice;
    private NodeIdentity gateway;
    private StoreWriting store;

    @BeforeEach
    void a_store_with_a_close_down_to_report() throws Exception {
        ProvisionedOrganisation organisation = Authority.laboratory(directory);
        gateway =
                organisation
                        .authority()
                        .provisionStore(
                                StoreSpec.forLaboratory("s001", 1), directory.resolve("nodes"))
                        .gateway()
                        .openIdentity();
        headOffice = organisation.headOffice().openIdentity();
        store =
                new StoreWriting(gateway)
                        .record(Days.MONDAY, Days.closed(Days.MONDAY, 1, 1_000, 1));
    }

    @Test
    void the_mark_leaves_only_when_the_force_has_returned() throws Exception {
        try (StoreJournals journals = journals();
                SingleWriter writer = writer(SingleWriter.Limits.usual()).start("writer")) {
            forces.waiting = true;

            CompletableFuture<Answer> answer = batch(intake(journals, writer));
            forces.begun.await();

            assertThat(answer).isNotDone();
            forces.mayEnd.countDown();
            assertThat(answer.get())
                    .isInstanceOfSatisfying(
                            Answer.Marked.class,
                            marked -> assertThat(marked.mark().head()).isEqualTo(store.head()));
        }
    }

    @Test
    void on_a_full_disk_the_store_is_asked_to_wait_and_nothing_is_written() throws Exception {
        try (StoreJournals journals = journals();
                SingleWriter writer = writer(SingleWriter.Limits.usual()).start("writer")) {
            room.set(Room.BYTES_MIN - 1);

            Answer refused = batch(intake(journals, writer)).get();
            room.set(Room.BYTES_MIN);
            Answer taken = batch(intake(journals, writer)).get();

            assertThat(refused).isInstanceOf(Answer.NotNow.class);
            assertThat(taken).isInstanceOf(Answer.Marked.class);
            assertThat(halted).hasNullValue();
        }
    }

    @Test
    void a_force_that_fails_gives_no_mark_and_stops_head_office() {
        try (StoreJournals journals = journals();
                SingleWriter writer = writer(SingleWriter.Limits.usual()).start("writer")) {
            forces.failing = true;

            CompletableFuture<Answer> answer = batch(intake(journals, writer));

            assertThatThrownBy(answer::get).hasRootCauseMessage("the disk is gone");
            await().untilAsserted(() -> assertThat(halted.get()).isInstanceOf(JournalBroken.class));
        }
    }

    @Test
    void a_full_queue_asks_the_sender_to_come_again() throws Exception {
        try (StoreJournals journals = journals();
                SingleWriter writer = writer(new SingleWriter.Limits(1, 1))) {
            Intake intake = intake(journals, writer);
            CompletableFuture<Answer> first = batch(intake);
            CompletableFuture<Answer> second = batch(intake);

            Object refused = CompletableFuture.anyOf(first, second).get();

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Answer.NotNow.class,
                            notNow -> {
                                assertThat(JournalController.response(notNow).code())
                                        .isEqualTo(429);
                                assertThat(
                                                JournalController.response(notNow)
                                                        .getHeaders()
                                                        .get("Retry-After"))
                                        .isEqualTo("1");
                            });
            writer.step();
            assertThat(CompletableFuture.allOf(first, second))
                    .succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private CompletableFuture<Answer> batch(Intake intake) {
        Roster.Member member = headOffice.roster().gatewayOf("s001").orElseThrow();
        byte[] bytes = store.all().toBytes();
        return CompletableFuture.supplyAsync(() -> intake.batch(member, bytes));
    }

    private StoreJournals journals() {
        return StoreJournals.open(
                new StoreJournals.Places(
                        directory.resolve("journal"),
                        directory.resolve("marks"),
                        directory.resolve("quarantine"),
                        home -> new SlowDisk(home, forces)),
                JournalKey.of(headOffice.journalKey()),
                headOffice.roster(),
                new ReceivedJournal.Self(headOffice.journal(), headOffice.signer()));
    }

    private SingleWriter writer(SingleWriter.Limits limits) {
        return new SingleWriter(limits, Runnable::run, halted::set);
    }

    private static final class NobodyFollows implements Intake.Followers {
        @Override
        public void begun(Journal journal) {}

        @Override
        public void forced() {}
    }

    private Intake intake(StoreJournals journals, SingleWriter writer) {
        Grants none =
                new Grants(directory.resolve("grants"), new KeptFiles(halted::set), grant -> false);
        return new Intake(journals, writer, new Intake.Ports(room::get, none, new NobodyFollows()));
    }
}
