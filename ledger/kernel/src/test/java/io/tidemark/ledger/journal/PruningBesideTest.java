package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stub is made while the till sells, and disturbs nobody. */
class PruningBesideTest extends PrunableJournalAtHand {
    @Test
    @Timeout(60)
    void an_append_waits_for_nothing_of_it() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Storage slow = new SlowStubs(disk, begun, goOn);
        try (Journal journal = Shop.open(slow)) {
            CompletableFuture<Void> pruning =
                    CompletableFuture.runAsync(() -> journal.prune(1, WHY));
            begun.await();

            journal.append(entry(MONDAY.plusDays(DAYS), "a sale"));
            assertThat(journal.force(SIGNER).sequence()).isEqualTo(DAYS * A_DAY + 1);
            assertThatHashesAnswer(journal);

            assertThat(pruning).isNotDone();
            goOn.countDown();
            pruning.join();
            assertThat(journal.prunedUpTo()).isEqualTo(A_DAY);
        }
    }

    /** A disk that takes its time over a stub. */
    private static final class SlowStubs extends ForwardingStorage {
        private final CountDownLatch begun;
        private final CountDownLatch goOn;

        SlowStubs(Storage disk, CountDownLatch begun, CountDownLatch goOn) {
            super(disk);
            this.begun = begun;
            this.goOn = goOn;
        }

        @Override
        public StoredFile open(String name) throws IOException {
            StoredFile file = super.open(name);
            if (!name.equals(FIRST + ".new")) return file;
            return new ForwardingFile(file) {
                @Override
                public void force() throws IOException {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IOException("interrupted", e);
                    }
                    super.force();
                }
            };
        }
    }

    @Test
    @Timeout(60)
    void readers_beside_it_are_not_disturbed(@TempDir Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : disk.files().entrySet())
            Files.write(directory.resolve(file.getKey()), file.getValue());
        try (Journal journal = Shop.open(new FileStorage(directory))) {
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Void> reader =
                    CompletableFuture.runAsync(() -> {
                        while (!done.get()) assertThatHashesAnswer(journal);
                    });

            journal.prune(1, WHY);
            journal.prune(2, WHY);
            done.set(true);

            reader.join();
        }
    }
}
