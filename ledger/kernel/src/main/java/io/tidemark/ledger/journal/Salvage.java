package io.tidemark.ledger.journal;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can still be read of a journal's files, in order, passing over what is damaged.
 * Each frame is authentic by itself; whether they fit together is for the caller to find out by the
 * chain. A last write that was never forced is passed over too: nobody was told of it.
 */
final class Salvage implements FrameSource {
    private final JournalId journal;
    private final Storage storage;
    private final JournalKey key;
    private final @Nullable Forced told;
    private final SortedMap<Integer, String> segments;
    private final Iterator<Integer> numbers;
    private final Set<Long> ends = new HashSet<>();
    private long lastPruned;
    private @Nullable StoredFile file;
    private @Nullable FrameReader frames;
    private long forced;
    private long last;
    private int holes;
    private boolean isTorn;
    private boolean isEndUnknown;
    private boolean isHeaderSound;
    private boolean hasFrame;

    /**
     * @param told what was certainly forced; null if that cannot be told, in which case nothing
     *     that is readable is passed over
     */
    Salvage(JournalId journal, Storage storage, JournalKey key, @Nullable Forced told)
            throws IOException {
        this.journal = journal;
        this.storage = storage;
        this.key = key;
        this.told = told;
        this.segments = JournalScan.segments(storage.list());
        this.numbers = segments.keySet().iterator();
    }

    @Override
    public @Nullable Frame next() throws IOException {
        while (frames != null || openNext()) {
            FrameReader reader = frames;
            if (reader == null) continue;
            Frame frame = reader.next();
            if (!(frame instanceof Frame.Unreadable) && !(frame instanceof Frame.End))
                hasFrame = true;
            switch (frame) {
                case Frame.Entry entry -> {
                    reached(entry.sequence());
                    return frame;
                }
                case Frame.Signed signed -> {
                    reached(signed.head().sequence());
                    return frame;
                }
                case Frame.Seal seal -> endsWith(seal.head().sequence());
                case Frame.Pruned pruned -> pruned(pruned.left().sequence());
                case Frame.Key _ -> {}
                case Frame.Unreadable _ -> passOver(reader);
                case Frame.End end -> ended(end.position());
            }
        }
        return null;
    }

    /**
     * The last entry that was written here, at least: what cannot be read behind the last readable
     * one, and may have been entries, counts as one. Known when all was given.
     */
    long lastWritten() {
        return last + holes;
    }

    /** True if more entries than that may have stood at the end. Known when all was given. */
    boolean isEndUnknown() {
        return isEndUnknown;
    }

    /** True if a last write that was never forced is passed over. Known when all was given. */
    boolean isTorn() {
        return isTorn;
    }

    /** What was certainly forced; null if that cannot be told. */
    @Nullable Forced told() {
        return told;
    }

    private void reached(long sequence) {
        if (sequence < last) return;
        last = sequence;
        holes = 0;
        isEndUnknown = false;
    }

    private void endsWith(long sequence) {
        ends.add(sequence);
        reached(sequence);
    }

    /** Below the forced position the note tells what there was. */
    private void passOver(FrameReader reader) throws IOException {
        long position = reader.position();
        FrameHeader header = reader.unreadable();
        long toldApart = Math.max(forced, header == null ? position : header.end(position));
        boolean goesOn = reader.resync();
        boolean isMore =
                goesOn
                        ? reader.position() > toldApart
                        : !reader.isZeroFrom(toldApart)
                                || (header != null && header.writeEnd(position) > toldApart);
        boolean isEntry =
                header != null && header.kind() == FrameKind.ENTRY && header.end(position) > forced;
        if (isEntry || isMore) holes++;
        if (isMore) isEndUnknown = true;
        if (!goesOn) close();
    }

    /** Sooner than what was forced ended, or without any frame behind a damaged header. */
    private void ended(long position) throws IOException {
        boolean isCut = position < forced && forced != Long.MAX_VALUE;
        if (isCut || (!isHeaderSound && !hasFrame)) isEndUnknown = true;
        close();
    }

    /**
     * True if a segment is known to end after this entry: by its seal, or by the header of the
     * next.
     */
    boolean isEndOfSegment(long sequence) {
        return ends.contains(sequence);
    }

    /** True if it lies in a segment whose receipts were pruned, as far as that was read. */
    boolean isPruned(long sequence) {
        return sequence <= lastPruned;
    }

    private void pruned(long sequence) {
        lastPruned = Math.max(lastPruned, sequence);
        reached(sequence);
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
        if (!numbers.hasNext()) return false;
        int number = numbers.next();
        StoredFile opened = storage.openToRead(SegmentName.of(number));
        file = opened;
        forced = told == null ? 0 : told.positionIn(number);
        ByteBuffer start =
                ByteBuffer.allocate((int) Math.min(opened.size(), SegmentHeader.BYTES_MAX));
        opened.read(0, start);
        int headerSize = SegmentHeader.bytesFor(journal);
        hasFrame = false;
        if (start.capacity() < headerSize) {
            isHeaderSound = false;
            ended(start.capacity());
            return true;
        }
        Hash hash = hash(opened, start.array(), headerSize);
        long limit = mayBeTorn(number) ? unforcedEnd(opened, hash, headerSize) : opened.size();
        isTorn = limit < opened.size();
        frames = at(opened, limit, hash, headerSize);
        return true;
    }

    private boolean mayBeTorn(int number) {
        return told != null && number == segments.lastKey() && number >= told.segment();
    }

    private long unforcedEnd(StoredFile opened, Hash hash, int headerSize) throws IOException {
        FrameReader whole = at(opened, opened.size(), hash, headerSize);
        return UnforcedEnd.of(whole, new ByteWindow(opened, opened.size()), forced);
    }

    /**
     * A damaged header still holds its hash, or the bytes it is the hash of: whichever the first
     * frame, the data key, is bound to is the right one.
     */
    private Hash hash(StoredFile opened, byte[] start, int headerSize) throws IOException {
        try {
            SegmentHeader header = SegmentHeader.parse(start, journal);
            endsWith(header.before().sequence());
            isHeaderSound = true;
            return header.hash();
        } catch (Malformed e) {
            isHeaderSound = false;
            byte[] header = Arrays.copyOf(start, headerSize);
            Hash stored = SegmentHeader.storedHash(header);
            boolean storedIsRight =
                    at(opened, opened.size(), stored, headerSize).next() instanceof Frame.Key;
            return storedIsRight ? stored : SegmentHeader.computedHash(header);
        }
    }

    private FrameReader at(StoredFile opened, long limit, Hash hash, int headerSize) {
        return new FrameReader(new ByteWindow(opened, limit), hash, key, headerSize);
    }
}
