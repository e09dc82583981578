package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.TUESDAY;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a stopped journal's files is noticed, named, and not made worse. */
class DamageTest {
    private static final String FIRST = "segment-000001.tmj";
    private static final String SECOND = "segment-000002.tmj";
    private static final String THIRD = "segment-000003.tmj";

    private final Map<String, byte[]> intact = threeDays();

    @Test
    void every_flipped_byte_is_reported_by_file_and_entry_and_nothing_is_changed()
            throws IOException {
        for (String file : intact.keySet()) {
            NavigableMap<Long, Long> firstBad =
                    file.equals(ForcedCell.NAME) ? nothingNamed() : entriesByPosition(file);
            byte[] bytes = bytesOf(file);
            for (int position = 0; position < bytes.length; position++)
                for (int mask : new int[] {0x01, 0x80, 0xFF}) {
                    Map<String, byte[]> flipped = with(file, flip(bytes, position, mask));

                    JournalDamaged damaged = damage(flipped);

                    assertThat(damaged.file()).isEqualTo(file);
                    assertThat(damaged.sequence())
                            .as(
                                    "%s byte %d xor %02x: %s",
                                    file, position, mask, damaged.getMessage())
                            .isEqualTo(firstBad.floorEntry((long) position).getValue());
                }
        }
    }

    @Test
    void a_flipped_byte_takes_at_most_the_one_entry_that_it_is_in() throws IOException {
        int entries = readable(intact).size();
        for (String file : List.of(FIRST, SECOND, THIRD)) {
            byte[] bytes = bytesOf(file);
            for (int position = 0; position < bytes.length; position++)
                assertThat(readable(with(file, flip(bytes, position, 0x10))))
                        .as("%s byte %d", file, position)
                        .hasSizeGreaterThanOrEqualTo(entries - 1);
        }
    }

