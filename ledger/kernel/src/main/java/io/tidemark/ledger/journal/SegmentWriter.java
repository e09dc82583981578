package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.journal.JournalIndex.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes at the end of one segment: a group is encoded in memory, written in one piece and forced.
 */
final class SegmentWriter implements AutoCloseable {
    private final Segment segment;
    private final JournalIndex index;
    private final StoredFile file;
    private final Allocation allocation;
    private final FrameBuffer buffer;
    private final List<Checkpoint> written = new ArrayList<>();
    private Frame.@Nullable Key newKey;
    private Head head;
    private long size;

    private SegmentWriter(Segment segment, JournalIndex index, Storage storage, JournalKey key)
            throws IOException {
        this.segment = segment;
        this.index = index;
        this.allocation = storage.allocation();
        this.file = storage.open(segment.name());
        this.size = file.size();
        this.head = segment.extent().head();
        this.buffer = new FrameBuffer(segment.hash(), key, segment.extent().end());
    }

    /** Goes on with a segment that is there, under a data key of its own. */
    static SegmentWriter reopen(
            Segment segment, JournalIndex index, Storage storage, JournalKey key)
            throws IOException {
        return new SegmentWriter(segment, index, storage, key);
    }

    /**
     * Begins a segment: its header is durable, under its name, before anything else is written to
     * it.
     */
    static SegmentWriter create(
            SegmentHeader header, JournalIndex index, Storage storage, JournalKey key)
            throws IOException {
        Segment segment = new Segment(header);
        String unfinished = segment.name() + SegmentName.UNFINISHED_SUFFIX;
        try (StoredFile file = storage.open(unfinished)) {
            file.write(0, ByteBuffer.wrap(header.toBytes()));
            file.force();
        }
        storage.rename(unfinished, segment.name());
        storage.forceDirectory();
        index.add(segment);
        return reopen(segment, index, storage, key);
    }

    Segment segment() {
        return segment;
    }

    /** Encodes entries. */
    void add(List<Pending> entries) {
        keyIfNeeded();
        for (Pending pending : entries) {
            written.add(new Checkpoint(segment, buffer.position(), pending.before()));
            buffer.entry(pending.after().sequence(), pending.entry());
        }
        head = entries.getLast().after();
    }

    /** Encodes the signed head that is about the entry before it, of this write or of the last. */
    void add(SignedHead signed) {
        if (buffer.size() == 0) keyIfNeeded();
        buffer.head(signed);
    }

    /** Writes what was encoded, forces it, and only then lets readers see it. */
    void force() throws IOException {
        buffer.endClearly();
        force(false);
    }

    /** Ends the segment for ever. */
    void seal() throws IOException {
        keyIfNeeded();
        buffer.seal(head);
        force(true);
        giveBack();
    }

    /** Cuts off the place that nothing was written to. */
    void giveBack() throws IOException {
        if (size == buffer.start()) return;
        file.truncate(buffer.start());
        file.force();
        size = buffer.start();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void force(boolean closed) throws IOException {
        allocate();
        file.write(buffer.start(), buffer.written());
        size = Math.max(size, buffer.position());
        file.force();
        buffer.clear();
        if (newKey != null) segment.key(newKey.position(), newKey.dataKey());
        newKey = null;
        written.forEach(index::entry);
        written.clear();
        segment.extendTo(
                new Segment.Extent(
                        buffer.start(), head, closed ? Segment.State.CLOSED : Segment.State.OPEN));
    }

    /** Where the disk gives no place in advance, the file grows as it is written, or that fails. */
    private void allocate() throws IOException {
        long wanted = allocation.sizeFor(size, buffer.position(), buffer.size());
        if (wanted == size) return;
        try {
            file.allocate(wanted);
            size = wanted;
        } catch (NoRoom none) {
            size = file.size();
        }
    }

    private void keyIfNeeded() {
        if (buffer.needsKey()) newKey = buffer.key();
        buffer.keyAgainIfDue();
    }
}
