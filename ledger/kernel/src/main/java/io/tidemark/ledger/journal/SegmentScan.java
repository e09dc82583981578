package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.journal.JournalIndex.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks every byte of one segment, write by write. A write holds entries and signed heads, each
 * head about the entry before it, which an earlier write may have brought, or at last a seal; with
 * a data key before where one was drawn. It counts when it is whole.
 */
final class SegmentScan {
    private final Rules rules;
    private final JournalIndex index;
    private final Segment segment;
    private final StoredFile file;
    private final FrameReader frames;
    private final Bounds bounds;

    private final SignatureChecks checks;

    private final List<ChainedEntry> entries = new ArrayList<>();
    private final List<Frame.Key> keys = new ArrayList<>();
    private final List<Frame.Signed> heads = new ArrayList<>();
    private long writeStart;
    private int groupEntries;
    private boolean isAmidGroup;
    private boolean keyIsUnused;
    private Head head;
    private long signedHeads;
    private @Nullable SignedHead signed;
    private Segment.State state = Segment.State.OPEN;
    private boolean pruned;

    /**
     * What is known about a segment from outside it.
     *
     * @param size of the file, in bytes
     * @param forced below this position everything was forced
     * @param last no segment follows
     * @param lastSequence of the last entry it should have below the forced position
     */
    record Bounds(long size, long forced, boolean last, long lastSequence) {}

    /**
     * A segment that passed.
     *
     * @param tornBytes at its end, of a write that was interrupted; nobody was told of them
     */
    record Passed(Head head, @Nullable SignedHead signed, long signedHeads, long tornBytes) {}

    SegmentScan(Rules rules, JournalIndex index, Segment segment, StoredFile file, Bounds bounds) {
        this.rules = rules;
        this.index = index;
        this.segment = segment;
        this.file = file;
        this.bounds = bounds;
        this.checks = new SignatureChecks(rules, new Checked());
        this.head = segment.extent().head();
        this.writeStart = segment.extent().end();
        this.frames =
                new FrameReader(
                        new ByteWindow(file, bounds.size()),
                        segment.hash(),
                        rules.key(),
                        writeStart);
    }

    /**
     * @throws JournalDamaged naming the first bad entry
     */
    Passed run() throws IOException {
        try {
            return scan();
        } catch (JournalDamaged damaged) {
            checks.finish(); // what is wrong before it is told first
            throw damaged;
        }
    }

    private Passed scan() throws IOException {
        while (true) {
            Frame frame = frames.next();
            if (isSealed() && !(frame instanceof Frame.End))
                throw damaged(frame.position(), "bytes after the seal");
            switch (frame) {
                case Frame.Key key -> key(key);
                case Frame.Entry entry -> entry(entry);
                case Frame.Pruned pruned -> pruned(pruned);
                case Frame.Signed statement -> signed(statement);
                case Frame.Seal seal -> seal(seal);
                case Frame.Unreadable unreadable -> {
                    return cut(unreadable);
                }
                case Frame.End end -> {
                    return end(end);
                }
            }
            if (endsWrite(frame)) writeIsWhole();
        }
    }

    private void key(Frame.Key key) {
        if (key.again()) return;
        if (isAmidGroup || keyIsUnused) throw damaged(key.position(), "a data key amid a group");
        keyIsUnused = true;
        keys.add(key);
    }

    private void entry(Frame.Entry frame) {
        if (frame.sequence() != head.sequence() + 1)
            throw damaged(frame.position(), "here is entry " + frame.sequence() + " instead");
        chain(ChainedEntry.of(frame, head));
    }

    /** The hash cannot be computed any more; the signed head behind it vouches for it. */
    private void pruned(Frame.Pruned frame) {
        pruned = true;
        if (frame.after().sequence() != head.sequence() + 1)
            throw damaged(
                    frame.position(), "here is entry " + frame.after().sequence() + " instead");
        chain(ChainedEntry.of(frame, head));
    }

    private void chain(ChainedEntry next) {
        entries.add(next);
        head = next.after();
        groupEntries++;
        isAmidGroup = true;
        keyIsUnused = false;
    }

    private void signed(Frame.Signed frame) {
        SignedHead statement = frame.head();
        if (groupEntries == 0) throw damaged(frame.position(), "a signed head without entries");
        if (!statement.journal().equals(rules.journal()) || !statement.head().equals(head))
            throw damagedHead(
                    frame.position(), "the chain does not lead to the signed head " + statement);
        heads.add(frame);
        groupEnds();
    }

