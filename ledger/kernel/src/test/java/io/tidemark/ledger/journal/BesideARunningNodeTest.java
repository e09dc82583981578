package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process looks at a journal that its node goes on writing: real files, a real writer. */
class BesideARunningNodeTest {
    private static final int ENTRIES = 4_000;

    @TempDir private Path home;

    @Test
    void a_copy_made_beside_the_writer_holds_what_was_forced_and_nothing_else() {
        AtomicLong begun = new AtomicLong();
        AtomicLong told = new AtomicLong();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(begun, told));
        int looks = 0;
        while (!writing.isDone() || looks == 0) {
            long before = told.get();
            long copied = copied();
            assertThat(copied).isBetween(before, begun.get());
            looks++;
        }
        writing.join();

        assertThat(copied()).isEqualTo(ENTRIES);
    }

    @Test
    void what_is_written_and_not_forced_is_not_seen() {
        StorageInMemory disk = new StorageInMemory();
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "one"));
            journal.force(SIGNER);
            Storage seen = ForcedPart.of(TILL, disk);
            journal.append(entry(MONDAY, "two"));
            journal.append(entry(MONDAY.plusDays(1), "three"));
            journal.force(SIGNER);

            List<EntryBytes> found = new ArrayList<>();
            try (Journal beside =
                    Journal.openToRead(Shop.whose(), seen, (_, _, entry) -> found.add(entry))) {
                assertThat(beside.forced().sequence()).isEqualTo(1);
                assertThat(beside.read(1, 1 << 20).last()).isEqualTo(1);
                assertThat(beside.segments()).hasSize(1);
            }
            assertThat(found).containsExactly(entry(MONDAY, "one"));
        }
    }

    @Test
    void where_nothing_was_begun_there_is_nothing() {
        Storage nothing = ForcedPart.of(TILL, FileStorage.toRead(home.resolve("never")));

        try (Journal journal = Journal.openToRead(Shop.whose(), nothing, Shop.NOBODY)) {
            assertThat(journal.forced().sequence()).isZero();
        }
    }

    /** Days change and a segment is closed now and then, as at a till. */
    private void write(AtomicLong begun, AtomicLong told) {
        try (Journal journal = Shop.open(new FileStorage(home.resolve("till")))) {
            for (int i = 1; i <= ENTRIES; i++) {
                journal.append(entry(MONDAY.plusDays(i / 1_000), new byte[i % 700]));
                if (i % 5 != 0) continue;
                begun.set(i);
                journal.force(SIGNER);
                told.set(i);
                if (i % 1_500 == 0) journal.closeSegment();
            }
        }
    }

    private long copied() {
        Storage seen = ForcedPart.of(TILL, FileStorage.toRead(home.resolve("till")));
        try (Journal journal = Journal.openToRead(Shop.whose(), seen, Shop.NOBODY)) {
            long last = journal.forced().sequence();
            return last == 0
                    ? 0
                    : JournalCopy.export(journal, 1, last, new ByteArrayOutputStream());
        }
    }
}
