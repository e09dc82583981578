package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.PrunedEntry;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A closed segment without its receipts' contents: the same header, every entry that is no receipt,
 * of each receipt its hash and its header, every signed head, and a seal, in frames as any segment
 * has them. It is written beside the segment, forced, read again from there as an opening journal
 * would, and then renamed into its place: whichever moment the power goes, the one or the other is
 * there, whole.
 */
final class Stub {
    /** A write is ended behind the next signed head when it is this long. */
    private static final int WRITE_BYTES = 1 << 20;

    private final Rules rules;
    private final Storage storage;
    private final Segment whole;
    private final PrunedEntry.Pruning why;
    private final FrameBuffer buffer;

    /** A stub that reads as it should, with its own index. */
    private record Checked(Segment segment, JournalIndex entries) {}

    Stub(Rules rules, Storage storage, Segment whole, PrunedEntry.Pruning why) {
        this.rules = rules;
        this.storage = storage;
        this.whole = whole;
        this.why = why;
        this.buffer = new FrameBuffer(whole.hash(), rules.key(), whole.header().size());
    }

    /**
     * Writes it beside the segment, of which nothing is touched yet.
     *
     * @throws JournalDamaged if the segment is not as it was when it was opened; it stays
     * @throws NotPruned if it could not be read or written; what there is of the stub is gone
     */
    void write() {
        try (StoredFile from = storage.openToRead(whole.name());
                StoredFile to = storage.open(unfinished())) {
            to.truncate(0);
            to.write(0, ByteBuffer.wrap(whole.header().toBytes()));
            copy(from, to);
        } catch (IOException e) {
            throw new NotPruned(whole.name(), discarded(e));
        }
    }

    private IOException discarded(IOException why) {
        try {
            storage.delete(unfinished());
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    /** Forces it, checks it, and puts it in the segment's place. */
    void replace(JournalIndex index, JournalReader reader) throws IOException {
        try (StoredFile stub = storage.open(unfinished())) {
            stub.force();
        }
        Checked checked = checked();
        reader.swap(() -> {
            storage.rename(unfinished(), whole.name());
            storage.forceDirectory();
            index.replace(whole, checked.segment(), checked.entries());
        });
    }

    private Checked checked() throws IOException {
        Segment stub = new Segment(whole.header());
        JournalIndex entries = new JournalIndex();
        try (StoredFile file = storage.openToRead(unfinished())) {
            SegmentScan.Bounds bounds =
                    new SegmentScan.Bounds(
                            file.size(), Long.MAX_VALUE, false, whole.extent().head().sequence());
            new SegmentScan(rules, entries, stub, file, bounds).run();
        }
        if (!stub.extent().head().equals(whole.extent().head()))
            throw new IOException(
                    "the stub of " + whole.name() + " ends elsewhere than the segment does");
        return new Checked(stub, entries);
    }

    private String unfinished() {
        return whole.name() + SegmentName.UNFINISHED_SUFFIX;
    }

    private void copy(StoredFile from, StoredFile to) throws IOException {
        ByteWindow window = new ByteWindow(from, whole.extent().end());
        FrameReader frames =
                new FrameReader(window, whole.hash(), rules.key(), whole.header().size());
        Walk walk = new Walk(rules.journal(), whole.name(), whole.header().before());
        buffer.key();
        buffer.keyAgainIfDue();
        Frame frame;
        do {
            frame = frames.next();
            walk.take(frame);
            copy(frame, walk.head());
            if (frame instanceof Frame.Signed) groupEnds(to);
        } while (!(frame instanceof Frame.End));
        write(to);
    }

    private void copy(Frame frame, Head after) {
        switch (frame) {
            case Frame.Entry entry when PrunedEntry.isGivenUp(entry.entry()) ->
                    buffer.pruned(after, entry.entry(), why);
            case Frame.Entry entry -> buffer.entry(entry.sequence(), entry.entry());
            case Frame.Signed signed -> buffer.head(signed.head());
            case Frame.Seal seal -> buffer.sealStub(seal.head());
            case Frame.Pruned _, Frame.Key _, Frame.Unreadable _, Frame.End _ -> {}
        }
    }

    private void groupEnds(StoredFile to) throws IOException {
        if (buffer.size() >= WRITE_BYTES) write(to);
        buffer.keyAgainIfDue();
    }

    private void write(StoredFile to) throws IOException {
        if (buffer.size() == 0) return;
        to.write(buffer.start(), buffer.written());
        buffer.clear();
    }
}
