package io.tidemark.ledger.receive;

import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.sync.Examined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedJournalTest extends ReceivedJournalAtHand {
    @Test
    void what_is_fresh_is_told_with_its_sequence_and_is_on_disk_after_one_force() {
        int before = disk.forces;

        Taken first = journal.batch(PEER, till.batch(1, 4));
        Taken second = journal.batch(PEER, till.batch(3, 8));
        assertThat(journal.received().sequence()).isZero();
        assertThat(journal.mark()).isNull();
        journal.force();

        assertThat(first.from()).isEqualTo(1);
        assertThat(second.from()).isEqualTo(5);
        assertThat(second.appended()).isEqualTo(till.entries().subList(4, 8));
        assertThat(markOf(second.answer()).head().hash()).isEqualTo(till.hashAt(8));
        assertThat(journal.received().sequence()).isEqualTo(8);
        assertThat(journal.mark()).isEqualTo(markOf(second.answer()));
        assertThat(disk.forces - before).isLessThanOrEqualTo(3);
    }

    @Test
    void two_days_that_come_before_one_force_have_a_segment_each() {
        LocalDate next = TestShop.DAY.plusDays(1);
        till.append(TestShop.entry(TestShop.dayOpened(), 0, next));

        journal.batch(PEER, till.batch(1, 10));
        Taken second = journal.batch(PEER, till.batch(11, 11));
        journal.force();

        assertThat(second.from()).isEqualTo(11);
        assertThat(journal.journal().segments())
                .extracting(SegmentInfo::day, SegmentInfo::last)
                .containsExactly(tuple(TestShop.DAY, 10L), tuple(next, 11L));
    }

    @Test
    void duplicates_gaps_and_greetings_are_answered_with_the_current_mark() {
        journal.batch(PEER, till.batch(1, 4));
        journal.force();

        Taken duplicate = journal.batch(PEER, till.batch(2, 3));
        Taken gap = journal.batch(PEER, till.batch(6, 8));
        Answer greeting = journal.hello(PEER, new Hello(till.signedAt(10)));

        assertThat(duplicate.appended()).isEmpty();
        assertThat(markOf(duplicate.answer()).sequence()).isEqualTo(4);
        assertThat(gap.answer())
                .isInstanceOfSatisfying(
                        Answer.Gap.class, told -> assertThat(told.mark().sequence()).isEqualTo(4));
        assertThat(markOf(greeting).sequence()).isEqualTo(4);
        assertThat(markOf(greeting).isBy(GATEWAY.node(), GATEWAY_KEYS.verifier())).isTrue();
    }

    @Test
    void what_another_thread_worked_out_is_used_and_a_wrong_guess_is_worked_out_again() {
        Batch second = till.batch(5, 8);
        Examined examined = Examined.of(second, TILL_KEYS.verifier(), till.hashAt(4));
        Examined wrong = Examined.of(second, TILL_KEYS.verifier(), till.hashAt(1));
        journal.batch(PEER, till.batch(1, 4));

        Taken taken = journal.batch(PEER, examined);
        Taken again = journal.batch(PEER, wrong);

        assertThat(taken.appended()).hasSize(4);
        assertThat(markOf(again.answer()).sequence()).isEqualTo(8);
    }

    @Test
    void a_force_that_fails_gives_no_mark_and_is_not_tried_again() {
        journal.batch(PEER, till.batch(1, 4));
        disk.forcesFail = true;

        assertThatThrownBy(journal::force).isInstanceOf(JournalBroken.class);
        disk.forcesFail = false;
        assertThatThrownBy(journal::force).isInstanceOf(JournalBroken.class);

        assertThat(journal.mark()).isNull();
    }

    @Test
    void an_old_disk_put_back_is_noticed_before_a_lower_mark_is_given() throws IOException {
        journal.batch(PEER, till.batch(1, 4));
        journal.force();
        close();
        empty(directory.resolve("journal"));

        assertThatThrownBy(this::open)
                .isInstanceOf(MarkUnkept.class)
                .hasMessageContaining("has marked entry 4");
    }

    @Test
    void a_mark_note_that_a_power_cut_took_counts_as_none() throws IOException {
        journal.batch(PEER, till.batch(1, 4));
        journal.force();
        Path note = directory.resolve("marks").resolve(TILL.label() + ".mark");
        byte[] whole = Files.readAllBytes(note);

        for (byte[] left :
                List.of(
                        new byte[0],
                        new byte[whole.length],
                        Arrays.copyOf(whole, whole.length / 2),
                        Arrays.copyOf(Arrays.copyOf(whole, 40), whole.length))) {
            close();
            Files.write(note, left);
            open();
            assertThat(journal.received().sequence()).isEqualTo(4);
        }
    }

    @Test
    void a_mark_note_that_is_damaged_stops_the_node() throws IOException {
        journal.batch(PEER, till.batch(1, 4));
        journal.force();
        close();
        Path note = directory.resolve("marks").resolve(TILL.label() + ".mark");
        byte[] bytes = Files.readAllBytes(note);
        bytes[0] ^= 0x40;
        Files.write(note, bytes);

        assertThatThrownBy(this::open)
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("remove the file if you know why");
    }

    private static void empty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) Files.delete(file);
        }
    }
}
