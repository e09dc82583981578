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
import io.tidemark.ledger.journal.JournalCopy.Restored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files: a damaged journal is rebuilt beside itself from what is intact and a peer's copy. */
class JournalCopyTest {
    private static final int ENTRIES = 30;

    @TempDir private Path home;

    private Path till = Path.of("");
    private Path copy = Path.of("");
    private List<SegmentInfo> segments = List.of();
    private Head end = Head.genesis(TILL);

    @BeforeEach
    void aTillWithThreeDays() throws IOException {
        till = home.resolve("journal").resolve(TILL.label());
        copy = home.resolve("till-1.copy");
        try (Journal journal = Shop.open(new FileStorage(till))) {
            for (int i = 1; i <= ENTRIES; i++) {
                journal.append(entry(MONDAY.plusDays((i - 1) / 10), "entry " + i));
                if (i % 2 == 0) journal.force(SIGNER);
                if (i == 14) journal.closeSegment();
            }
            segments = journal.segments();
            end = journal.forced();
            export(journal, 1, ENTRIES);
        }
    }

    @Test
    void a_flipped_byte_anywhere_is_put_right_and_the_damaged_files_are_kept() throws IOException {
        int damaged = 0;
        for (SegmentInfo segment : segments) {
            Path file = till.resolve(segment.name());
            for (int position = 0; position < Files.size(file); position += 97) {
                flip(file, position);

                Restored restored = restore();

                damaged++;
                assertThat(restored.head()).isEqualTo(end);
                assertThat(restored.damaged().getFileName())
                        .hasToString(TILL.label() + ".damaged-" + damaged);
                Rebuilt rebuilt = restored.rebuilt();
                assertThat(rebuilt.entriesKept() + rebuilt.entriesCopied()).isEqualTo(ENTRIES);
                assertThat(rebuilt.leftOut()).isEqualTo(LeftOut.NOTHING);
                try (Journal journal = Shop.open(new FileStorage(till))) {
                    assertThat(journal.forced()).isEqualTo(end);
                    assertThat(journal.segments()).isEqualTo(segments);
                }
            }
        }
    }

    @Test
    void only_what_is_damaged_comes_from_the_copy() throws IOException {
        flipInEntry(17);
        try (Journal peer = Shop.open(new FileStorage(home.resolve("peer")))) {
            copyInto(peer, 18);
            export(peer, 17, 17);
        }

        Restored restored = restore();

        assertThat(restored.rebuilt()).isEqualTo(new Rebuilt(end, ENTRIES - 1, 1, LeftOut.NOTHING));
    }

    @Test
    void a_copy_that_does_not_cover_the_damage_is_refused_and_nothing_changes() throws IOException {
        try (Journal journal = Shop.open(new FileStorage(till))) {
            export(journal, 1, 10);
        }
        flipInEntry(17);
        byte[] before = Files.readAllBytes(till.resolve("segment-000002.tmj"));

        assertThatThrownBy(this::restore)
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("entry 17")
                .hasMessageContaining("nothing was changed");

        assertThat(Files.readAllBytes(till.resolve("segment-000002.tmj"))).isEqualTo(before);
        assertThat(siblings()).containsExactly(TILL.label());
    }

    @Test
    void a_tail_that_was_cut_off_comes_back_whole_or_not_at_all() throws IOException {
        Path last = till.resolve(segments.getLast().name());
        byte[] whole = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(whole, whole.length - 10));
        byte[] everything = Files.readAllBytes(copy);
        try (Journal peer = Shop.open(new FileStorage(home.resolve("peer")))) {
            copyInto(peer, ENTRIES - 2);
            export(peer, 1, ENTRIES - 2);
        }

        assertThatThrownBy(this::restore)
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("signed head");
        Files.write(copy, everything);

