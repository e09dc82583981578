package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.PrunedEntry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A closed day gives its bytes back; its hashes, and what was signed about it, stay. */
class PruningTest extends PrunableJournalAtHand {
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
        try (Journal journal = Journal.open(Shop.whose(), disk, seen)) {
            assertThatHashesAnswer(journal);
            journal.append(entry(MONDAY.plusDays(DAYS), "goes on"));
            assertThat(journal.force(SIGNER).sequence()).isEqualTo(DAYS * A_DAY + 1);
        }

        assertThat(seen.pruned).hasSize(A_DAY);
        assertThat(seen.entries).isEqualTo(2 * A_DAY);
        assertThat(JournalCheck.check(Shop.whose(), disk, EntryVisitor.NOBODY))
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
}