    private void seal(Frame.Seal frame) {
        if (groupEntries > 0) throw damagedHead(frame.position(), "a seal before the signed head");
        if (!frame.head().equals(head))
            throw damagedHead(frame.position(), "the seal is about another head");
        if (pruned && !frame.stub())
            throw damagedHead(frame.position(), "receipts are pruned before a seal of whole ones");
        state = frame.stub() ? Segment.State.PRUNED : Segment.State.CLOSED;
        groupEnds();
    }

    private void groupEnds() {
        groupEntries = 0;
        isAmidGroup = false;
        keyIsUnused = false;
    }

    /** Every frame says which write it is of; two that lie in one another are damage. */
    private boolean endsWrite(Frame frame) {
        FrameHeader header = frames.header();
        long end = header.writeEnd(frame.position());
        if (header.writeStart(frame.position()) != writeStart || end < frames.position())
            throw damaged(frame.position(), "it is of another write");
        if (end > frames.position()) return false;
        if (keyIsUnused) throw damaged(frame.position(), "a write ends with a data key");
        return true;
    }

    private void writeIsWhole() {
        writeStart = frames.position();
        isAmidGroup = false;
        checks.add(
                new SignatureChecks.Write(
                        entries, keys, heads, new Segment.Extent(writeStart, head, state)));
        keys.clear();
        entries.clear();
        heads.clear();
    }

    /** What becomes known of the segment as its writes pass. */
    private final class Checked implements SignatureChecks.Checked {
        @Override
        public void passed(SignatureChecks.Write write) {
            for (Frame.Key key : write.keys()) segment.key(key.position(), key.dataKey());
            for (ChainedEntry one : write.entries()) {
                index.entry(new Checkpoint(segment, one.position(), one.before()));
                one.show(rules.visitor());
            }
            if (!write.heads().isEmpty()) signed = write.heads().getLast().head();
            signedHeads += write.heads().size();
            segment.extendTo(write.extent());
        }

        @Override
        public JournalDamaged refused(Frame.Signed frame) {
            return damaged(
                    frame.head().sequence(),
                    frame.position(),
                    "the signed head is not signed by " + rules.journal().node());
        }
    }

    /** The end of the file, or of all that is not zero in it. */
    private Passed end(Frame.End end) throws IOException {
        if (end.position() > writeStart)
            return cut(
                    new Frame.Unreadable(
                            end.position(), null, true, "the file ends within a write"));
        if (end.position() < bounds.forced() && bounds.forced() != Long.MAX_VALUE)
            throw damaged(
                    end.position(),
                    "the file ends here, and " + bounds.forced() + " bytes of it were forced");
        if (!isSealed() && (pruned || !bounds.last()))
            throw damaged(end.position(), "the segment ends without its seal");
        if (!bounds.last() && end.position() < bounds.size())
            throw damaged(end.position(), "bytes after the seal");
        return passed(0);
    }

    /**
     * The torn-tail rule: only what is beyond the forced position, and of one write that was never
     * forced, may be cut.
     */
    private Passed cut(Frame.Unreadable bad) throws IOException {
        boolean torn =
                bad.mayBeTorn()
                        && bounds.last()
                        && !pruned
                        && writeStart >= bounds.forced()
                        && new TornTail(new ByteWindow(file, bounds.size()), writeStart)
                                .isOneUnforcedWrite(bad.position());
        if (torn) return passed(bounds.size() - writeStart);
        Beyond beyond = Beyond.of(frames);
        boolean lastIsKnown = !bounds.last() || bad.position() < bounds.forced();
        long sequence = beyond.firstBad(bad.kind(), head.sequence(), groupEntries > 0);
        throw damaged(
                lastIsKnown ? Math.min(sequence, bounds.lastSequence()) : sequence,
                bad.position(),
                bad.why());
    }

    private boolean isSealed() {
        return state != Segment.State.OPEN;
    }

    private Passed passed(long tornBytes) {
        checks.finish();
        return new Passed(segment.extent().head(), signed, signedHeads, tornBytes);
    }

    private JournalDamaged damaged(long position, String why) {
        return damaged(head.sequence() + 1, position, why);
    }

    private JournalDamaged damagedHead(long position, String why) {
        return damaged(head.sequence(), position, why);
    }

    private JournalDamaged damaged(long sequence, long position, String why) {
        return new JournalDamaged(
                rules.journal(),
                Math.max(1, sequence),
                new JournalDamaged.Place(segment.name(), position),
                why);
    }
}