        assertThat(restore().head()).isEqualTo(end);
    }

    @Test
    void a_damaged_note_of_the_forced_position_is_written_anew() throws IOException {
        flip(till.resolve(ForcedCell.NAME), 20);

        assertThat(restore())
                .isEqualTo(
                        new Restored(
                                new Rebuilt(end, ENTRIES, 0, new LeftOut(0, true, false)),
                                till.resolveSibling(TILL.label() + ".damaged-1")));
    }

    @Test
    void a_copy_with_a_flipped_byte_or_cut_short_is_refused() throws IOException {
        byte[] good = Files.readAllBytes(copy);
        flipInEntry(5);
        for (int position = 0; position < good.length; position += 151) {
            byte[] bad = good.clone();
            bad[position] ^= 1;
            Files.write(copy, bad);
            assertThatThrownBy(this::restore).isInstanceOf(RestoreRefused.class);

            Files.write(copy, Arrays.copyOf(good, position));
            assertThatThrownBy(this::restore).isInstanceOf(RestoreRefused.class);
        }
    }

    @Test
    void a_copy_of_another_branch_is_refused() throws IOException {
        try (Journal clone = Shop.open(new FileStorage(home.resolve("clone")))) {
            for (int i = 1; i <= ENTRIES; i++) {
                clone.append(entry(MONDAY, "another " + i));
                clone.force(SIGNER);
            }
            export(clone, 1, ENTRIES);
        }
        flipInEntry(5);

        assertThatThrownBy(this::restore)
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("forked");
    }

    @Test
    void a_swap_that_was_interrupted_is_completed_by_the_next_start() throws IOException {
        Files.move(till, till.resolveSibling(TILL.label() + ".restored"));

        try (Journal journal = Shop.open(new FileStorage(till))) {
            assertThat(journal.forced()).isEqualTo(end);
        }
    }

    @Test
    void a_journal_does_not_begin_anew_where_only_a_damaged_one_is_left() throws IOException {
        Files.move(till, till.resolveSibling(TILL.label() + ".damaged-1"));

        assertThatThrownBy(() -> new FileStorage(till)).hasMessageContaining("only damaged copies");
    }

    /** Its last write ends with a head; no entry is missed behind it. */
    @Test
    void a_flipped_byte_at_the_end_of_what_was_received_is_put_right_without_a_question()
            throws IOException {
        till = home.resolve("received").resolve(TILL.label());
        try (Journal received = Shop.open(new FileStorage(till))) {
            copyInto(received, ENTRIES);
            segments = received.segments();
        }
        Path last = till.resolve(segments.getLast().name());
        for (int back = 1; back <= 250; back += 7) {
            flip(last, Math.toIntExact(Files.size(last)) - back);

            Restored restored = restore();

            assertThat(restored.head()).isEqualTo(end);
            assertThat(restored.rebuilt().isComplete()).as(back + " before the end").isTrue();
        }
    }

    private void copyInto(Journal peer, long last) {
        try (Journal journal = Shop.open(new FileStorage(home.resolve("source")))) {
            for (int i = 1; i <= ENTRIES; i++) {
                journal.append(entry(MONDAY.plusDays((i - 1) / 10), "entry " + i));
                if (i % 2 == 0) journal.force(SIGNER);
            }
            for (long next = 1; next <= last; ) {
                Slice slice = journal.read(next, 1);
                slice.entries().forEach(peer::append);
                peer.force(slice.head());
                next = slice.last() + 1;
            }
        }
    }

    private void export(Journal journal, long from, long to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream output = bytes) {
            assertThat(JournalCopy.export(journal, from, to, output)).isBetween(to, to + 9);
        }
        Files.write(copy, bytes.toByteArray());
    }

    private Restored restore() {
        return JournalCopy.restore(till, copy, Shop.whose());
    }

    private void flipInEntry(long sequence) throws IOException {
        Rules rules = Rules.all(Shop.whose(), Shop.NOBODY);
        for (SegmentInfo segment : segments) {
            if (sequence < segment.first() || sequence > segment.last()) continue;
            Path file = till.resolve(segment.name());
            SegmentHeader header = SegmentHeader.parse(Files.readAllBytes(file), TILL);
            try (StoredFile stored = new FileStorage(till).openToRead(segment.name())) {
                FrameReader frames =
                        new FrameReader(
                                new ByteWindow(stored, stored.size()),
                                header.hash(),
                                rules.key(),
                                header.size());
                Frame frame = frames.next();
                while (!isEntry(frame, sequence)) frame = frames.next();
                flip(file, Math.toIntExact(frames.position()) - 5);
            }
        }
    }

    private static boolean isEntry(Frame frame, long sequence) {
        return frame instanceof Frame.Entry entry && entry.sequence() == sequence;
    }

    private static void flip(Path file, int position) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[position] ^= 0x10;
        Files.write(file, bytes);
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> found = Files.list(home.resolve("journal"))) {
            return found.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }
}
