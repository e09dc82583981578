package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.SignedHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final StorageInMemory disk = new StorageInMemory();

    @Test
    void a_new_journal_stands_at_genesis() {
        try (Journal journal = Shop.open(disk)) {
            assertThat(journal.head()).isEqualTo(Head.genesis(TILL));
            assertThat(journal.forced()).isEqualTo(Head.genesis(TILL));
            assertThat(journal.signedHead()).isEmpty();
            assertThat(journal.hashAt(0)).isEqualTo(Head.genesis(TILL).hash());
            assertThat(journal.segments()).isEmpty();
            assertThat(journal.force(SIGNER).head()).isEqualTo(Head.genesis(TILL));
        }
    }

    @Test
    void what_was_forced_is_there_after_a_restart_in_order() {
        List<EntryBytes> entries = fill(10, 3);

        List<EntryBytes> replayed = new ArrayList<>();
        List<Hash> hashes = new ArrayList<>();
        try (Journal journal =
                Journal.open(
                        Shop.whose(),
                        disk,
                        (sequence, hash, entry) -> {
                            replayed.add(entry);
                            hashes.add(hash);
                        })) {
            assertThat(replayed).isEqualTo(entries);
            assertThat(journal.forced()).isEqualTo(new Head(10, hashes.getLast()));
            assertThat(journal.signedHead().orElseThrow().isBy(VERIFIER)).isTrue();
            for (int i = 1; i <= 10; i++)
                assertThat(journal.hashAt(i)).isEqualTo(hashes.get(i - 1));
        }
    }

    @Test
    void what_was_only_appended_is_gone_after_a_restart() {
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "told"));
            journal.force(SIGNER);
            journal.append(entry(MONDAY, "never told"));

            assertThat(journal.head().sequence()).isEqualTo(2);
            assertThat(journal.forced().sequence()).isEqualTo(1);
        }

        try (Journal journal = Shop.open(disk)) {
            assertThat(journal.head().sequence()).isEqualTo(1);
        }
    }

    @Test
    void a_received_journal_keeps_the_heads_its_origin_signed() {
        fill(7, 3);
        StorageInMemory gateway = new StorageInMemory();

        try (Journal till = Shop.open(disk);
                Journal received = Shop.open(gateway)) {
            for (long from = 1; from <= till.forced().sequence(); ) {
                Slice slice = till.read(from, 1);
                slice.entries().forEach(received::append);
                received.force(slice.head());
                from = slice.last() + 1;
            }

            assertThat(received.signedHead()).isEqualTo(till.signedHead());
            assertThat(received.read(1, 1 << 20)).isEqualTo(till.read(1, 1 << 20));
        }
    }

    @Test
    void a_received_head_that_proves_something_else_is_refused_and_nothing_is_written() {
        try (Journal received = Shop.open(disk)) {
            Head head = received.append(entry(MONDAY, "a"));
            SignedHead forged = new SignedHead(TILL, head, Signature.of(new byte[Signature.BYTES]));
            SignedHead others = SignedHead.sign(Shop.OTHER_TILL, head, SIGNER);
            SignedHead earlier = SignedHead.sign(TILL, Head.genesis(TILL), SIGNER);

            for (SignedHead wrong : List.of(forged, others, earlier))
                assertThatIllegalArgumentException().isThrownBy(() -> received.force(wrong));
            received.dropUnforced();

            assertThat(received.head()).isEqualTo(Head.genesis(TILL));
            assertThat(received.segments()).isEmpty();
        }
    }

    @Test
    void a_slice_ends_at_a_signed_head_within_the_target_or_after_the_first_group() {
        fill(9, 3);

        try (Journal journal = Shop.open(disk)) {
            int group = 3 * entry(MONDAY, "entry 1").size();

            assertThat(journal.read(1, 1).last()).isEqualTo(3);
            assertThat(journal.read(2, 1).last()).isEqualTo(3);
            assertThat(journal.read(2, 1).entries()).hasSize(2);
            assertThat(journal.read(1, 2 * group).last()).isEqualTo(6);
            assertThat(journal.read(1, 3 * group - 1).last()).isEqualTo(6);
            assertThat(journal.read(1, 1 << 20).last()).isEqualTo(9);
            assertThat(journal.read(9, 1 << 20).toBatch().last()).isEqualTo(9);
            assertThatIllegalArgumentException().isThrownBy(() -> journal.read(10, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.hashAt(10));
        }
    }

    @Test
    void no_nonce_comes_twice_because_every_opening_draws_a_new_key() throws IOException {
        for (int i = 0; i < 5; i++) fill(1, 1);

        JournalScan.Passed passed =
                new JournalScan(Rules.all(Shop.whose(), Shop.NOBODY), disk).run();
        Segment segment = passed.index().segments().getFirst();
        Set<SecretKey> keys = new HashSet<>();
        for (long position = 0; position <= segment.extent().end(); position++) {
            SecretKey key = segment.keyAt(position);
            if (key != null) keys.add(key);
        }

        assertThat(keys).hasSize(5);
    }

    @Test
    void opening_and_closing_writes_nothing_to_a_segment() {
        fill(3, 3);
        byte[] before = disk.files().get("segment-000001.tmj");

        Shop.open(disk).close();

        assertThat(disk.files().get("segment-000001.tmj")).isEqualTo(before);
    }

    @Test
    void after_a_failed_force_the_journal_refuses_everything() {
        Journal journal = Shop.open(disk);
        journal.append(entry(MONDAY, "a"));
        journal.force(SIGNER);
        journal.append(entry(MONDAY, "b"));
        disk.failForces();

        assertThatThrownBy(() -> journal.force(SIGNER))
                .isInstanceOf(JournalBroken.class)
                .hasMessageContaining("till-1");

        assertThatThrownBy(() -> journal.force(SIGNER)).isInstanceOf(JournalBroken.class);
        assertThatThrownBy(() -> journal.append(entry(MONDAY, "c")))
                .isInstanceOf(JournalBroken.class);
        assertThatThrownBy(() -> journal.read(1, 1)).isInstanceOf(JournalBroken.class);
        assertThatThrownBy(() -> journal.hashAt(0)).isInstanceOf(JournalBroken.class);
        journal.close();
        assertThat(journal.forced().sequence()).isEqualTo(1);
    }

    @Test
    void
            wherever_an_operation_fails_the_journal_is_broken_and_opens_again_with_all_that_was_told() {
        for (int more = 0; more < 20; more++) {
            StorageInMemory failing = new StorageInMemory();
            Journal journal = Shop.open(failing);
            journal.append(entry(MONDAY, "told"));
            journal.force(SIGNER);
            failing.failAfter(more);
            long told = 1;
            try {
                for (int i = 0; i < 3; i++) {
                    journal.append(entry(MONDAY.plusDays(i), "entry " + i));
                    told = journal.force(SIGNER).sequence();
                }
            } catch (JournalBroken e) {
                assertThat(e).hasMessageContaining("no space left");
            }

            try (Journal again = Shop.open(StorageInMemory.of(failing.files()))) {
                assertThat(again.forced().sequence()).isGreaterThanOrEqualTo(told);
            }
        }
    }

    private List<EntryBytes> fill(int count, int perGroup) {
        List<EntryBytes> entries = new ArrayList<>();
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= count; i++) {
                EntryBytes entry = entry(MONDAY, "entry " + i);
                entries.add(entry);
                journal.append(entry);
                if (i % perGroup == 0) journal.force(SIGNER);
            }
            journal.force(SIGNER);
        }
        return entries;
    }
}