    @Test
    void what_is_lost_of_the_first_sector_takes_only_the_entries_around_it() throws IOException {
        StorageInMemory disk = new StorageInMemory();
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= 100; i++) group(journal, entry(MONDAY, "entry " + i));
        }
        byte[] bytes = Objects.requireNonNull(disk.files().get(FIRST));
        Arrays.fill(bytes, SegmentHeader.bytesFor(TILL), Storage.SECTOR_BYTES, (byte) 0);

        List<Long> left = readable(Map.of(FIRST, bytes));

        assertThat(left).hasSizeGreaterThan(95).endsWith(100L);
    }

    @Test
    void every_truncation_below_the_forced_position_is_damage() {
        for (String file : intact.keySet()) {
            byte[] bytes = bytesOf(file);
            for (int length = 0; length < bytes.length; length++)
                assertThat(damage(with(file, Arrays.copyOf(bytes, length))).file()).isEqualTo(file);
        }
    }

    @Test
    void every_missing_file_is_damage() {
        for (String file : intact.keySet()) {
            Map<String, byte[]> without = new TreeMap<>(intact);
            without.remove(file);

            assertThat(damage(without).file()).isEqualTo(file);
        }
    }

    @Test
    void a_missing_segment_in_the_middle_names_its_first_entry() {
        Map<String, byte[]> without = new TreeMap<>(intact);
        without.remove(SECOND);

        JournalDamaged damaged = damage(without);

        assertThat(damaged.sequence()).isEqualTo(5);
        assertThat(damaged)
                .hasMessageContaining("s001.till-1.1")
                .hasMessageContaining("entry 5")
                .hasMessageContaining(SECOND)
                .hasMessageContaining("is missing")
                .hasMessageContaining("Restore it");
    }

    @Test
    void bytes_put_behind_the_end_of_a_closed_segment_are_damage() {
        byte[] longer = Arrays.copyOf(bytesOf(FIRST), bytesOf(FIRST).length + 40);

        assertThat(damage(with(FIRST, longer)).file()).isEqualTo(FIRST);
    }

    @Test
    void a_segment_of_another_place_in_the_journal_is_damage() {
        assertThat(damage(with(SECOND, bytesOf(THIRD)))).hasMessageContaining("it is segment 3");
        assertThat(damage(with("segment-000004.tmj", bytesOf(THIRD))))
                .hasMessageContaining("without its seal");
    }

    @Test
    void a_journal_of_another_device_is_not_opened() {
        StorageInMemory storage = StorageInMemory.of(intact);

        assertThatThrownBy(() ->
                        Journal.open(
                                new Whose(Shop.OTHER_TILL, Shop.key(), VERIFIER),
                                storage,
                                Shop.NOBODY))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("belongs to another journal");
    }

    @Test
    void a_journal_is_not_opened_with_another_journal_key() {
        StorageInMemory storage = StorageInMemory.of(intact);
        JournalKey other = JournalKey.of(new byte[JournalKey.BYTES]);

        assertThatThrownBy(
                        () -> Journal.open(new Whose(TILL, other, VERIFIER), storage, Shop.NOBODY))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("not the node's journal key");
    }

    @Test
    void a_head_somebody_else_signed_is_damage() {
        StorageInMemory storage = StorageInMemory.of(intact);
        Verifier distrustful = (statement, signature) -> false;

        assertThatThrownBy(() ->
                        Journal.open(
                                new Whose(TILL, Shop.key(), distrustful), storage, Shop.NOBODY))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("not signed by");
        assertThat(
                        JournalCheck.check(
                                new Whose(TILL, Shop.key(), distrustful), storage, Shop.NOBODY))
                .isInstanceOfSatisfying(
                        JournalCheck.Damaged.class,
                        found -> assertThat(found.first().sequence()).isEqualTo(2));
    }

    @Test
    void a_start_looks_at_the_newest_signature_and_a_check_at_each() {
        StorageInMemory disk = new StorageInMemory();
        AtomicInteger verified = new AtomicInteger();
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= 20; i++) group(journal, entry(MONDAY, "entry " + i));
        }
        Verifier counting =
                (statement, signature) ->
                        verified.incrementAndGet() > 0 && VERIFIER.verify(statement, signature);

        JournalCheck.check(new Whose(TILL, Shop.key(), counting), disk, Shop.NOBODY);
        assertThat(verified).hasValue(20);
        Journal.open(new Whose(TILL, Shop.key(), counting), disk, Shop.NOBODY).close();

        assertThat(verified).hasValue(20 + 2); // in the segment, and in the note
    }

    /** However many cores share the work. */
    @Test
    void
            of_two_wrong_signatures_and_a_flipped_byte_the_first_is_named_and_nothing_beyond_it_is_shown() {
        StorageInMemory disk = new StorageInMemory();
        List<SignedHead> heads = new ArrayList<>();
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= 300; i++) {
                journal.append(entry(MONDAY, "entry " + i));
                heads.add(journal.force(SIGNER));
            }
        }
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.computeIfPresent(FIRST, (name, bytes) -> flip(bytes, bytes.length - 1, 1));
        Verifier distrustful =
                (statement, signature) ->
                        !Arrays.equals(statement, heads.get(149).statement())
                                && !Arrays.equals(statement, heads.get(150).statement());
        List<Long> shown = new ArrayList<>();

        JournalCheck.Damaged found =
                (JournalCheck.Damaged)
                        JournalCheck.check(
                                new Whose(TILL, Shop.key(), distrustful),
                                StorageInMemory.of(files),
                                (sequence, hash, entry) -> shown.add(sequence));

        JournalDamaged damaged = found.first();
        assertThat(shown).hasSize(150).isSorted(); // a head comes with the write after its own
        assertThat(damaged.sequence()).isEqualTo(150);
        assertThat(damaged).hasMessageContaining("not signed by");
    }

    @Test
    void damage_that_comes_while_the_journal_is_open_stops_the_reader() throws IOException {
        StorageInMemory storage = StorageInMemory.of(intact);
        Journal journal = Shop.open(storage);
        storage.open(FIRST).write(340, ByteBuffer.wrap(new byte[20]));

        assertThatThrownBy(() -> journal.read(1, 1)).isInstanceOf(JournalDamaged.class);
    }

    /** Three segments, with a restart within the first and the last. */
    private static Map<String, byte[]> threeDays() {
        StorageInMemory disk = new StorageInMemory();
        try (Journal journal = Shop.open(disk)) {
            group(journal, entry(MONDAY, "one"), entry(MONDAY, "two"));
            group(journal, entry(MONDAY, "three"));
        }
        try (Journal journal = Shop.open(disk)) {
            group(journal, entry(MONDAY, "four"));
            group(journal, entry(TUESDAY, "five"), entry(TUESDAY, "six"));
            group(journal, entry(TUESDAY.plusDays(1), "seven"));
        }
        try (Journal journal = Shop.open(disk)) {
            group(journal, entry(TUESDAY.plusDays(1), "eight"), entry(TUESDAY.plusDays(1), "nine"));
        }
        return disk.files();
    }

    private static void group(Journal journal, EntryBytes... entries) {
        for (EntryBytes entry : entries) journal.append(entry);
        SignedHead signed = journal.force(SIGNER);
        assertThat(signed.sequence()).isEqualTo(journal.head().sequence());
    }

    /** The sequences of all entries that can still be read one by one. */
    private static List<Long> readable(Map<String, byte[]> files) throws IOException {
        List<Long> sequences = new ArrayList<>();
        try (Salvage salvage = new Salvage(TILL, StorageInMemory.of(files), Shop.key(), null)) {
            for (Frame frame = salvage.next(); frame != null; frame = salvage.next())
                if (frame instanceof Frame.Entry entry) sequences.add(entry.sequence());
        }
        return sequences;
    }

    /** From which position on which entry is named. */
    private NavigableMap<Long, Long> entriesByPosition(String file) throws IOException {
        StorageInMemory storage = StorageInMemory.of(intact);
        byte[] bytes = bytesOf(file);
        SegmentHeader header = SegmentHeader.parse(bytes, TILL);
        NavigableMap<Long, Long> named = new TreeMap<>(Map.of(0L, header.before().sequence() + 1));
        FrameReader frames =
                new FrameReader(
                        new ByteWindow(storage.openToRead(file), bytes.length),
                        header.hash(),
                        Shop.key(),
                        header.size());
        long last = header.before().sequence();
        for (Frame frame = frames.next(); !(frame instanceof Frame.End); frame = frames.next()) {
            if (frame instanceof Frame.Entry entry) last = entry.sequence();
            boolean leads = frame instanceof Frame.Key;
            named.put(frame.position(), leads ? last + 1 : last);
        }
        return named;
    }

    private static NavigableMap<Long, Long> nothingNamed() {
        return new TreeMap<>(Map.of(0L, 0L));
    }

    private byte[] bytesOf(String file) {
        return Objects.requireNonNull(intact.get(file));
    }

    private Map<String, byte[]> with(String file, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(intact);
        changed.put(file, bytes);
        return changed;
    }

    private static byte[] flip(byte[] bytes, int position, int mask) {
        byte[] flipped = bytes.clone();
        flipped[position] ^= (byte) mask;
        return flipped;
    }

    private static JournalDamaged damage(Map<String, byte[]> files) {
        StorageInMemory storage = StorageInMemory.of(files);

        JournalDamaged damaged =
                catchThrowableOfType(JournalDamaged.class, () -> Shop.open(storage).close());

        assertThat(damaged).isNotNull();
        assertThat(storage.files().keySet()).isEqualTo(files.keySet());
        storage.files()
                .forEach((name, bytes) ->
                        assertThat(Arrays.equals(bytes, files.get(name))).isTrue());
        return damaged;
    }
}
