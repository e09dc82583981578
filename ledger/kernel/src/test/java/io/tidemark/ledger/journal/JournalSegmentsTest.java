package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TUESDAY;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How a journal is divided: a segment for each business day, groups that fit a batch. */
class JournalSegmentsTest {
    private final StorageInMemory disk = new StorageInMemory();

    @Test
    void each_business_day_has_its_segment_and_a_late_entry_stays_in_the_current_one() {
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "mon"));
            journal.force(SIGNER);
            journal.append(entry(TUESDAY, "tue"));
            journal.append(entry(MONDAY, "late"));
            journal.force(SIGNER);

            assertThat(journal.segments())
                    .containsExactly(
                            new SegmentInfo("segment-000001.tmj", 1, MONDAY, 1, 1, true),
                            new SegmentInfo("segment-000002.tmj", 2, TUESDAY, 2, 3, false));
        }
        try (Journal journal = Shop.open(disk)) {
            assertThat(journal.segments())
                    .extracting(SegmentInfo::closed)
                    .containsExactly(true, false);
        }
    }

    @Test
    void segments_are_called_alike_in_every_language_and_read_on_a_machine_of_another() {
        Locale language = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            try (Journal journal = Shop.open(disk)) {
                journal.append(entry(MONDAY, "mon"));
                journal.force(SIGNER);
            }
        } finally {
            Locale.setDefault(language);
        }

        try (Journal journal = Shop.open(disk)) {
            assertThat(journal.segments())
                    .extracting(SegmentInfo::name)
                    .containsExactly("segment-000001.tmj");
        }
    }

    @Test
    void a_group_over_midnight_is_divided_and_each_part_ends_at_a_signed_head() {
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "mon"));
            journal.append(entry(TUESDAY, "tue"));
            journal.force(SIGNER);

            Slice first = journal.read(1, Limits.BATCH_BYTES_TARGET);

            assertThat(journal.segments()).hasSize(2);
            assertThat(first.entries()).hasSize(1);
            assertThat(first.head().isBy(VERIFIER)).isTrue();
            assertThat(first.head().hash()).isEqualTo(journal.hashAt(1));
        }
    }

    @Test
    void a_reader_never_sees_beyond_forced_while_a_group_over_midnight_is_half_written() {
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "told"));
            journal.force(SIGNER);
            journal.append(entry(MONDAY, "mon"));
            journal.append(entry(TUESDAY, "tue"));

            journal.force(statement -> {
                assertThat(journal.read(1, 1 << 20).last()).isEqualTo(journal.forced().sequence());
                return SIGNER.sign(statement);
            });

            assertThat(journal.read(1, 1 << 20).last()).isEqualTo(2);
        }
    }

    @Test
    void a_closed_segment_is_followed_by_another_of_the_same_day() {
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "mon"));
            journal.force(SIGNER);
            journal.closeSegment();
            journal.closeSegment();
        }

        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "supplement"));
            journal.force(SIGNER);
        }

        try (Journal journal = Shop.open(disk)) {
            assertThat(journal.segments())
                    .containsExactly(
                            new SegmentInfo("segment-000001.tmj", 1, MONDAY, 1, 1, true),
                            new SegmentInfo("segment-000002.tmj", 2, MONDAY, 2, 2, false));
        }
    }

    @Test
    void large_groups_are_divided_so_that_each_part_fits_a_batch() {
        try (Journal journal = Shop.open(disk)) {
            for (int i = 0; i < 3; i++) journal.append(entry(MONDAY, new byte[900_000]));
            journal.append(entry(MONDAY, new byte[Limits.ENTRY_BYTES_MAX - 200]));
            journal.force(SIGNER);

            for (long from = 1; from <= 4; from++) {
                Slice slice = journal.read(from, 1);
                assertThat(slice.entries()).hasSize(1);
                assertThat(slice.toBatch().toBytes())
                        .hasSizeLessThanOrEqualTo(Limits.BATCH_BYTES_MAX);
            }
        }
    }

    @Test
    void more_than_fits_in_memory_is_not_appended() {
        try (Journal journal = Shop.open(disk)) {
            EntryBytes large = entry(MONDAY, new byte[4_000_000]);
            for (int i = 0; i < 4; i++) journal.append(large);

            assertThatThrownBy(() -> journal.append(large))
                    .hasMessageContaining("wait for a force");
            assertThat(journal.head().sequence()).isEqualTo(4);
        }
    }

    @Test
    void a_replay_shows_everything_from_a_sequence_on_over_segments() {
        int many = 3 * JournalIndex.CHECKPOINT_ENTRIES;
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= many; i++) {
                journal.append(entry(MONDAY.plusDays(i / 100), "entry " + i));
                if (i % 7 == 0) journal.force(SIGNER);
            }
            journal.force(SIGNER);
            List<Long> seen = new ArrayList<>();

            journal.replay(
                    200,
                    (sequence, hash, entry) -> {
                        assertThat(hash).isEqualTo(journal.hashAt(sequence));
                        seen.add(sequence);
                    });

            assertThat(seen)
                    .hasSize(many - 199)
                    .startsWith(200L, 201L)
                    .endsWith((long) many)
                    .isSorted();
        }
    }
}
