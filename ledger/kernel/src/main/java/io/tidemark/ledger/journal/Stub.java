package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.journal.JournalIndex.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A closed segment without its entries' bytes: the same header, of each entry its sequence and
 * hash, every signed head, and the seal, in frames as any segment has them. It is written beside
 * the segment and then renamed into its place, so that whichever moment the power goes, the one or
 * the other is there, whole.
 */
final class Stub {
    /** A write is ended behind the next signed head when it is this long. */
    private static final int WRITE_BYTES = 1 << 20;

    private final Storage storage;
    private final Segment whole;
    private final JournalKey key;
    private final Segment stub;
    private final FrameBuffer buffer;
    private final JournalIndex entries = new JournalIndex();

    Stub(Storage storage, Segment whole, JournalKey key) {
        this.storage = storage;
        this.whole = whole;
        this.key = key;
        this.stub = new Segment(whole.header());
        this.buffer = new FrameBuffer(whole.hash(), key, whole.header().size());
    }

    /** Writes it beside the segment, for good. */
    void write(Walk walk) throws IOException {
        try (StoredFile from = storage.openToRead(whole.name());
                StoredFile to = storage.open(unfinished())) {
            to.truncate(0);
            to.write(0, ByteBuffer.wrap(whole.header().toBytes()));
            copy(from, to, walk);
            to.force();
        }
    }

    /** Puts it in the segment's place. */
    void takePlace(JournalIndex index) throws IOException {
        storage.rename(unfinished(), whole.name());
        storage.forceDirectory();
        index.replace(whole, stub, entries);
    }

    private String unfinished() {
        return whole.name() + SegmentName.UNFINISHED_SUFFIX;
    }

    private void copy(StoredFile from, StoredFile to, Walk walk) throws IOException {
        ByteWindow window = new ByteWindow(from, whole.extent().end());
        FrameReader frames = new FrameReader(window, whole.hash(), key, whole.header().size());
        Frame.Key drawn = buffer.key();
        stub.key(drawn.position(), drawn.dataKey());
        Frame frame;
        do {
            frame = frames.next();
            Head before = walk.head();
            walk.take(frame);
            copy(frame, before, walk.head());
            if (endsGroup(frame) && buffer.size() >= WRITE_BYTES) write(to);
        } while (!(frame instanceof Frame.End));
        write(to);
        stub.extendTo(new Segment.Extent(buffer.start(), walk.head(), true));
    }

    private void copy(Frame frame, Head before, Head after) {
        switch (frame) {
            case Frame.Entry _, Frame.Pruned _ -> {
                entries.entry(new Checkpoint(stub, buffer.position(), before));
                buffer.pruned(after);
            }
            case Frame.Signed signed -> buffer.head(signed.head());
            case Frame.Seal seal -> buffer.seal(seal.head());
            case Frame.Key _, Frame.Unreadable _, Frame.End _ -> {}
        }
    }

    private static boolean endsGroup(Frame frame) {
        return frame instanceof Frame.Signed;
    }

    private void write(StoredFile to) throws IOException {
        if (buffer.size() == 0) return;
        to.write(buffer.start(), buffer.written());
        buffer.clear();
    }
}
