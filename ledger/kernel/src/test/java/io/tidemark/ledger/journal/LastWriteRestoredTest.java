package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.journal.JournalCopy.LeftOut;
import io.tidemark.ledger.journal.JournalCopy.Rebuilt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * After a power cut that took the note of the last write, any byte of which is damaged, a restore
 * keeps each entry that can be read, and says of the one that cannot that it was there.
 */
class LastWriteRestoredTest {
    private static final String SEGMENT = "segment-000001.tmj";
    private static final LeftOut ONE_ENTRY = new LeftOut(1, false, false);
    private static final LeftOut ONE_AT_LEAST = new LeftOut(1, true, false);
    private static final LeftOut TORN_WRITE = new LeftOut(0, false, true);

    private final StorageInMemory disk = new StorageInMemory();
    private StorageInMemory restored = new StorageInMemory();
    private byte[] copy = {};
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
            Rebuilt rebuilt = rebuiltFrom(flipped(at));

            boolean isEntry = isIn(at, FrameKind.ENTRY);
            assertThat(rebuilt)
                    .as("flipped at " + at)
                    .isEqualTo(
                            isEntry
                                    ? new Rebuilt(before, 1, 0, oneEntry(at))
                                    : new Rebuilt(end, 2, 0, LeftOut.NOTHING));
            signsWhereItEnds(rebuilt);
        }
    }

    @Test
    void every_byte_of_a_last_write_of_three_entries_flipped() throws IOException {
        told(3);
        lastWrite(3);

        for (int at = begin; at < whole.length; at++) {
            if (isIn(at, FrameKind.ENTRY) && !isInLast(at)) continue; // refused: the next test
            Rebuilt rebuilt = rebuiltFrom(flipped(at));

            boolean isEntry = isIn(at, FrameKind.ENTRY);
            assertThat(rebuilt.head().sequence()).as("flipped at " + at).isEqualTo(isEntry ? 5 : 6);
            assertThat(rebuilt.leftOut()).isEqualTo(isEntry ? oneEntry(at) : LeftOut.NOTHING);
            assertThat(rebuilt.entriesKept()).isEqualTo(rebuilt.head().sequence());
            signsWhereItEnds(rebuilt);
        }
    }

    @Test
    void an_entry_amid_the_last_write_that_nobody_has_is_asked_for() throws IOException {
        told(3);
        lastWrite(3);

        for (int at = begin; at < whole.length; at++) {
            if (!isIn(at, FrameKind.ENTRY) || isInLast(at)) continue;
            byte[] damaged = flipped(at);
            assertThatThrownBy(() -> rebuiltFrom(damaged))
                    .isInstanceOf(RestoreRefused.class)
                    .hasMessageContaining("the copy does not have entry");
        }
    }

    /** Damage before it is put right; the write that lacks a sector was never forced. */
    @Test
    void a_last_write_that_lost_any_one_of_its_sectors_is_left_out_as_torn() throws IOException {
        told(3);
        lastWrite(3);
        for (int from = begin; from < whole.length; ) {
            int to = (from / Storage.SECTOR_BYTES + 1) * Storage.SECTOR_BYTES;
            byte[] torn = Arrays.copyOf(whole, whole.length + 2048);
            Arrays.fill(torn, from, to, (byte) 0);
            torn[SegmentHeader.bytesFor(TILL) + 50] ^= 1;

            assertThat(rebuiltFrom(torn))
                    .as("lost from " + from)
                    .isEqualTo(new Rebuilt(before, 3, 0, TORN_WRITE));
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

            Rebuilt rebuilt = rebuiltFrom(damaged);

            assertThat(rebuilt.head()).isEqualTo(end);
            assertThat(rebuilt.isComplete()).as("bit at " + at).isTrue();
        }
    }

    /** Their frames' headers are gone, too, so nobody can say how many there were. */
    @Test
    void entries_at_the_end_that_cannot_be_told_apart_are_at_least_one() throws IOException {
        told(2);
        lastWrite(3);
        byte[] garbled = whole.clone();
        for (int at = begin; at < garbled.length; at++)
            if (isIn(at, FrameKind.ENTRY)) garbled[at] ^= 0x55;

        Rebuilt rebuilt = rebuiltFrom(garbled);

        assertThat(rebuilt).isEqualTo(new Rebuilt(before, 2, 0, ONE_AT_LEAST));
        assertThat(rebuilt.isComplete()).isFalse();
    }

    @Test
    void a_last_segment_with_nothing_that_can_be_read_is_not_taken_for_an_empty_one()
            throws IOException {
        told(2);
        lastWrite(1);
        for (byte[] gone : List.of(new byte[0], new byte[10], new byte[whole.length])) {
            Rebuilt rebuilt = rebuiltFrom(gone);

            assertThat(rebuilt.head()).isEqualTo(before);
            assertThat(rebuilt.leftOut().endUnknown()).isTrue();
            assertThat(rebuilt.isComplete()).isFalse();
        }
    }

    @Test
    void without_the_note_a_clean_end_may_have_been_cut_unless_the_copy_goes_further()
            throws IOException {
        told(2);
        noteBefore = new byte[noteBefore.length];
        byte[] segment = file(SEGMENT);

        assertThat(rebuiltFrom(segment).isComplete()).isFalse();
        assertThat(rebuiltFrom(Arrays.copyOf(segment, begin / 2)).isComplete()).isTrue();
    }

    private LeftOut oneEntry(int flipped) {
        boolean isHeader = flipped - frameAt(flipped) < FrameHeader.BYTES;
        return isHeader ? ONE_AT_LEAST : ONE_ENTRY;
    }

    private void told(int entries) throws IOException {
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= entries; i++) {
                journal.append(entry(MONDAY, "told " + i));
                journal.force(SIGNER);
            }
            ByteArrayOutputStream exported = new ByteArrayOutputStream();
            JournalCopy.export(journal, 1, entries, exported);
            copy = exported.toByteArray();
            before = journal.forced();
        }
        noteBefore = file(ForcedCell.NAME);
        begin = Math.toIntExact(ForcedCell.read(disk, TILL).position());
    }

    /** The first of a run of the node, so it draws a data key. */
    private void lastWrite(int entries) {
        try (Journal journal = Shop.open(disk)) {
            for (int i = 1; i <= entries; i++) journal.append(entry(MONDAY, new byte[i * 200]));
            journal.force(SIGNER);
            end = journal.forced();
        }
        whole = file(SEGMENT);
    }

    private byte[] file(String name) {
        return Objects.requireNonNull(disk.files().get(name));
    }

    private byte[] flipped(int at) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 1;
        return damaged;
    }

    private Rebuilt rebuiltFrom(byte[] segment) {
        restored = new StorageInMemory();
        return JournalCopy.rebuild(
                StorageInMemory.of(Map.of(SEGMENT, segment, ForcedCell.NAME, noteBefore)),
                new ByteArrayInputStream(copy),
                restored,
                Shop.whose());
    }

    private void signsWhereItEnds(Rebuilt rebuilt) {
        try (Journal journal = Shop.open(restored)) {
            assertThat(journal.force(SIGNER).head()).isEqualTo(rebuilt.head());
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
