package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Whatever fails while a stub is made, or is damaged later: nothing is lost that was not given up.
 */
class PruningFaultsTest extends PrunableJournalAtHand {
    @Test
    void a_segment_that_changed_since_it_was_opened_stays_as_it_is() throws IOException {
        try (Journal journal = Shop.open(disk)) {
            try (StoredFile file = disk.open(FIRST)) {
                file.write(file.size() / 2, ByteBuffer.wrap(new byte[] {1, 2, 3}));
            }
            byte[] before = disk.files().getOrDefault(FIRST, new byte[0]);

            assertThatThrownBy(() -> journal.prune(1, WHY)).isInstanceOf(JournalDamaged.class);

            assertThat(disk.files().get(FIRST)).isEqualTo(before);
        }
    }

    @Test
    void a_flipped_byte_of_a_stub_is_damage() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1, WHY);
        }
        Map<String, byte[]> files = disk.files();
        int size = files.getOrDefault(FIRST, new byte[0]).length;

        for (int position = 0; position < size; position += 2) {
            int at = position;
            Map<String, byte[]> flipped = new TreeMap<>(files);
            flipped.computeIfPresent(FIRST, (name, bytes) -> flip(bytes, at));

            assertThat(
                            JournalCheck.check(
                                    Shop.whose(), StorageInMemory.of(flipped), EntryVisitor.NOBODY))
                    .isInstanceOf(JournalCheck.Damaged.class);
        }
    }

    @Test
    void the_power_may_go_at_any_moment_of_it() {
        for (int seed = 0; seed < 200; seed++) {
            StorageInMemory failing = new StorageInMemory().allocating();
            Journal journal = Shop.open(failing);
            threeDays(journal);
            failing.failAfter(seed % 12);
            try {
                journal.prune(1, WHY);
                journal.prune(2, WHY);
            } catch (NotPruned | JournalBroken e) {
                assertThat(e).hasStackTraceContaining("no space left");
            }

            StorageInMemory left = failing.afterPowerCut(new Random(seed));

            try (Journal again = Journal.open(Shop.whose(), left, new Seen())) {
                assertThatHashesAnswer(again);
                assertThat(left.list()).noneMatch(name -> name.endsWith(".new"));
            }
        }
    }

    @Test
    void a_damaged_journal_keeps_its_stubs_when_it_is_restored() {
        byte[] copy = copyOfTheRestOncePruned();
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.computeIfPresent("segment-000002.tmj", (name, bytes) -> flip(bytes, 400));
        StorageInMemory fresh = new StorageInMemory();

        rebuild(files, copy, fresh);

        Seen seen = new Seen();
        try (Journal journal = Journal.open(Shop.whose(), fresh, seen)) {
            assertThatHashesAnswer(journal);
        }
        assertThat(seen.pruned).hasSize(A_DAY / 2);
        assertThat(fresh.files().get(FIRST)).isEqualTo(disk.files().get(FIRST));
    }

    @Test
    void a_damaged_stub_that_no_copy_has_whole_names_the_archive() {
        byte[] copy = copyOfTheRestOncePruned();
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.computeIfPresent(FIRST, (name, bytes) -> flip(bytes, bytes.length - 100));

        assertThatThrownBy(() -> rebuild(files, copy, new StorageInMemory()))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("entry 2")
                .hasMessageContaining("archive");
    }

    /** Of the days that are whole still. */
    private byte[] copyOfTheRestOncePruned() {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1, WHY);
            JournalCopy.export(journal, A_DAY + 1, DAYS * A_DAY, copy);
        }
        return copy.toByteArray();
    }

    private static void rebuild(Map<String, byte[]> files, byte[] copy, Storage fresh) {
        JournalCopy.rebuild(
                StorageInMemory.of(files), new ByteArrayInputStream(copy), fresh, Shop.whose());
    }

    @Test
    void a_disk_without_room_for_the_stub_keeps_the_segment_and_the_journal_goes_on() {
        AtomicBoolean full = new AtomicBoolean(true);
        try (Journal journal = Shop.open(new FullForStubs(disk, full))) {
            byte[] before = disk.files().getOrDefault(FIRST, new byte[0]);

            assertThatThrownBy(() -> journal.prune(1, WHY))
                    .isInstanceOf(NotPruned.class)
                    .hasMessageContaining("No space left");

            assertThat(disk.files().get(FIRST)).isEqualTo(before);
            assertThat(disk.files()).doesNotContainKey(FIRST + ".new");
            journal.append(entry(MONDAY.plusDays(DAYS), "a sale"));
            assertThat(journal.force(SIGNER).sequence()).isEqualTo(DAYS * A_DAY + 1);
            full.set(false);
            journal.prune(1, WHY);
            assertThat(journal.prunedUpTo()).isEqualTo(A_DAY);
        }
    }

    /** A disk that others fill up while a stub is written. */
    private static final class FullForStubs extends ForwardingStorage {
        private final AtomicBoolean full;

        FullForStubs(Storage disk, AtomicBoolean full) {
            super(disk);
            this.full = full;
        }

        @Override
        public StoredFile open(String name) throws IOException {
            StoredFile file = super.open(name);
            if (!name.equals(FIRST + ".new")) return file;
            return new ForwardingFile(file) {
                @Override
                public void write(long position, ByteBuffer bytes) throws IOException {
                    if (full.get() && position > 0)
                        throw new IOException("No space left on device");
                    super.write(position, bytes);
                }
            };
        }
    }
}
