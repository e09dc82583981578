package io.tidemark.ledger.journal;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can still be read of a journal's files, in order, passing over what is damaged.
 * Each frame is authentic by itself; whether they fit together is for the caller to find out by the
 * chain.
 */
final class Salvage implements FrameSource {
    private final JournalId journal;
    private final Storage storage;
    private final JournalKey key;
    private final Iterator<String> segments;
    private final Set<Long> ends = new HashSet<>();
    private long firstPruned = Long.MAX_VALUE;
    private long lastPruned;
    private @Nullable StoredFile file;
    private @Nullable FrameReader frames;
    private boolean isHarmed;
    private long last;
    private long lastOfWholeWrites;

    Salvage(JournalId journal, Storage storage, JournalKey key) throws IOException {
        this.journal = journal;
        this.storage = storage;
        this.key = key;
        this.segments = JournalScan.segments(storage.list()).values().iterator();
    }

    @Override
    public @Nullable Frame next() throws IOException {
        while (frames != null || openNext()) {
            FrameReader reader = frames;
            if (reader == null) continue;
            Frame frame = reader.next();
            if (frame instanceof Frame.Entry entry) last = entry.sequence();
            follow(frame, reader);
            switch (frame) {
                case Frame.Entry _, Frame.Signed _ -> {
                    return frame;
                }
                case Frame.Seal seal -> ends.add(seal.head().sequence());
                case Frame.Pruned pruned -> pruned(pruned.left().sequence());
                case Frame.Key _ -> {}
                case Frame.Unreadable _ -> {
                    if (!reader.resync()) close();
                }
                case Frame.End _ -> close();
            }
        }
        return null;
    }

    /** The last entry of those writes that are here with all their frames. */
    long lastOfWholeWrites() {
        return lastOfWholeWrites;
    }

    private void follow(Frame frame, FrameReader reader) {
        if (frame instanceof Frame.Unreadable) isHarmed = true;
        if (frame instanceof Frame.Unreadable || frame instanceof Frame.End) return;
        if (reader.header().writeStart(frame.position()) == frame.position()) isHarmed = false;
        boolean endsWrite = reader.header().writeEnd(frame.position()) == reader.position();
        if (endsWrite && !isHarmed) lastOfWholeWrites = last;
    }

    /**
     * True if a segment is known to end after this entry: by its seal, or by the header of the
     * next.
     */
    boolean isEndOfSegment(long sequence) {
        return ends.contains(sequence);
    }

    /** True if it lies where receipts were pruned, as far as that was read. */
    boolean isPruned(long sequence) {
        return firstPruned <= sequence && sequence <= lastPruned;
    }

    private void pruned(long sequence) {
        firstPruned = Math.min(firstPruned, sequence);
        lastPruned = Math.max(lastPruned, sequence);
    }

    @Override
    public void close() throws IOException {
        frames = null;
        if (file != null) file.close();
        file = null;
    }

    /**
     * Opens the next segment; false if there is none. One that is shorter than its header has
     * nothing to give.
     */
    private boolean openNext() throws IOException {
        if (!segments.hasNext()) return false;
        StoredFile opened = storage.openToRead(segments.next());
        file = opened;
        ByteBuffer start =
                ByteBuffer.allocate((int) Math.min(opened.size(), SegmentHeader.BYTES_MAX));
        opened.read(0, start);
        int headerSize = SegmentHeader.bytesFor(journal);
        if (start.capacity() < headerSize) close();
        else frames = reader(opened, start.array(), headerSize);
        return true;
    }

    /**
     * A damaged header still holds its hash, or the bytes it is the hash of: whichever the first
     * frame, the data key, is bound to is the right one.
     */
    private FrameReader reader(StoredFile opened, byte[] start, int headerSize) throws IOException {
        try {
            SegmentHeader header = SegmentHeader.parse(start, journal);
            ends.add(header.before().sequence());
            return at(opened, header.hash(), headerSize);
        } catch (Malformed e) {
            byte[] header = Arrays.copyOf(start, headerSize);
            FrameReader stored = at(opened, SegmentHeader.storedHash(header), headerSize);
            boolean storedIsRight = stored.next() instanceof Frame.Key;
            Hash hash =
                    storedIsRight
                            ? SegmentHeader.storedHash(header)
                            : SegmentHeader.computedHash(header);
            return at(opened, hash, headerSize);
        }
    }

    private FrameReader at(StoredFile opened, Hash hash, int headerSize) throws IOException {
        return new FrameReader(new ByteWindow(opened, opened.size()), hash, key, headerSize);
    }
}
