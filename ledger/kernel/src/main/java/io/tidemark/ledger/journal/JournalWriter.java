package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Divides a group over segments and runs of at most a batch's size, and writes them in order. For
 * one thread.
 *
 * <p>The head of the last run is signed beside the force, kept in the cell, and comes into a
 * segment with the next write.
 */
final class JournalWriter implements AutoCloseable {
    /**
     * Bytes of entries between two signed heads; a single larger entry stands alone. So a run
     * always fits a batch.
     */
    static final int RUN_BYTES_MAX = 1 << 20;

    private static final int WRITE_AGAIN_BYTES = 64 << 10;

    private final JournalId journal;
    private final Storage storage;
    private final JournalKey key;
    private final JournalIndex index;
    private final ForcedCell cell;
    private @Nullable SegmentWriter current;

    /** What no segment has yet. */
    private @Nullable SignedHead owed;

    JournalWriter(JournalId journal, Storage storage, JournalKey key, JournalIndex index)
            throws IOException {
        this.journal = journal;
        this.storage = storage;
        this.key = key;
        this.index = index;
        this.cell = ForcedCell.open(storage, journal);
    }

    /** Signs a head at the end of each run, writes all and forces it. Returns the last. */
    SignedHead write(List<Pending> group, Signer signer) throws IOException {
        SegmentWriter writer = segmentFor(group.getFirst());
        int from = 0;
        while (true) {
            List<Pending> run = group.subList(from, endOfRun(group, from, writer.segment()));
            addOwed(writer);
            writer.add(run);
            from += run.size();
            Supplier<SignedHead> signing = SignedHead.begin(journal, run.getLast().after(), signer);
            boolean isLast = from == group.size();
            if (isLast || isNextSegments(group.get(from), writer.segment())) writer.force();
            owed = signing.get();
            if (isLast) break;
            writer = segmentFor(group.get(from));
        }
        return noted(writer.segment(), owed);
    }

    /**
     * Writes a group under the head its origin signed; it cannot be divided, since only the origin
     * signs.
     */
    void write(List<Pending> group, SignedHead received) throws IOException {
        SegmentWriter writer = segmentFor(group.getFirst());
        addOwed(writer);
        writer.add(group);
        writer.add(received);
        writer.force();
        noted(writer.segment(), received);
    }

    /** Writes entries that nobody has signed yet: their node does so when it starts. */
    void writeUnsigned(List<Pending> group) throws IOException {
        SegmentWriter writer = segmentFor(group.getFirst());
        addOwed(writer);
        writer.add(group);
        writer.force();
        note(writer.segment(), null);
    }

    /** Keeps the signed head of what is in the last segment already, this time for good. */
    void sign(SignedHead signed) throws IOException {
        Segment last = index.last();
        if (last == null) throw new IllegalStateException("an empty journal is not signed");
        owed = noted(last, signed);
        cell.force();
    }

    private void addOwed(SegmentWriter writer) {
        if (owed != null) writer.add(owed);
        owed = null;
    }

    /** Seals the current segment, if there is one with entries; the next entry begins another. */
    void closeSegment() throws IOException {
        Segment last = index.last();
        if (last == null || last.extent().closed() || last.info().isEmpty()) return;
        SignedHead signed = owed;
        seal(last);
        note(last, signed);
    }

    private void seal(Segment segment) throws IOException {
        SegmentWriter writer = reopen(segment);
        addOwed(writer);
        writer.seal();
    }

    /**
     * What the scan found beyond the cell is whole: it is forced now. What stands behind it, torn
     * or free, is cut, so that a process that writes nothing leaves nothing unused either.
     */
    void recover(JournalScan.Passed passed) throws IOException {
        Segment last = index.last();
        if (last == null) return;
        owed = passed.owed();
        Forced known = passed.forced();
        Segment.Extent extent = last.extent();
        try (StoredFile file = storage.open(last.name())) {
            if (file.size() > extent.end()) file.truncate(extent.end());
            writeAgain(file, known.positionIn(last.header().number()), extent.end());
            file.force();
        }
        storage.forceDirectory();
        note(last, owed);
    }

    /**
     * A force that failed leaves its bytes in the machine's memory, where they are taken to be on
     * disk (Rebello and others, "Can Applications Recover from fsync Failures?", 2020): a force now
     * would do nothing for them, unless they are written again.
     */
    private static void writeAgain(StoredFile file, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(WRITE_AGAIN_BYTES);
        for (long at = from; at < to; at += bytes.limit()) {
            bytes.clear().limit((int) Math.min(bytes.capacity(), to - at));
            file.read(at, bytes);
            file.write(at, bytes.flip());
        }
    }

    /**
     * Notes how far the journal is forced, this time for good, gives back what the segment did not
     * need, and lets go of the files.
     */
    void closeCleanly() throws IOException {
        if (current != null) current.giveBack();
        cell.force();
        close();
    }

    /** How far the journal was forced when this was called survives a power cut from now on. */
    void forceNote() throws IOException {
        cell.force();
    }

    @Override
    public void close() throws IOException {
        try (cell) {
            if (current != null) current.close();
        }
    }

    private SignedHead noted(Segment segment, SignedHead signed) throws IOException {
        note(segment, signed);
        return signed;
    }

    private void note(Segment segment, @Nullable SignedHead signed) throws IOException {
        Segment.Extent extent = segment.extent();
        long last = extent.head().sequence();
        cell.write(new Forced(segment.header().number(), extent.end(), last, signed));
    }

    private SegmentWriter segmentFor(Pending entry) throws IOException {
        Segment last = index.last();
        if (last == null) return begin(1, entry.day(), entry.before());
        if (!isNextSegments(entry, last)) return reopen(last);
        if (!last.extent().closed()) seal(last);
        if (current != null) current.close();
        LocalDate previous = last.header().day();
        LocalDate day = entry.day().isBefore(previous) ? previous : entry.day();
        return begin(last.header().number() + 1, day, entry.before());
    }

    private SegmentWriter begin(int number, LocalDate day, Head before) throws IOException {
        SegmentHeader header = new SegmentHeader(journal, number, day, before);
        current = SegmentWriter.create(header, index, storage, key);
        return current;
    }

    private SegmentWriter reopen(Segment segment) throws IOException {
        if (current == null || current.segment() != segment)
            current = SegmentWriter.reopen(segment, index, storage, key);
        return current;
    }

    private static boolean isNextSegments(Pending entry, Segment segment) {
        return segment.extent().closed() || entry.day().isAfter(segment.header().day());
    }

    private static int endOfRun(List<Pending> group, int from, Segment segment) {
        int end = from + 1;
        long bytes = group.get(from).size();
        while (end < group.size()
                && end - from < Limits.BATCH_ENTRIES_MAX
                && !isNextSegments(group.get(end), segment)
                && bytes + group.get(end).size() <= RUN_BYTES_MAX) bytes += group.get(end++).size();
        return end;
    }
}
