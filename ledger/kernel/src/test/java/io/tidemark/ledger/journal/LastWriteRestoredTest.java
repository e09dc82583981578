package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.journal.JournalCopy.Restored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a power cut that took the note of the last write, any byte of which is damaged, a restore
 * keeps each entry that can be read, and says of the one that cannot that it was there.
 */
class LastWriteRestoredTest {
    private static final String SEGMENT = "segment-000001.tmj";

    @TempDir private Path home;

    private Path till = Path.of("");
    private byte[] noteBefore = {};
    private byte[] whole = {};
    private int begin;
    private Head before = Head.genesis(TILL);
    private Head end = Head.genesis(TILL);

    @Test
    void every_byte_of_a_last_write_of_one_entry_flipped() throws IOException {
        told(1);
        lastWrite(1);

        for (int at = begin; at < whole.length; at++) {
            Restored restored = restoredFrom(flipped(at));

            boolean isEntry = isIn(at, FrameKind.ENTRY);
            assertThat(restored.head()).as("flipped at " + at).isEqualTo(isEntry ? before : end);
            assertThat(restored.lastWritten()).as("flipped at " + at).isEqualTo(2);
            assertThat(restored.entriesKept()).isEqualTo(restored.head().sequence());
            assertThat(restored.isComplete()).isEqualTo(!isEntry);
            signsWhereItEnds(restored);
        }
    }

    @Test
    void every_byte_of_a_last_write_of_three_entries_flipped() throws IOException {
        told(3);
        lastWrite(3);

        for (int at = begin; at < whole.length; at++) {
            if (isIn(at, FrameKind.ENTRY) && !isInLast(at)) continue; // refused: the next test
            Restored restored = restoredFrom(flipped(at));

            int kept = isIn(at, FrameKind.ENTRY) ? 5 : 6;
            assertThat(restored.head().sequence()).as("flipped at " + at).isEqualTo(kept);
            assertThat(restored.lastWritten()).isEqualTo(6);
            assertThat(restored.entriesKept()).isEqualTo(kept);
            signsWhereItEnds(restored);
        }
    }

    @Test
    void an_entry_amid_the_last_write_that_nobody_has_is_asked_for() throws IOException {
        told(3);
        lastWrite(3);

        for (int at = begin; at < whole.length; at++) {
            if (!isIn(at, FrameKind.ENTRY) || isInLast(at)) continue;
            byte[] damaged = flipped(at);
            assertThatThrownBy(() -> restoredFrom(damaged))
                    .isInstanceOf(RestoreRefused.class)
                    .hasMessageContaining("the copy does not have entry");
        }
    }

    /** Damage before it is put right; the write that lacks a sector was never forced. */
    @Test
    void a_last_write_that_lost_any_one_of_its_sectors_is_left_out_without_a_question()
            throws IOException {
        told(3);
        lastWrite(3);
        for (int from = begin; from < whole.length; ) {
            int to = (from / Storage.SECTOR_BYTES + 1) * Storage.SECTOR_BYTES;
            byte[] torn = Arrays.copyOf(whole, whole.length + 2048);
            Arrays.fill(torn, from, to, (byte) 0);
            torn[SegmentHeader.bytesFor(TILL) + 50] ^= 1;

            Restored restored = restoredFrom(torn);

            assertThat(restored.head()).as("lost from " + from).isEqualTo(before);
            assertThat(restored.isComplete()).as("lost from " + from).isTrue();
            assertThat(restored.entriesKept()).isEqualTo(3);
            from = to;
        }
    }

    @Test
    void a_bit_that_stands_alone_in_free_space_is_no_entry() throws IOException {
        told(2);
        lastWrite(1);
        for (int at = whole.length; at < whole.length + 600; at += 7) {
            byte[] damaged = Arrays.copyOf(whole, whole.length + 2048);
            damaged[at] = 4;
            damaged[SegmentHeader.bytesFor(TILL) + 50] ^= 1;

            Restored restored = restoredFrom(damaged);

            assertThat(restored.head()).isEqualTo(end);
            assertThat(restored.isComplete()).as("bit at " + at).isTrue();
        }
    }

    private void told(int entries) throws IOException {
        till = home.resolve("journal").resolve(TILL.label());
        try (Journal journal = Shop.open(new FileStorage(till))) {
            for (int i = 1; i <= entries; i++) record(journal, i);
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            JournalCopy.export(journal, 1, entries, copy);
            Files.write(home.resolve("copy"), copy.toByteArray());
            note(journal);
        }
    }

    private static void record(Journal journal, int entry) {
        journal.append(entry(MONDAY, "told " + entry));
        journal.force(SIGNER);
    }

    private void note(Journal journal) throws IOException {
        before = journal.forced();
        noteBefore = Files.readAllBytes(till.resolve(ForcedCell.NAME));
        begin = Math.toIntExact(ForcedCell.read(new FileStorage(till), TILL).position());
    }

    /** The first of a run of the node, so it draws a data key. */
    private void lastWrite(int entries) throws IOException {
        try (Journal journal = Shop.open(new FileStorage(till))) {
            for (int i = 1; i <= entries; i++) journal.append(entry(MONDAY, new byte[i * 200]));
            journal.force(SIGNER);
            end = journal.forced();
        }
        whole = Files.readAllBytes(till.resolve(SEGMENT));
    }

    private byte[] flipped(int at) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 1;
        return damaged;
    }

    private Restored restoredFrom(byte[] segment) throws IOException {
        Files.write(till.resolve(SEGMENT), segment);
        Files.write(till.resolve(ForcedCell.NAME), noteBefore);
        return JournalCopy.restore(till, home.resolve("copy"), TILL, Shop.key(), VERIFIER);
    }

    private void signsWhereItEnds(Restored restored) {
        try (Journal journal = Shop.open(new FileStorage(till))) {
            assertThat(journal.force(SIGNER).head()).isEqualTo(restored.head());
        }
    }

    private boolean isInLast(int at) {
        FrameHeader header = FrameHeader.read(whole, frameAt(at), frameAt(at));
        return header != null && header.end(frameAt(at)) == whole.length;
    }

    private boolean isIn(int at, FrameKind kind) {
        FrameHeader header = FrameHeader.read(whole, frameAt(at), frameAt(at));
        return header != null && header.kind() == kind;
    }

    /** Where the frame begins that this byte of the last write is in. */
    private int frameAt(int at) {
        int position = begin;
        while (true) {
            FrameHeader header = FrameHeader.read(whole, position, position);
            if (header == null || header.end(position) > at) return position;
            position = Math.toIntExact(header.end(position));
        }
    }
}
