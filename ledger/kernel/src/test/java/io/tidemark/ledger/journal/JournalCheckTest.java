package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.journal.JournalCheck.Damaged;
import io.tidemark.ledger.journal.JournalCheck.Intact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JournalCheckTest {
    private final StorageInMemory disk = new StorageInMemory();
    private final List<Long> seen = new ArrayList<>();

    @Test
    void an_intact_journal_is_counted_and_not_touched() {
        fill(12);
        Map<String, byte[]> before = disk.files();

        JournalCheck.Result result = check(disk);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Intact.class,
                        intact -> {
                            assertThat(intact.entries()).isEqualTo(12);
                            assertThat(intact.signedHeads()).isEqualTo(4);
                            assertThat(intact.segments()).hasSize(2);
                            assertThat(intact.tornBytes()).isZero();
                            assertThat(intact.signedHead().orElseThrow().head())
                                    .isEqualTo(intact.head());
                        });
        assertThat(seen).hasSize(12);
        before.forEach((name, bytes) -> assertThat(disk.files().get(name)).isEqualTo(bytes));
    }

    @Test
    void a_journal_that_never_began_is_intact_and_empty() {
        assertThat(check(disk))
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isZero());
        assertThat(disk.files()).isEmpty();
    }

    @Test
    void the_first_bad_entry_is_named_and_the_rest_is_counted_all_the_same() {
        fill(12);
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        byte[] segment = Objects.requireNonNull(files.get("segment-000001.tmj"));
        segment[segment.length / 2] ^= 1;

        JournalCheck.Result result = check(StorageInMemory.of(files));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Damaged.class,
                        damaged -> {
                            assertThat(damaged.first().sequence()).isBetween(1L, 8L);
                            assertThat(damaged.entriesReadable() + damaged.signedHeadsReadable())
                                    .isEqualTo(12 + 3 - 1); // the newest head is not in a segment
                            assertThat(damaged.lastReadable()).isEqualTo(12);
                        });
    }

    @Test
    void a_torn_tail_is_told_and_left_for_the_next_start() {
        fill(3);
        byte[] cell = Objects.requireNonNull(disk.files().get(ForcedCell.NAME));
        fill(3);
        byte[] segment = Objects.requireNonNull(disk.files().get("segment-000001.tmj"));
        Map<String, byte[]> files =
                Map.of(
                        ForcedCell.NAME,
                        cell,
                        "segment-000001.tmj",
                        Arrays.copyOf(segment, segment.length - 1));

        JournalCheck.Result result = check(StorageInMemory.of(files));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Intact.class,
                        intact -> {
                            assertThat(intact.entries()).isEqualTo(3);
                            assertThat(intact.tornBytes()).isPositive();
                        });
    }

    @Test
    void a_journal_opened_to_be_read_changes_nothing_and_takes_nothing() {
        fill(3);
        byte[] cell = Objects.requireNonNull(disk.files().get(ForcedCell.NAME));
        fill(3);
        byte[] segment = Objects.requireNonNull(disk.files().get("segment-000001.tmj"));
        byte[] torn = Arrays.copyOf(segment, segment.length - 1);
        StorageInMemory stopped =
                StorageInMemory.of(Map.of(ForcedCell.NAME, cell, "segment-000001.tmj", torn));

        try (Journal journal = Journal.openToRead(Shop.whose(), stopped, Shop.NOBODY)) {
            assertThat(journal.forced().sequence()).isEqualTo(3);
            assertThat(journal.read(1, 1).last()).isEqualTo(3);
            assertThatThrownBy(() -> journal.append(entry(MONDAY, "four")))
                    .hasMessageContaining("read only");
        }

        assertThat(stopped.operations()).isZero();
    }

    @Test
    void a_journal_of_a_running_node_can_be_read_beside_it() {
        fill(3);
        try (Journal writing = Shop.open(disk);
                Journal reading = Journal.openToRead(Shop.whose(), disk, Shop.NOBODY)) {
            writing.append(entry(MONDAY.plusDays(5), "four"));
            writing.force(SIGNER);

            assertThat(reading.read(1, 1).last()).isEqualTo(3);
            assertThat(reading.forced().sequence()).isEqualTo(3);
        }
    }

    private JournalCheck.Result check(Storage storage) {
        return JournalCheck.check(
                Shop.whose(), storage, (sequence, hash, entry) -> seen.add(sequence));
    }

    private void fill(int count) {
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= count; i++) {
                journal.append(entry(MONDAY.plusDays(i / 10), "entry " + i));
                if (i % 3 == 0) journal.force(SIGNER);
            }
        }
    }
}
