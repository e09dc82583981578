package io.tidemark.ledger.sync;

import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer.Reason;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestKeys;
import io.tidemark.ledger.TestShop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    private final TestChain till = new TestChain(TILL, TILL_KEYS).append(10);

    @Test
    void entries_that_follow_are_fresh() {
        Verdict verdict = Receiver.examine(till.batch(5, 8), known(first(4)));

        assertThat(verdict)
                .isEqualTo(new Verdict.Fresh(till.entries().subList(4, 8), till.signedAt(8)));
    }

    @Test
    void of_an_overlap_only_what_is_new_is_taken() {
        Verdict verdict = Receiver.examine(till.batch(2, 8), known(first(4)));

        assertThat(verdict)
                .isEqualTo(new Verdict.Fresh(till.entries().subList(4, 8), till.signedAt(8)));
    }

    @Test
    void what_is_known_to_the_byte_is_known_with_any_boundaries() {
        assertThat(Receiver.examine(till.batch(1, 10), known(till))).isEqualTo(new Verdict.Known());
        assertThat(Receiver.examine(till.batch(3, 4), known(till))).isEqualTo(new Verdict.Known());
    }

    @Test
    void a_batch_beyond_the_head_is_a_gap() {
        assertThat(Receiver.examine(till.batch(6, 8), known(first(4))))
                .isEqualTo(new Verdict.Gap(first(4).head()));
    }

    @Test
    void another_properly_signed_history_is_a_fork_at_its_first_difference() {
        TestChain other =
                first(4).append(TestShop.entry(TestShop.sale(TestShop.line("X", 9, "9.99")), 99))
                        .append(3);

        Verdict verdict = Receiver.examine(other.batch(3, 8), known(till));

        assertThat(verdict).isEqualTo(new Verdict.Forked(5, till.hashAt(5), other.hashAt(5)));
    }

    @Test
    void a_changed_entry_under_the_true_signature_is_forged() {
        List<EntryBytes> entries = new ArrayList<>(till.batch(5, 8).entries());
        Collections.swap(entries, 0, 1);
        Batch changed = new Batch(TILL, 5, entries, till.signedAt(8));

        assertThat(Receiver.examine(changed, known(first(4))))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.FORGED));
    }

    @Test
    void a_batch_signed_by_another_key_is_forged() {
        SignedHead forged = SignedHead.sign(TILL, till.head(), TestKeys.of(66).signer());
        Batch batch = new Batch(TILL, 1, till.entries(), forged);

        assertThat(reason(Receiver.examine(batch, known(first(0))))).isEqualTo(Reason.FORGED);
    }

    @Test
    void a_batch_really_signed_by_b_is_refused_on_as_connection() {
        NodeName a = TestShop.till(2).node();
        Known known =
                new Known(a, TILL, first(0).head(), first(0)::hashAt, TILL_KEYS.verifier(), false);

        assertThat(reason(Receiver.examine(till.batch(1, 10), known)))
                .isEqualTo(Reason.WRONG_SENDER);
    }

    @Test
    void another_epoch_and_a_quarantined_journal_are_refused() {
        JournalId second = new JournalId(TILL.node(), 2);
        Known authorised =
                new Known(
                        TILL.node(),
                        second,
                        first(0).head(),
                        first(0)::hashAt,
                        TILL_KEYS.verifier(),
                        false);
        Known quarantined =
                new Known(
                        TILL.node(),
                        TILL,
                        first(0).head(),
                        first(0)::hashAt,
                        TILL_KEYS.verifier(),
                        true);

        assertThat(reason(Receiver.examine(till.batch(1, 10), authorised)))
                .isEqualTo(Reason.UNKNOWN_EPOCH);
        assertThat(reason(Receiver.examine(till.batch(1, 10), quarantined)))
                .isEqualTo(Reason.QUARANTINED);
    }

    @Test
    void a_greeting_with_another_hash_where_we_have_one_is_a_fork() {
        TestChain other =
                first(4).append(TestShop.entry(TestShop.sale(TestShop.line("X", 9, "9.99")), 99));

        assertThat(Receiver.examine(new Hello(other.signedAt(5)), known(till)))
                .isEqualTo(new Verdict.Forked(5, till.hashAt(5), other.hashAt(5)));
        assertThat(Receiver.examine(new Hello(till.signedAt(10)), known(first(4))))
                .isEqualTo(new Verdict.Known());
        assertThat(Receiver.examine(new Hello(till.signedAt(0)), known(first(0))))
                .isEqualTo(new Verdict.Known());
    }

    @Test
    void changed_entries_under_a_head_that_we_have_are_forged() {
        List<EntryBytes> entries = new ArrayList<>(till.batch(5, 8).entries());
        Collections.swap(entries, 0, 1);
        Batch changed = new Batch(TILL, 5, entries, till.signedAt(8));

        assertThat(reason(Receiver.examine(changed, known(till)))).isEqualTo(Reason.FORGED);
    }

    @Test
    void entries_that_lead_to_another_head_than_their_signed_one_fork_where_that_is_not_ours() {
        TestChain other =
                first(4).append(TestShop.entry(TestShop.sale(TestShop.line("X", 9, "9.99")), 99))
                        .append(3);
        Batch ofBoth = new Batch(TILL, 5, till.batch(5, 8).entries(), other.signedAt(8));

        assertThat(Receiver.examine(ofBoth, known(till)))
                .isEqualTo(new Verdict.Forked(8, till.hashAt(8), other.hashAt(8)));
    }

    @Test
    void a_quarantined_journal_still_knows_what_it_has() {
        Known quarantined =
                new Known(TILL.node(), TILL, till.head(), till::hashAt, TILL_KEYS.verifier(), true);

        assertThat(Receiver.examine(till.batch(3, 8), quarantined)).isEqualTo(new Verdict.Known());
    }

    @Test
    void a_greeting_of_another_node_or_epoch_or_signed_by_another_key_is_refused() {
        Hello hello = new Hello(till.signedAt(10));
        NodeName another = TestShop.till(2).node();
        JournalId second = new JournalId(TILL.node(), 2);
        Hello forged = new Hello(SignedHead.sign(TILL, till.head(), TestKeys.of(66).signer()));

        assertThat(reason(Receiver.examine(hello, knownAs(another, TILL))))
                .isEqualTo(Reason.WRONG_SENDER);
        assertThat(reason(Receiver.examine(hello, knownAs(TILL.node(), second))))
                .isEqualTo(Reason.UNKNOWN_EPOCH);
        assertThat(reason(Receiver.examine(forged, known(till)))).isEqualTo(Reason.FORGED);
    }

    private Known knownAs(NodeName peer, JournalId journal) {
        return new Known(peer, journal, till.head(), till::hashAt, TILL_KEYS.verifier(), false);
    }

    private static Reason reason(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).reason();
    }

    private TestChain first(int count) {
        TestChain part = new TestChain(TILL, TILL_KEYS);
        till.entries().subList(0, count).forEach(part::append);
        return part;
    }

    private static Known known(TestChain at) {
        return new Known(TILL.node(), TILL, at.head(), at::hashAt, TILL_KEYS.verifier(), false);
    }
}
