package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an interrupted write leaves beyond the forced position is cut, and nothing else ever is. */
class TornTailTest {
    private static final String SEGMENT = "segment-000001.tmj";

    private static final int ZEROS_MIN = 8;

    private final StorageInMemory disk = new StorageInMemory();
    private byte[] cellBefore = {};
    private int sizeBefore;
    private int sizeWithOneMore;

    /** Entries 1 and 2 were told; 3, and then 4 and 5, were written after the cell's note. */
    @BeforeEach
    void groupsBeyondTheForcedPosition() {
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "one"));
            journal.append(entry(MONDAY, "two"));
            journal.force(SIGNER);
            cellBefore = file(ForcedCell.NAME);
            sizeBefore = file(SEGMENT).length;
            journal.append(entry(MONDAY, "three"));
            journal.force(SIGNER);
            sizeWithOneMore = file(SEGMENT).length;
            journal.append(entry(MONDAY, "four"));
            journal.append(entry(MONDAY, "five"));
            journal.force(SIGNER);
        }
    }

    @Test
    void a_tail_torn_at_any_byte_is_cut_back_to_the_last_whole_group() {
        byte[] whole = file(SEGMENT);
        for (int length = sizeBefore; length <= whole.length; length++) {
            StorageInMemory torn = afterStop(Arrays.copyOf(whole, length));

            try (Journal journal = Shop.open(torn)) {
                int kept = length < sizeWithOneMore ? 2 : length < whole.length ? 3 : 5;
                assertThat(journal.forced().sequence()).isEqualTo(kept);
                int size = kept == 2 ? sizeBefore : kept == 3 ? sizeWithOneMore : whole.length;
                assertThat(withoutZeros(torn.files().get(SEGMENT)))
                        .isEqualTo(withoutZeros(Arrays.copyOf(whole, size)));
            }
        }
    }

    @Test
    void a_tail_of_zeros_where_the_size_came_first_is_cut() {
        byte[] whole = file(SEGMENT);
        for (int length = sizeBefore; length < whole.length - ZEROS_MIN; length++) {
            boolean lacksTooLittle =
                    length > sizeWithOneMore - ZEROS_MIN && length < sizeWithOneMore;
            if (lacksTooLittle) continue; // no disk tears a sector, and a flipped byte looks so
            byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length);

            try (Journal journal = Shop.open(afterStop(zeros))) {
                assertThat(journal.forced().sequence()).isEqualTo(length < sizeWithOneMore ? 2 : 3);
            }
        }
    }

    @Test
    void after_a_cut_the_journal_goes_on() {
        StorageInMemory torn = afterStop(Arrays.copyOf(file(SEGMENT), sizeWithOneMore + 20));

        try (Journal journal = Shop.open(torn)) {
            journal.append(entry(MONDAY, "another fourth"));
            journal.force(SIGNER);
        }

        try (Journal journal = Shop.open(StorageInMemory.of(torn.files()))) {
            assertThat(journal.forced().sequence()).isEqualTo(4);
            assertThat(journal.read(4, 1).entries())
                    .containsExactly(entry(MONDAY, "another fourth"));
        }
    }

    @Test
    void what_is_whole_beyond_the_forced_position_is_kept_and_forced_at_once() {
        StorageInMemory stopped = afterStop(file(SEGMENT));

        Shop.open(stopped);

        try (Journal journal = Shop.open(stopped.afterPowerCut(new Random(1)))) {
            assertThat(journal.forced().sequence()).isEqualTo(5);
        }
    }

    @Test
    void damage_beyond_the_forced_position_with_a_frame_behind_it_is_not_cut() {
        byte[] whole = file(SEGMENT);
        FrameHeader head = Objects.requireNonNull(FrameHeader.read(whole, sizeBefore, sizeBefore));
        for (int position = sizeBefore; position < sizeWithOneMore; position++) {
            int bad = position < head.end(sizeBefore) ? 2 : 3;
            byte[] flipped = whole.clone();
            flipped[position] ^= 1;
            StorageInMemory damaged = afterStop(flipped);

            assertThatThrownBy(() -> Shop.open(damaged))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("entry " + bad);
            assertThat(damaged.files().get(SEGMENT)).isEqualTo(flipped);
        }
    }

    @Test
    void below_the_forced_position_nothing_is_cut() {
        byte[] torn = Arrays.copyOf(file(SEGMENT), sizeWithOneMore - 1);
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.put(SEGMENT, torn);

        assertThatThrownBy(() -> Shop.open(StorageInMemory.of(files)))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("entry 3");
    }

    @Test
    void a_process_that_wrote_nothing_leaves_no_free_space_of_one_that_was_killed() {
        byte[] whole = file(SEGMENT);
        StorageInMemory killed = afterStop(Arrays.copyOf(whole, whole.length + 4096));

        Shop.open(killed).close();

        assertThat(killed.files().get(SEGMENT)).isEqualTo(whole);
    }

    /** Nothing that was forced ever stood there, and nothing of it is found again. */
    @Test
    void a_bit_that_stands_alone_in_free_space_is_cut_with_it() {
        byte[] whole = file(SEGMENT);
        for (int at = whole.length; at < whole.length + 1100; at++) {
            byte[] free = Arrays.copyOf(whole, whole.length + 4096);
            free[at] = 4;
            StorageInMemory killed = afterStop(free);

            try (Journal journal = Shop.open(killed)) {
                assertThat(journal.forced().sequence()).isEqualTo(5);
            }
            assertThat(killed.files().get(SEGMENT)).isEqualTo(whole);
        }
    }

    @Test
    void one_flipped_bit_of_the_last_group_is_damage_also_where_free_space_is_behind_it() {
        byte[] whole = file(SEGMENT);
        for (int at = sizeWithOneMore; at < whole.length; at++)
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = Arrays.copyOf(whole, whole.length + 4096);
                flipped[at] ^= (byte) (1 << bit);
                StorageInMemory damaged = afterStop(flipped);

                assertThatThrownBy(() -> Shop.open(damaged)).isInstanceOf(JournalDamaged.class);
                assertThat(damaged.files().get(SEGMENT)).isEqualTo(flipped);
            }
    }

    /**
     * Also where a frame begins right before a sector's end, with a length that starts with zeros.
     */
    @Test
    void one_flipped_bit_of_the_last_group_is_damage_wherever_in_a_sector_it_begins_and_ends() {
        for (int offset = 0; offset < Storage.SECTOR_BYTES; offset++) {
            LastWrite last = LastWrite.at(offset);
            for (int at = last.begin; at < last.whole.length; at += last.isEdge(at) ? 1 : 50) {
                byte[] flipped = Arrays.copyOf(last.whole, last.whole.length + 1024);
                flipped[at] ^= (byte) (1 << (at + offset) % Byte.SIZE);
                StorageInMemory damaged = last.stoppedWith(flipped);

                assertThatThrownBy(() -> Shop.open(damaged))
                        .as("write at %s, flipped at %s", last.begin, at)
                        .isInstanceOf(JournalDamaged.class);
            }
        }
    }

    @Test
    void a_write_that_lost_any_one_of_its_sectors_is_cut_wherever_in_a_sector_it_begins_and_ends() {
        for (int offset = 0; offset < Storage.SECTOR_BYTES; offset++) {
            LastWrite last = LastWrite.at(offset);
            for (int from = last.begin; from < last.whole.length; ) {
                int to = (from / Storage.SECTOR_BYTES + 1) * Storage.SECTOR_BYTES;
                byte[] torn = Arrays.copyOf(last.whole, last.whole.length + 1024);
                Arrays.fill(torn, from, to, (byte) 0);

                try (Journal journal = Shop.open(last.stoppedWith(torn))) {
                    assertThat(journal.forced().sequence())
                            .as("write at %s, lost from %s", last.begin, from)
                            .isEqualTo(1);
                }
                from = to;
            }
        }
    }

    /** Of two entries, of which nobody noted that it was forced. */
    private record LastWrite(byte[] noteBefore, int begin, byte[] whole) {
        static LastWrite at(int offset) {
            StorageInMemory told = new StorageInMemory();
            try (Journal journal = Shop.open(told)) {
                journal.append(entry(MONDAY, new byte[1 + offset]));
                journal.force(SIGNER);
                byte[] noteBefore = Objects.requireNonNull(told.files().get(ForcedCell.NAME));
                int begin = Objects.requireNonNull(told.files().get(SEGMENT)).length;
                journal.append(entry(MONDAY, new byte[300]));
                journal.append(entry(MONDAY, "short"));
                journal.force(SIGNER);
                byte[] whole = Objects.requireNonNull(told.files().get(SEGMENT));
                return new LastWrite(noteBefore, begin, whole);
            }
        }

        boolean isEdge(int at) {
            return at < begin + FrameHeader.BYTES || at >= whole.length - ZEROS_MIN;
        }

        StorageInMemory stoppedWith(byte[] segment) {
            return StorageInMemory.of(Map.of(ForcedCell.NAME, noteBefore, SEGMENT, segment));
        }
    }

    @Test
    void what_was_begun_under_an_unfinished_name_is_removed() {
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.put("segment-000002.tmj.new", new byte[10]);
        StorageInMemory stopped = StorageInMemory.of(files);

        try (Journal journal = Shop.open(stopped)) {
            journal.append(entry(MONDAY.plusDays(1), "six"));
            journal.force(SIGNER);
        }

        Shop.open(StorageInMemory.of(stopped.files())).close();
        assertThat(stopped.list()).containsExactly("forced", SEGMENT, "segment-000002.tmj");
    }

    private static byte[] withoutZeros(byte @Nullable [] bytes) {
        if (bytes == null) return new byte[0];
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) length--;
        return Arrays.copyOf(bytes, length);
    }

    private byte[] file(String name) {
        return Objects.requireNonNull(disk.files().get(name));
    }

    private StorageInMemory afterStop(byte[] segment) {
        return StorageInMemory.of(Map.of(ForcedCell.NAME, cellBefore, SEGMENT, segment));
    }
}
