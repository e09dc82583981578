package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.journal.JournalIndex.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks every byte of one segment, unit by unit. A unit is what one write brings: entries up to
 * their signed head, or a seal, either with a data key before it. Only whole units count.
 */
final class SegmentScan {
    private final Rules rules;
    private final JournalIndex index;
    private final Segment segment;
    private final FrameReader frames;
    private final Bounds bounds;

    private final List<Read> unit = new ArrayList<>();
    private Frame.@Nullable Key unitKey;
    private long unitStart;
    private Head head;
    private long signedHeads;
    private @Nullable SignedHead signed;
    private boolean sealed;

    /**
     * What is known about a segment from outside it.
     *
     * @param size of the file, in bytes
     * @param forced below this position everything was forced
     * @param last no segment follows
     * @param lastSequence of the last entry it should have below the forced position
     */
    record Bounds(long size, long forced, boolean last, long lastSequence) {}

    /** An entry of a unit that has no signed head yet. */
    private record Read(Frame.Entry frame, Head before, Head after) {}

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
        this.bounds = bounds;
        this.head = segment.header().before();
        this.unitStart = segment.header().size();
        this.frames =
                new FrameReader(
                        new ByteWindow(file, bounds.size()),
                        segment.hash(),
                        rules.key(),
                        unitStart);
    }

    /**
     * @throws JournalDamaged naming the first bad entry
     */
    Passed run() throws IOException {
        while (true) {
            Frame frame = frames.next();
            if (sealed && !(frame instanceof Frame.End)) return afterSeal(frame);
            switch (frame) {
                case Frame.Key key -> key(key);
                case Frame.Entry entry -> entry(entry);
                case Frame.Signed statement -> signed(statement);
                case Frame.Seal seal -> seal(seal);
                case Frame.Unreadable unreadable -> {
                    return cut(unreadable);
                }
                case Frame.End end -> {
                    return end(end);
                }
            }
        }
    }

    private void key(Frame.Key key) {
        if (unitKey != null || !unit.isEmpty())
            throw damaged(key.position(), "a data key amid a group");
        unitKey = key;
    }

    private void entry(Frame.Entry frame) {
        if (frame.sequence() != head.sequence() + 1)
            throw damaged(frame.position(), "here is entry " + frame.sequence() + " instead");
        Head after = head.then(frame.entry());
        unit.add(new Read(frame, head, after));
        head = after;
    }

    private void signed(Frame.Signed frame) {
        SignedHead statement = frame.head();
        if (unit.isEmpty()) throw damaged(frame.position(), "a signed head without entries");
        if (!statement.journal().equals(rules.journal()) || !statement.head().equals(head))
            throw damagedHead(
                    frame.position(), "the chain does not lead to the signed head " + statement);
        if (!statement.isBy(rules.origin()))
            throw damagedHead(
                    frame.position(), "the signed head is not signed by " + rules.journal().node());
        signed = statement;
        signedHeads++;
        commit();
    }

    private void seal(Frame.Seal frame) {
        if (!unit.isEmpty()) throw damagedHead(frame.position(), "a seal amid a group");
        if (!frame.head().equals(head))
            throw damagedHead(frame.position(), "the seal is about another head");
        sealed = true;
        commit();
    }

    private void commit() {
        if (unitKey != null) segment.key(unitKey.position(), unitKey.dataKey());
        unitKey = null;
        for (Read read : unit) {
            index.entry(new Checkpoint(segment, read.frame().position(), read.before()));
            rules.visitor()
                    .entry(read.after().sequence(), read.after().hash(), read.frame().entry());
        }
        unit.clear();
        unitStart = frames.position();
        segment.extendTo(new Segment.Extent(unitStart, head, sealed));
    }

    private Passed end(Frame.End end) throws IOException {
        if (!unit.isEmpty() || unitKey != null)
            return cut(
                    new Frame.Unreadable(
                            end.position(),
                            null,
                            true,
                            "the file ends before the group's signed head"));
        if (bounds.size() < bounds.forced() && bounds.forced() != Long.MAX_VALUE)
            throw damaged(
                    end.position(),
                    "the file ends here, and " + bounds.forced() + " bytes of it were forced");
        if (!bounds.last() && !sealed)
            throw damaged(end.position(), "the segment ends without its seal");
        return passed();
    }

    private Passed afterSeal(Frame frame) throws IOException {
        return switch (frame) {
            case Frame.Unreadable unreadable -> cut(unreadable);
            case Frame.Key _, Frame.Entry _, Frame.Signed _, Frame.Seal _, Frame.End _ ->
                    throw damaged(frame.position(), "frames after the seal");
        };
    }

    /**
     * The torn-tail rule: only what is beyond the forced position, with nothing valid beyond it,
     * may be cut.
     */
    private Passed cut(Frame.Unreadable bad) throws IOException {
        Beyond beyond = Beyond.of(frames);
        boolean torn =
                bad.mayBeTorn()
                        && bounds.last()
                        && unitStart >= bounds.forced()
                        && !beyond.anyFrame();
        if (torn) return passed();
        boolean lastIsKnown = !bounds.last() || bad.position() < bounds.forced();
        long sequence = beyond.firstBad(bad.kind(), head.sequence());
        throw damaged(
                lastIsKnown ? Math.min(sequence, bounds.lastSequence()) : sequence,
                bad.position(),
                bad.why());
    }

    private Passed passed() {
        return new Passed(segment.extent().head(), signed, signedHeads, bounds.size() - unitStart);
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
