package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A head is signed while its entries are forced, and comes into a segment with the next write: no
 * stop in between takes anything that was told.
 */
class SignedBesideTest {
    private static final String SEGMENT = "segment-000001.tmj";

    private final StorageInMemory disk = new StorageInMemory();

    @Test
    void it_is_begun_before_the_force_and_asked_for_behind_it() {
        List<Integer> forcedBy = new ArrayList<>();
        Signer signer =
                new Signer() {
                    @Override
                    public byte[] sign(byte[] statement) {
                        return SIGNER.sign(statement);
                    }

                    @Override
                    public Supplier<byte[]> begin(byte[] statement) {
                        int before = disk.operations();
                        return () -> {
                            forcedBy.add(disk.operations() - before);
                            return sign(statement);
                        };
                    }
                };
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "one"));
            journal.force(SIGNER);
            journal.append(entry(MONDAY, "two"));
            assertThat(journal.force(signer).isBy(VERIFIER)).isTrue();
        }

        assertThat(forcedBy).containsExactly(2); // write, force
    }

    @Test
    void after_a_kill_it_is_there_as_it_was_told() {
        SignedHead told = three();

        try (Journal journal = Shop.open(StorageInMemory.of(disk.files()))) {
            assertThat(journal.signedHead()).contains(told);
            assertThat(journal.read(1, 1 << 20).head()).isEqualTo(told);
        }
    }

    @Test
    void after_a_power_cut_that_took_it_the_entries_are_there_and_the_same_head_is_signed_again() {
        SignedHead told = three();
        StorageInMemory stopped = withoutLastNote();

        try (Journal journal = Shop.open(stopped)) {
            assertThat(journal.forced()).isEqualTo(told.head());
            assertThat(journal.signedHead().orElseThrow().sequence()).isEqualTo(2);

            assertThat(journal.force(SIGNER)).isEqualTo(told);

            assertThat(journal.read(3, 1).head()).isEqualTo(told);
        }
        try (Journal journal = Shop.open(stopped.afterPowerCut(new Random(1)))) {
            assertThat(journal.signedHead()).contains(told);
        }
    }

    @Test
    void what_follows_brings_it_into_the_segment() {
        three();
        StorageInMemory stopped = withoutLastNote();
        try (Journal journal = Shop.open(stopped)) {
            journal.append(entry(MONDAY, "four"));
            journal.force(SIGNER);
            journal.closeSegment();
        }

        List<Long> signed = new ArrayList<>();
        new JournalView(TILL, stopped, Shop.key()).show(1, 4, noting(signed));
        assertThat(signed).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whoever_looks_sees_the_newest_once() {
        three();
        List<Long> signed = new ArrayList<>();

        new JournalView(TILL, disk, Shop.key()).show(2, 3, noting(signed));

        assertThat(signed).containsExactly(2L, 3L);
    }

    @Test
    void an_unsigned_segment_is_not_closed() {
        three();

        try (Journal journal = Shop.open(withoutLastNote())) {
            assertThatThrownBy(journal::closeSegment).hasMessageContaining("sign before");
        }
    }

    @Test
    void a_signature_that_is_not_the_nodes_is_damage() {
        three();

        assertThatThrownBy(() ->
                        Journal.open(
                                        new Whose(TILL, Shop.key(), (_, _) -> false),
                                        disk,
                                        Shop.NOBODY)
                                .close())
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("not signed by");
    }

    @Test
    void a_copy_ends_with_the_newest_signed_head() {
        three();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();

        try (Journal journal = Journal.openToRead(Shop.whose(), withoutLastNote(), Shop.NOBODY)) {
            assertThat(JournalCopy.export(journal, 1, 3, copy)).isEqualTo(2);
        }
    }

    @Test
    void a_damaged_journal_is_rebuilt_with_all_that_its_last_write_brought() {
        SignedHead told = three();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (Journal journal = Shop.open(StorageInMemory.of(disk.files()))) {
            JournalCopy.export(journal, 1, 2, copy);
        }
        for (StorageInMemory stopped : List.of(disk, withoutLastNote())) {
            Map<String, byte[]> files = new TreeMap<>(stopped.files());
            byte[] segment = Objects.requireNonNull(files.get(SEGMENT)).clone();
            segment[SegmentHeader.bytesFor(TILL) + 3 * JournalKey.WRAPPED_BYTES] ^= 1;
            files.put(SEGMENT, segment);
            StorageInMemory fresh = new StorageInMemory();

            JournalCopy.rebuild(
                    StorageInMemory.of(files),
                    new ByteArrayInputStream(copy.toByteArray()),
                    fresh,
                    Shop.whose());

            try (Journal journal = Shop.open(fresh)) {
                assertThat(journal.force(SIGNER)).isEqualTo(told);
            }
        }
    }

    @Test
    void who_needs_entries_only_reads_those_that_nobody_has_signed_yet() {
        three();
        try (Journal journal = Journal.openToRead(Shop.whose(), withoutLastNote(), Shop.NOBODY)) {
            assertThat(journal.isSigned()).isFalse();
            assertThatThrownBy(() -> journal.read(3, 1)).hasMessageContaining("signed head");

            assertThat(journal.entries(3, 1)).containsExactly(entry(MONDAY, "three"));
            assertThat(journal.entries(1, 1)).containsExactly(entry(MONDAY, "one"));
            assertThat(journal.entries(1, 1 << 20)).hasSize(2);
        }
        try (Journal journal = Shop.open(disk)) {
            assertThat(journal.entries(1, 1 << 20)).hasSize(3);
        }
    }

    @Test
    void whoever_looks_is_not_shown_a_note_about_another_chain() throws IOException {
        three();
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        Forced true3 = ForcedCell.read(disk, TILL);
        SignedHead other = SignedHead.sign(TILL, new Head(3, Hash.digest(new byte[] {1})), SIGNER);
        Forced wrong = new Forced(true3.segment(), true3.position(), 3, other);
        files.put(ForcedCell.NAME, ForcedCell.bytes(wrong, Head.genesis(TILL).hash()));
        JournalView view = new JournalView(TILL, StorageInMemory.of(files), Shop.key());

        assertThatThrownBy(() -> view.show(3, 3, noting(new ArrayList<>())))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("another head");
    }

    @Test
    void a_note_of_an_older_format_is_told_as_such() {
        three();
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        byte[] note = Arrays.copyOf(noteOfTwo, 66);
        note[9] = 1;
        files.put(ForcedCell.NAME, note);

        assertThatThrownBy(() -> Shop.open(StorageInMemory.of(files)).close())
                .hasMessageContaining("written in format 1");
    }

    @Test
    void a_journal_is_broken_also_by_what_is_no_exception() {
        Signer failing =
                statement -> {
                    throw new OutOfMemoryError("no buffer");
                };
        try (Journal journal = Shop.open(disk)) {
            journal.append(entry(MONDAY, "one"));
            assertThatThrownBy(() -> journal.force(failing)).isInstanceOf(OutOfMemoryError.class);

            assertThatThrownBy(() -> journal.force(SIGNER)).isInstanceOf(JournalBroken.class);
        }
    }

    @Test
    void a_journal_that_cannot_be_signed_when_it_is_opened_is_closed() {
        three();
        List<String> open = new ArrayList<>();
        StorageInMemory behind = withoutLastNote();
        Storage counting =
                new ForwardingStorage(behind) {
                    @Override
                    public StoredFile open(String name) throws IOException {
                        open.add(name);
                        return new ForwardingFile(super.open(name)) {
                            @Override
                            public void close() throws IOException {
                                open.remove(name);
                                super.close();
                            }
                        };
                    }
                };
        Journal journal = Shop.open(counting);
        behind.failForces();

        assertThatThrownBy(() -> journal.signedBy(SIGNER)).isInstanceOf(JournalBroken.class);

        assertThat(open).isEmpty();
    }

    private byte[] noteOfTwo = {};

    /** Three groups of one entry; returns what the last was answered with. */
    private SignedHead three() {
        Journal journal = Shop.open(disk);
        journal.append(entry(MONDAY, "one"));
        journal.force(SIGNER);
        journal.append(entry(MONDAY, "two"));
        journal.force(SIGNER);
        noteOfTwo = Objects.requireNonNull(disk.files().get(ForcedCell.NAME)).clone();
        journal.append(entry(MONDAY, "three"));
        return journal.force(SIGNER);
    }

    /** The note is not forced: this is what a power cut may leave. */
    private StorageInMemory withoutLastNote() {
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.put(ForcedCell.NAME, Arrays.copyOf(noteOfTwo, noteOfTwo.length));
        return StorageInMemory.of(files);
    }

    private static JournalSight noting(List<Long> signed) {
        return new JournalSight() {
            @Override
            public void entry(long sequence, Hash hash, EntryBytes entry) {}

            @Override
            public void signed(SignedHead head) {
                signed.add(head.sequence());
            }
        };
    }
}
