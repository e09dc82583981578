package io.tidemark.ledger.receive;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Remembers the last mark that was given for a journal, so that an old disk put back is noticed
 * before a lower one is given: a journal shorter than its mark has lost what was promised. Written
 * after the force and not forced itself, so a power cut may leave an earlier mark, a torn one or
 * none; an end byte tells a torn one from damage.
 */
public final class MarkNote {
    private static final int BYTES_MAX = 4 << 10;

    /** What any disk writes whole or not at all. */
    private static final int SECTOR_BYTES = 512;

    private static final byte END = (byte) 0xff;

    private final Storage marks;
    private final JournalId journal;

    /**
     * @param marks one file for each journal
     */
    public MarkNote(Storage marks, JournalId journal) {
        this.marks = marks;
        this.journal = journal;
    }

    /**
     * Over the note before it where that cannot mix the two: new names in a directory would make
     * the next force of the journal beside it write them too.
     */
    public void write(Mark mark) {
        byte[] bytes = mark.toBytes();
        try {
            if (bytes.length < SECTOR_BYTES && isOverwritten(bytes)) return;
            draft(bytes);
            marks.rename(draftName(), name());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note a mark in " + where(), e);
        }
    }

    /**
     * The last mark known to have been given; none if there was none, or a power cut took it.
     *
     * @throws Malformed if what is noted is whole and not a mark for this journal
     */
    public Optional<Mark> read() {
        try {
            return marks.list().contains(name()) ? parsed(bytes()) : Optional.empty();
        } catch (Malformed e) {
            throw new Malformed(
                    "the mark noted in "
                            + where()
                            + " is none: "
                            + e.getMessage()
                            + "; remove the file if you know why",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + where(), e);
        }
    }

    /**
     * What is wrong, and what to do, if a journal does not hold what was marked.
     *
     * @param last the journal's last sequence
     * @param hashAt its hash at a sequence up to {@code last}
     */
    public static Optional<String> shortfall(Mark mark, long last, LongFunction<Hash> hashAt) {
        String label = "journal " + mark.origin().label();
        if (mark.sequence() > last)
            return Optional.of(
                    label
                            + " ends at entry "
                            + last
                            + ", but "
                            + giver(mark)
                            + " has marked entry "
                            + mark.sequence()
                            + ": an old disk or copy was put back. Put the newer one back, or"
                            + " restore the journal with a copy from "
                            + mark.origin().node().device());
        if (!hashAt.apply(mark.sequence()).equals(mark.head().hash()))
            return Optional.of(
                    label
                            + " has another entry "
                            + mark.sequence()
                            + " than the one that was marked: restore it with a copy from "
                            + mark.origin().node().device());
        return Optional.empty();
    }

    private boolean isOverwritten(byte[] mark) throws IOException {
        try (StoredFile file = marks.open(name())) {
            if (file.size() > mark.length + 1) return false;
            file.write(0, ended(mark));
            return true;
        }
    }

    private void draft(byte[] mark) throws IOException {
        try (StoredFile file = marks.open(draftName())) {
            file.truncate(0);
            file.write(0, ended(mark));
        }
    }

    private static ByteBuffer ended(byte[] mark) {
        return ByteBuffer.allocate(mark.length + 1).put(mark).put(END).flip();
    }

    private static String giver(Mark mark) {
        NodeName receiver = mark.receiver();
        return receiver.isHeadOffice() ? "head office" : "the " + receiver.device();
    }

    private Optional<Mark> parsed(byte[] bytes) {
        boolean whole = bytes.length > 0 && bytes[bytes.length - 1] == END;
        try {
            Mark mark = Mark.parse(whole ? Arrays.copyOf(bytes, bytes.length - 1) : bytes);
            if (mark.origin().equals(journal)) return Optional.of(mark);
            throw new Malformed("it is about " + mark.origin());
        } catch (Malformed e) {
            if (whole) throw e;
            return Optional.empty();
        }
    }

    private byte[] bytes() throws IOException {
        try (StoredFile file = marks.openToRead(name())) {
            if (file.size() > BYTES_MAX) throw new Malformed("it has " + file.size() + " bytes");
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            file.read(0, bytes);
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    private String where() {
        return name() + " of " + marks;
    }

    private String draftName() {
        return name() + ".new";
    }

    private String name() {
        return journal.label() + ".mark";
    }
}
