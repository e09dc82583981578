package io.tidemark.ledger.receive;

import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestKeys;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.sync.Examined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedJournalTest {
    private static final TestKeys GATEWAY_KEYS = TestKeys.of(9);
    private static final JournalId GATEWAY =
            new JournalId(
                    new NodeName(TILL.node().organisation(), TILL.node().store(), "gateway"), 1);
    private static final NodeName PEER = TILL.node();

    @TempDir private Path directory;

    private final TestChain till = new TestChain(TILL, TILL_KEYS).append(10);
    private final List<Long> replayed = new ArrayList<>();
    private FaultyDisk disk;
    private FaultyDisk marks;
    private FaultyDisk quarantine;
    private ReceivedJournal journal;
    private boolean closed = true;

    @BeforeEach
    void open() {
        replayed.clear();
        disk = new FaultyDisk(directory.resolve("journal"));
        marks = new FaultyDisk(directory.resolve("marks"));
        quarantine = new FaultyDisk(directory.resolve("quarantine"));
        journal =
                ReceivedJournal.open(
                        TILL,
                        new ReceivedJournal.Place(
                                disk.storage,
                                marks.storage,
                                quarantine.storage,
                                JournalKey.of(new byte[JournalKey.BYTES])),
                        new ReceivedJournal.Self(GATEWAY, GATEWAY_KEYS.signer()),
                        TILL_KEYS.verifier(),
                        (sequence, hash, entry) -> replayed.add(sequence));
        closed = false;
    }

    @AfterEach
    void close() {
        if (!closed) journal.close();
        closed = true;
    }

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
    void a_fork_is_on_disk_before_it_is_told_and_nothing_more_is_taken() {
        TestChain other = forkedAfter(4);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();

        Answer forked = journal.batch(PEER, other.batch(3, 7)).answer();
        Answer after = journal.batch(PEER, till.batch(9, 10)).answer();
        close();
        open();

        assertThat(forked).isEqualTo(new Answer.Forked(5, till.hashAt(5), other.hashAt(5)));
        assertThat(after).isInstanceOf(Answer.Refused.class);
        assertThat(journal.isQuarantined()).isTrue();
        assertThat(journal.quarantine().messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.bytes()).isEqualTo(other.batch(3, 7).toBytes()));
        assertThat(journal.quarantine().branches())
                .singleElement()
                .satisfies(branch -> {
                    assertThat(branch.shared()).isEqualTo(4);
                    assertThat(branch.head().hash()).isEqualTo(other.hashAt(7));
                });
        assertThat(replayed).hasSize(8);
    }

    @Test
    void a_branch_that_is_shown_is_kept_whole_to_the_byte_and_found_again() {
        TestChain other = forkedAfter(4).append(5);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();

        Answer shared = journal.batch(PEER, other.batch(1, 3)).answer();
        Answer first = journal.batch(PEER, other.batch(4, 6)).answer();
        Answer second = journal.batch(PEER, other.batch(7, 9)).answer();
        close();
        open();
        Answer third = journal.batch(PEER, other.batch(10, 13)).answer();
        Answer again = journal.batch(PEER, other.batch(7, 9)).answer();

        assertThat(markOf(shared).sequence()).isEqualTo(8);
        assertThat(List.of(first, second, third, again))
                .containsOnly(new Answer.Forked(5, till.hashAt(5), other.hashAt(5)));
        Branch branch = journal.quarantine().branches().getFirst();
        List<EntryBytes> kept = new ArrayList<>();
        journal.quarantine().replay(branch, (sequence, hash, entry) -> kept.add(entry));
        assertThat(journal.quarantine().branches()).hasSize(1);
        assertThat(branch.head().hash()).isEqualTo(other.hashAt(13));
        assertThat(kept).isEqualTo(other.entries().subList(4, 13));
    }

    @Test
    void what_comes_after_another_journal_went_on_is_kept_whole_as_a_branch() {
        journal.batch(PEER, till.batch(1, 4));
        journal.endsAt(till.signedAt(4).head(), till.signedAt(4).head());

        Answer first = journal.batch(PEER, till.batch(3, 6)).answer();
        Answer again = journal.batch(PEER, till.batch(5, 6)).answer();
        Answer next = journal.batch(PEER, till.batch(7, 10)).answer();
        close();
        open();

        assertThat(first).isEqualTo(new Answer.Forked(5, till.hashAt(4), till.hashAt(5)));
        assertThat(again).isEqualTo(first);
        assertThat(next).isEqualTo(first);
        assertThat(journal.received().sequence()).isEqualTo(4);
        Branch branch = journal.quarantine().branches().getFirst();
        assertThat(branch.at()).isEqualTo(5);
        assertThat(branch.head()).isEqualTo(till.head());
    }

    @Test
    void an_ended_journal_still_takes_what_was_known_when_it_ended() {
        journal.batch(PEER, till.batch(1, 2));
        journal.endsAt(till.signedAt(6).head(), till.signedAt(6).head());

        Answer answer = journal.batch(PEER, till.batch(3, 6)).answer();
        Answer late = journal.batch(PEER, till.batch(7, 8)).answer();

        assertThat(markOf(answer).sequence()).isEqualTo(6);
        assertThat(late).isInstanceOf(Answer.Forked.class);
    }

    /** As at a gateway that lost its disk, and has the grant but not the entries up to it. */
    @Test
    void what_leads_past_the_last_shared_entry_is_never_taken_for_what_was_granted_upon() {
        TestChain other = forkedAfter(4).append(5);
        journal.batch(PEER, till.batch(1, 2));
        journal.endsAt(till.signedAt(4).head(), till.signedAt(6).head());

        Answer past = journal.batch(PEER, other.batch(3, 8)).answer();
        long acceptedPast = journal.received().sequence();
        journal.force();

        assertThat(past).isInstanceOf(Answer.Forked.class);
        assertThat(acceptedPast).isLessThanOrEqualTo(2);
        assertThat(journal.received().sequence()).isEqualTo(2);
    }

    @Test
    void up_to_the_last_shared_entry_and_then_to_the_end_all_is_taken_in() {
        journal.batch(PEER, till.batch(1, 2));
        journal.endsAt(till.signedAt(4).head(), till.signedAt(6).head());

        Answer shared = journal.batch(PEER, till.batch(3, 4)).answer();
        Answer end = journal.batch(PEER, till.batch(5, 6)).answer();

        assertThat(markOf(shared).sequence()).isEqualTo(4);
        assertThat(markOf(end).sequence()).isEqualTo(6);
    }

    @Test
    void another_history_that_ends_at_the_same_number_is_not_what_was_granted_upon() {
        journal.batch(PEER, till.batch(1, 2));
        TestChain other = forkedAfter(2).append(4);
        journal.endsAt(till.signedAt(6).head(), till.signedAt(6).head());

        assertThat(journal.batch(PEER, other.batch(3, 6)).answer())
                .isInstanceOf(Answer.Forked.class);
    }

    @Test
    void a_greeting_that_disputes_our_mark_quarantines_and_is_on_disk() {
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        Mark mark = journal.mark();

        Answer forked = journal.hello(PEER, new Hello(till.signedAt(5), Optional.ofNullable(mark)));
        Answer after = journal.batch(PEER, till.batch(9, 10)).answer();

        assertThat(forked).isEqualTo(new Answer.Forked(8, till.hashAt(8), till.hashAt(5)));
        assertThat(((Answer.Refused) after).reason()).isEqualTo(Answer.Reason.QUARANTINED);
        assertThat(journal.quarantine().branches()).isEmpty();
        assertThat(journal.quarantine().messages()).hasSize(1);
    }

    @Test
    void a_disputed_mark_that_this_receiver_never_gave_is_as_if_it_had_not_been_said() {
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        Mark strangers = Mark.sign(GATEWAY, TILL, till.head(), TestKeys.of(66).signer());

        Answer answer = journal.hello(PEER, new Hello(till.signedAt(5), Optional.of(strangers)));

        assertThat(markOf(answer).sequence()).isEqualTo(8);
        assertThat(journal.isQuarantined()).isFalse();
    }

    @Test
    void a_mark_of_ours_above_what_is_here_shows_that_an_old_disk_was_put_back_here() {
        journal.batch(PEER, till.batch(1, 4));
        journal.force();
        Mark higher = Mark.sign(GATEWAY, TILL, till.head(), GATEWAY_KEYS.signer());

        Answer answer = journal.hello(PEER, new Hello(till.signedAt(10), Optional.of(higher)));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).contains("old disk"));
        assertThat(journal.isQuarantined()).isTrue();
    }

    @Test
    void a_branch_that_the_disk_has_no_room_for_is_asked_for_again() {
        TestChain other = forkedAfter(4);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        quarantine.writesFail = true;

        Answer full = journal.batch(PEER, other.batch(3, 7)).answer();
        quarantine.writesFail = false;
        Answer kept = journal.batch(PEER, other.batch(3, 7)).answer();

        assertThat(full).isInstanceOf(Answer.NotNow.class);
        assertThat(kept).isInstanceOf(Answer.Forked.class);
    }

    @Test
    void a_branch_that_cannot_be_forced_stops_the_node() {
        TestChain other = forkedAfter(4);
        journal.batch(PEER, till.batch(1, 8));
        journal.force();
        quarantine.forcesFail = true;

        assertThatThrownBy(() -> journal.batch(PEER, other.batch(3, 7)))
                .isInstanceOf(JournalBroken.class);
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

    private TestChain forkedAfter(int shared) {
        TestChain other = new TestChain(TILL, TILL_KEYS);
        till.entries().subList(0, shared).forEach(other::append);
        return other.append(TestShop.entry(TestShop.sale(TestShop.line("X", 9, "9.99")), 99))
                .append(3);
    }

    private static Mark markOf(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Marked.class);
        return ((Answer.Marked) answer).mark();
    }

    private static void empty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) Files.delete(file);
        }
    }
}
