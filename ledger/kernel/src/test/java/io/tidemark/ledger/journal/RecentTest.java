package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TUESDAY;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who follows right behind the writer gets from memory exactly what the disk would give. */
class RecentTest {
    private static final int TARGET = 1 << 20;

    private final CountingDisk disk = new CountingDisk(new StorageInMemory());

    /** Counts how often somebody reads. */
    private static final class CountingDisk extends ForwardingStorage {
        private int opened;

        CountingDisk(Storage behind) {
            super(behind);
        }

        @Override
        public StoredFile openToRead(String name) throws IOException {
            opened++;
            return super.openToRead(name);
        }
    }

    @Test
    void what_was_just_forced_is_read_without_the_disk_and_is_the_same_as_from_it() {
        Slice sent;
        try (Journal journal = Shop.open(disk)) {
            record(journal, 3);
            disk.opened = 0;

            sent = journal.read(2, TARGET);

            assertThat(journal.hashAt(2)).isEqualTo(hashes(journal, 1, 3).get(1));
            assertThat(journal.entry(2)).isEqualTo(sent.entries().getFirst());
            assertThat(disk.opened).isZero();
        }
        try (Journal again = Shop.open(disk)) {
            assertThat(again.read(2, TARGET)).isEqualTo(sent);
            assertThat(hashes(again, 1, 3)).hasSize(3);
            assertThat(disk.opened).isPositive();
        }
    }

    @Test
    void what_was_appended_and_not_forced_is_not_read() {
        try (Journal journal = Shop.open(disk)) {
            record(journal, 2);
            journal.append(entry(MONDAY, "unforced"));

            assertThat(journal.read(1, TARGET).last()).isEqualTo(2);
            assertThatThrownBy(() -> journal.read(3, TARGET))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_slice_ends_with_its_segment_also_where_the_next_is_in_memory() {
        try (Journal journal = Shop.open(disk)) {
            record(journal, 2);
            journal.append(entry(TUESDAY, "three"));
            journal.append(entry(TUESDAY, "four"));
            journal.force(SIGNER);

            assertThat(journal.read(1, TARGET).last()).isEqualTo(2);
            assertThat(journal.read(3, TARGET).last()).isEqualTo(4);
            assertThat(hashes(journal, 1, 4)).hasSize(4);
        }
    }

    @Test
    void days_that_are_forced_together_are_read_apart() {
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "one"));
            journal.append(entry(TUESDAY, "two"));
            journal.force(SIGNER);

            assertThat(journal.read(1, TARGET).last()).isEqualTo(1);
            assertThat(journal.read(2, TARGET).last()).isEqualTo(2);
        }
    }

    @Test
    void a_slice_is_no_larger_than_asked_for_where_there_are_heads_between() {
        try (Journal journal = Shop.open(disk)) {
            record(journal, 4);

            Slice first = journal.read(1, journal.entry(1).size() * 2);

            assertThat(first.last()).isEqualTo(2);
        }
    }

    @Test
    void no_more_is_kept_than_the_limits_say() {
        Recent recent = Recent.NOTHING;
        Journal journal = Shop.open(disk);
        Pending small = Pending.of(journal.head(), entry(MONDAY, "small"));
        Pending large = Pending.of(small.after(), entry(MONDAY, new byte[Recent.BYTES_MAX]));
        Pending last = Pending.of(large.after(), entry(MONDAY, "last"));

        recent = recent.and(List.of(small), small.size(), 1);
        assertThat(recent.holds(1)).isTrue();
        recent = recent.and(List.of(large), large.size(), 1);
        assertThat(recent).isEqualTo(Recent.NOTHING);
        recent = recent.and(List.of(last), last.size(), 1);
        assertThat(recent.holds(3)).isTrue();
        assertThat(recent.holds(2)).isFalse();
        journal.close();
    }

    @Test
    void many_small_ones_begin_anew_at_the_limit() {
        try (Journal journal = Shop.open(disk)) {
            record(journal, Recent.ENTRIES_MAX + 1);
            disk.opened = 0;

            EntryBytes last = journal.entry(Recent.ENTRIES_MAX + 1);
            assertThat(disk.opened).isZero();
            EntryBytes before = journal.entry(Recent.ENTRIES_MAX);

            assertThat(disk.opened).isEqualTo(1);
            assertThat(before).isNotEqualTo(last);
        }
    }

    private static void record(Journal journal, int count) {
        for (int i = 1; i <= count; i++) {
            journal.append(entry(MONDAY, "entry " + i));
            journal.force(SIGNER);
        }
    }

    private static List<Hash> hashes(Journal journal, long from, long to) {
        List<Hash> hashes = new ArrayList<>();
        journal.replay(from, to, (_, hash, _) -> hashes.add(hash));
        return hashes;
    }
}
