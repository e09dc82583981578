package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A closed day gives its bytes back; its hashes, and what was signed about it, stay. */
class PruningTest {
    private static final String FIRST = "segment-000001.tmj";
    private static final int A_DAY = 10;
    private static final int DAYS = 3;

    private final StorageInMemory disk = new StorageInMemory();
    private final List<Hash> hashes = new ArrayList<>();

    @BeforeEach
    void threeDaysInGroupsOfTwo() {
        try (Journal journal = Shop.open(disk)) {
            for (int i = 0; i < DAYS * A_DAY; i++) {
                hashes.add(
                        journal.append(entry(MONDAY.plusDays(i / A_DAY), "goods of sale " + i))
                                .hash());
                if (i % 2 == 1) journal.force(SIGNER);
            }
        }
    }

    @Test
    void hashes_stay_and_whoever_reads_a_pruned_entry_is_told_where_it_is() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1);

            assertThatHashesAnswer(journal);
            assertThat(journal.read(A_DAY + 1, 1).entries()).hasSize(2);
            assertThatThrownBy(() -> journal.read(4, 1))
                    .isInstanceOf(PrunedEntry.class)
                    .hasMessageContaining("entry 4")
                    .hasMessageContaining("archive");
        }
    }

    @Test
    void after_a_restart_it_is_checked_shown_as_pruned_and_goes_on() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(2);
            journal.prune(1);
        }

        Seen seen = new Seen();
        try (Journal journal = Journal.open(TILL, disk, Shop.key(), VERIFIER, seen)) {
            assertThatHashesAnswer(journal);
            journal.append(entry(MONDAY.plusDays(DAYS), "goes on"));
            assertThat(journal.force(SIGNER).sequence()).isEqualTo(DAYS * A_DAY + 1);
        }

        assertThat(seen.pruned).hasSize(2 * A_DAY);
        assertThat(seen.entries).isEqualTo(A_DAY);
        assertThat(JournalCheck.check(TILL, disk, Shop.key(), VERIFIER, Shop.NOBODY))
                .isInstanceOf(JournalCheck.Intact.class);
    }

    @Test
    void who_does_not_say_what_it_makes_of_pruned_entries_does_not_open_it() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1);
        }

        assertThatThrownBy(() -> Shop.open(disk)).isInstanceOf(PrunedEntry.class);
    }

    @Test
    void the_last_segment_and_one_that_is_not_there_stay_as_they_are() {
        try (Journal journal = Shop.open(disk)) {
            for (int number : List.of(0, DAYS, DAYS + 1))
                assertThatIllegalArgumentException().isThrownBy(() -> journal.prune(number));
        }
    }

    @Test
    void a_flipped_byte_of_a_stub_is_damage() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1);
        }
        Map<String, byte[]> files = disk.files();
        int size = files.getOrDefault(FIRST, new byte[0]).length;

        for (int position = 0; position < size; position += 3) {
            int at = position;
            Map<String, byte[]> flipped = new TreeMap<>(files);
            flipped.computeIfPresent(FIRST, (name, bytes) -> flip(bytes, at));

            assertThat(
                            JournalCheck.check(
                                    TILL,
                                    StorageInMemory.of(flipped),
                                    Shop.key(),
                                    VERIFIER,
                                    Shop.NOBODY))
                    .isInstanceOf(JournalCheck.Damaged.class);
        }
    }

    @Test
    void the_power_may_go_at_any_moment_of_it() {
        for (int operations = 0; operations < 12; operations++) {
            StorageInMemory failing = StorageInMemory.of(disk.files());
            Journal journal = Shop.open(failing);
            failing.failAfter(operations);
            try {
                journal.prune(1);
            } catch (JournalBroken e) {
                assertThat(e).hasStackTraceContaining("no space left");
            }

            StorageInMemory left = failing.afterPowerCut(new Random(operations));

            try (Journal again = Journal.open(TILL, left, Shop.key(), VERIFIER, new Seen())) {
                assertThatHashesAnswer(again);
            }
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

            for (int i = 0; i < 20; i++) journal.prune(1 + i % (DAYS - 1));
            done.set(true);

            reader.join();
        }
    }

    private static final class Seen implements EntryVisitor {
        private final List<Head> pruned = new ArrayList<>();
        private int entries;

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            entries++;
        }

        @Override
        public void pruned(Head after) {
            pruned.add(after);
        }
    }

    private void assertThatHashesAnswer(Journal journal) {
        for (int i = 0; i < hashes.size(); i++)
            assertThat(journal.hashAt(i + 1)).isEqualTo(hashes.get(i));
    }

    private static byte[] flip(byte[] bytes, int position) {
        byte[] flipped = bytes.clone();
        flipped[position] ^= 0x40;
        return flipped;
    }
}
