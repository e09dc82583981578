package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

    private static final Pruning WHY = new Pruning(MONDAY.plusDays(40), 35);

    private final StorageInMemory disk = new StorageInMemory();
    private final List<Hash> hashes = new ArrayList<>();

    @BeforeEach
    void threeDaysInGroupsOfTwo() {
        try (Journal journal = Shop.open(disk)) {
            threeDays(journal);
        }
    }

    /** Every other entry is a receipt, from the second on. */
    private void threeDays(Journal journal) {
        hashes.clear();
        for (int i = 0; i < DAYS * A_DAY; i++) {
            LocalDate day = MONDAY.plusDays(i / A_DAY);
            EntryBytes entry = entry(day, "no goods " + i);
            hashes.add(journal.append(i % 2 == 1 ? receipt(day, i + 1) : entry).hash());
            if (i % 2 == 1) journal.force(SIGNER);
        }
    }

    private static EntryBytes receipt(LocalDate day, int number) {
        EntryHeader header =
                new EntryHeader(
                        EventType.SALE_COMPLETED.code(),
                        true,
                        new CommandId(new UUID(1, number)),
                        7,
                        "1",
                        "ann",
                        1,
                        day,
                        day.atTime(9, 30).atOffset(ZoneOffset.UTC),
                        number,
                        0,
                        1);
        Event goods = new Unknown(header.type(), true, new byte[] {0x60});
        return EntryCodec.encode(new Entry(header, goods));
    }

    @Test
    void hashes_stay_and_whoever_reads_a_pruned_entry_is_told_where_it_is() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1, WHY);

            assertThatHashesAnswer(journal);
            assertThat(journal.read(A_DAY + 1, 1).entries()).hasSize(2);
            assertThatThrownBy(() -> journal.read(3, 1))
                    .isInstanceOf(EntryPruned.class)
                    .hasMessageContaining("entry 4")
                    .hasMessageContaining("on 2026-12-26")
                    .hasMessageContaining("35 days")
                    .hasMessageContaining("archive")
                    .hasMessageContaining(journal.hashAt(4).hex());
            assertThatThrownBy(() -> journal.entry(4)).isInstanceOf(EntryPruned.class);
        }
    }

    @Test
    void what_is_no_receipt_stays_whole_and_of_a_receipt_its_header() {
        Seen seen = new Seen();
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1, WHY);

            assertThat(journal.entry(1)).isEqualTo(entry(MONDAY, "no goods 0"));
            assertThat(journal.entry(9)).isEqualTo(entry(MONDAY, "no goods 8"));
            assertThat(journal.segments().getFirst().pruned()).isTrue();
            assertThat(journal.segments().get(1).pruned()).isFalse();
            journal.replay(1, seen);
        }

        assertThat(seen.pruned).hasSize(A_DAY / 2);
        PrunedEntry last = seen.pruned.getLast();
        assertThat(last.sequence()).isEqualTo(10);
        assertThat(last.header().receipt()).isEqualTo(10);
        assertThat(last.header().command()).isEqualTo(new CommandId(new UUID(1, 10)));
        assertThat(last.why()).isEqualTo(WHY);
    }

    @Test
    void after_a_restart_it_is_checked_shown_as_pruned_and_goes_on() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1, WHY);
            journal.prune(2, WHY);
        }

        Seen seen = new Seen();
        try (Journal journal = Journal.open(TILL, disk, Shop.key(), VERIFIER, seen)) {
            assertThatHashesAnswer(journal);
            journal.append(entry(MONDAY.plusDays(DAYS), "goes on"));
            assertThat(journal.force(SIGNER).sequence()).isEqualTo(DAYS * A_DAY + 1);
        }

        assertThat(seen.pruned).hasSize(A_DAY);
        assertThat(seen.entries).isEqualTo(2 * A_DAY);
        assertThat(JournalCheck.check(TILL, disk, Shop.key(), VERIFIER, EntryVisitor.NOBODY))
                .isInstanceOf(JournalCheck.Intact.class);
    }

    @Test
    void who_does_not_say_what_it_makes_of_pruned_entries_does_not_open_it() {
        try (Journal journal = Shop.open(disk)) {
            journal.prune(1, WHY);
        }

        assertThatThrownBy(() -> Shop.open(disk)).isInstanceOf(EntryPruned.class);
    }

    @Test
    void only_the_oldest_whole_segment_is_pruned_and_never_the_last() {
        try (Journal journal = Shop.open(disk)) {
            for (int number : List.of(0, 2, DAYS, DAYS + 1)) assertThatItStays(journal, number);
            journal.prune(1, WHY);
            assertThatItStays(journal, 1);
            journal.prune(2, WHY);
            journal.closeSegment();
            assertThatItStays(journal, DAYS);
        }
    }

    private static void assertThatItStays(Journal journal, int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> journal.prune(number, WHY));
    }

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
                                    TILL,
                                    StorageInMemory.of(flipped),
                                    Shop.key(),
                                    VERIFIER,
                                    EntryVisitor.NOBODY))
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

            try (Journal again = Journal.open(TILL, left, Shop.key(), VERIFIER, new Seen())) {
                assertThatHashesAnswer(again);
                assertThat(left.list()).noneMatch(name -> name.endsWith(".new"));
            }
        }
    }

    @Test
    void a_damaged_journal_keeps_its_stubs_when_it_is_restored(@TempDir Path directory)
            throws IOException {
        Path copy = directory.resolve("copy");
        try (Journal journal = Shop.open(disk);
                OutputStream out = Files.newOutputStream(copy)) {
            journal.prune(1, WHY);
            JournalCopy.export(journal, A_DAY + 1, DAYS * A_DAY, out);
        }
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.computeIfPresent("segment-000002.tmj", (name, bytes) -> flip(bytes, 400));
        StorageInMemory fresh = new StorageInMemory();

        try (InputStream in = Files.newInputStream(copy)) {
            JournalCopy.rebuild(
                    StorageInMemory.of(files),
                    in,
                    fresh,
                    new JournalCopy.Whose(TILL, Shop.key(), VERIFIER));
        }

        Seen seen = new Seen();
        try (Journal journal = Journal.open(TILL, fresh, Shop.key(), VERIFIER, seen)) {
            assertThatHashesAnswer(journal);
        }
        assertThat(seen.pruned).hasSize(A_DAY / 2);
        assertThat(fresh.files().get(FIRST)).isEqualTo(disk.files().get(FIRST));
    }

    @Test
    void a_damaged_stub_that_no_copy_has_whole_names_the_archive(@TempDir Path directory)
            throws IOException {
        Path copy = directory.resolve("copy");
        try (Journal journal = Shop.open(disk);
                OutputStream out = Files.newOutputStream(copy)) {
            journal.prune(1, WHY);
            JournalCopy.export(journal, A_DAY + 1, DAYS * A_DAY, out);
        }
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.computeIfPresent(FIRST, (name, bytes) -> flip(bytes, bytes.length - 100));

        try (InputStream in = Files.newInputStream(copy)) {
            assertThatThrownBy(() ->
                            JournalCopy.rebuild(
                                    StorageInMemory.of(files),
                                    in,
                                    new StorageInMemory(),
                                    new JournalCopy.Whose(TILL, Shop.key(), VERIFIER)))
                    .isInstanceOf(RestoreRefused.class)
                    .hasMessageContaining("entry 2")
                    .hasMessageContaining("archive");
        }
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

    private static final class Seen implements EntryVisitor {
        private final List<PrunedEntry> pruned = new ArrayList<>();
        private int entries;

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            entries++;
        }

        @Override
        public void pruned(PrunedEntry left) {
            pruned.add(left);
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
