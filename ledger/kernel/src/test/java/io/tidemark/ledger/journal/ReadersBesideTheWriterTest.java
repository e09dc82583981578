package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files and real threads: readers follow a writer that rolls over days, and see what is forced
 * only.
 */
class ReadersBesideTheWriterTest {
    private static final int ENTRIES = 3_000;

    @TempDir private Path home;

    @Test
    void a_reader_that_follows_sees_every_entry_once_in_order_and_nothing_unforced()
            throws Exception {
        try (Journal journal = Shop.open(new FileStorage(home.resolve("till")));
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            Callable<Head> following = () -> follow(journal);
            Future<Head> first = readers.submit(following);
            Future<Head> second = readers.submit(following);
            AtomicBoolean written = new AtomicBoolean();
            Future<Integer> interrupted = readers.submit(() -> readInterrupted(journal, written));

            write(journal);
            written.set(true);

            assertThat(first.get()).isEqualTo(journal.forced());
            assertThat(second.get()).isEqualTo(journal.forced());
            assertThat(interrupted.get()).isPositive();
        }
    }

    private static void write(Journal journal) {
        for (int i = 1; i <= ENTRIES; i++) {
            journal.append(entry(MONDAY.plusDays(i / 1_000), "entry " + i));
            if (i % 20 == 0) journal.force(SIGNER);
        }
        journal.force(SIGNER);
    }

    private static Head follow(Journal journal) {
        Head head = Head.genesis(TILL);
        while (head.sequence() < ENTRIES) {
            if (journal.forced().sequence() == head.sequence()) {
                Thread.onSpinWait();
                continue;
            }
            Slice slice = journal.read(head.sequence() + 1, 4_000);
            for (EntryBytes entry : slice.entries()) head = head.then(entry);
            assertThat(slice.head().head()).isEqualTo(head);
            assertThat(journal.hashAt(head.sequence())).isEqualTo(head.hash());
            assertThat(journal.forced().sequence()).isGreaterThanOrEqualTo(head.sequence());
        }
        return head;
    }

    /** The JDK closes the channel under an interrupted reader; nobody else may notice. */
    private static int readInterrupted(Journal journal, AtomicBoolean written) {
        int failures = 0;
        while (!written.get() || failures == 0) {
            if (journal.forced().sequence() == 0) continue;
            Thread.currentThread().interrupt();
            try {
                assertThat(journal.read(1, 1).entries()).isNotEmpty();
            } catch (UncheckedIOException expected) {
                failures++;
            }
        }
        assertThat(Thread.interrupted()).isTrue();
        return failures;
    }
}
