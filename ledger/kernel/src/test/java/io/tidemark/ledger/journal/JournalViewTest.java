package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.TUESDAY;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.SignedHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JournalViewTest {
    private final StorageInMemory disk = new StorageInMemory();
    private final JournalView view = new JournalView(TILL, disk, Shop.key());
    private final Seen seen = new Seen();

    @Test
    void a_journal_that_never_began_shows_nothing() {
        view.show(1, Long.MAX_VALUE, seen);

        assertThat(view.last()).isZero();
        assertThat(view.parts()).isEmpty();
        assertThat(seen.sequences).isEmpty();
    }

    @Test
    void every_stretch_shows_the_entries_the_journal_has_with_their_hashes() {
        try (Journal journal = Shop.open(disk)) {
            fill(journal, MONDAY, 7, 3);
            fill(journal, TUESDAY, 5, 2);
            List<EntryBytes> entries = new ArrayList<>();
            journal.replay(1, (sequence, hash, entry) -> entries.add(entry));

            for (int from = 1; from <= 12; from++)
                for (int to = from; to <= 13; to++) {
                    Seen stretch = new Seen();
                    view.show(from, to, stretch);

                    assertThat(stretch.entries)
                            .isEqualTo(entries.subList(from - 1, Math.min(12, to)));
                    for (int i = 0; i < stretch.hashes.size(); i++)
                        assertThat(stretch.hashes.get(i)).isEqualTo(journal.hashAt(from + i));
                }
        }
    }

    @Test
    void a_node_that_runs_is_seen_up_to_its_last_force() {
        try (Journal journal = Shop.open(disk)) {
            fill(journal, MONDAY, 4, 4);
            journal.append(entry(MONDAY, "not forced"));

            view.show(1, Long.MAX_VALUE, seen);

            assertThat(view.last()).isEqualTo(4);
            assertThat(seen.sequences).containsExactly(1L, 2L, 3L, 4L);
            assertThat(seen.heads).hasSize(1);
        }
    }

    @Test
    void a_journal_that_was_opened_again_under_another_data_key_is_passed_all_the_same() {
        try (Journal journal = Shop.open(disk)) {
            fill(journal, MONDAY, 3, 1);
        }
        try (Journal journal = Shop.open(disk)) {
            fill(journal, MONDAY, 3, 1);
        }

        view.show(5, 6, seen);

        assertThat(seen.sequences).containsExactly(5L, 6L);
    }

    @Test
    void segments_are_told_from_their_headers() {
        try (Journal journal = Shop.open(disk)) {
            fill(journal, MONDAY, 3, 3);
            fill(journal, TUESDAY, 2, 2);
        }

        assertThat(view.parts()).extracting(JournalView.Part::first).containsExactly(1L, 4L);
        assertThat(view.parts()).extracting(JournalView.Part::day).containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void damage_on_the_way_is_named() throws IOException {
        try (Journal journal = Shop.open(disk)) {
            fill(journal, MONDAY, 3, 1);
        }
        String segment = view.parts().getFirst().name();
        byte[] bytes = Objects.requireNonNull(disk.files().get(segment));
        bytes[bytes.length / 2] ^= 1;
        try (StoredFile file = disk.open(segment)) {
            file.write(0, ByteBuffer.wrap(bytes));
        }

        assertThatThrownBy(() -> view.show(1, 3, seen))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("is damaged at entry 2");
    }

    private static void fill(Journal journal, LocalDate day, int entries, int group) {
        for (int i = 1; i <= entries; i++) {
            journal.append(entry(day, "entry " + i));
            if (i % group == 0 || i == entries) journal.force(SIGNER);
        }
    }

    private static final class Seen implements JournalSight {
        private final List<Long> sequences = new ArrayList<>();
        private final List<Hash> hashes = new ArrayList<>();
        private final List<EntryBytes> entries = new ArrayList<>();
        private final List<SignedHead> heads = new ArrayList<>();

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            sequences.add(sequence);
            hashes.add(hash);
            entries.add(entry);
        }

        @Override
        public void signed(SignedHead head) {
            heads.add(head);
        }
    }
}
