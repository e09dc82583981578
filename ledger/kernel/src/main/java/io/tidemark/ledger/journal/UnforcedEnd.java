package io.tidemark.ledger.journal;

import java.io.IOException;

/**
 * Where a damaged segment's last write begins, if it was never forced. As {@link SegmentScan} tells
 * it of a segment that is whole before it, so that a restore neither takes what nobody was told of
 * nor leaves out what somebody was.
 */
final class UnforcedEnd {
    private static final long NONE = -1;

    private final FrameReader frames;
    private long start;
    private long bad = NONE;
    private boolean mayBeTorn = true;
    private boolean mayBeCut = true;

    private UnforcedEnd(FrameReader frames) {
        this.frames = frames;
        this.start = frames.position();
    }

    /**
     * Where the readable part ends: before a write that was never forced, else with the window.
     *
     * @param frames stands at the first frame
     * @param window for itself alone, over the same file
     * @param forced the position below which everything was forced
     */
    static long of(FrameReader frames, ByteWindow window, long forced) throws IOException {
        UnforcedEnd end = new UnforcedEnd(frames);
        end.follow();
        boolean isTorn =
                end.bad != NONE
                        && end.mayBeTorn
                        && end.mayBeCut
                        && end.start >= forced
                        && new TornTail(window, end.start).isOneUnforcedWrite(end.bad);
        return isTorn ? end.start : window.limit();
    }

    private void follow() throws IOException {
        while (true) {
            Frame frame = frames.next();
            if (frame instanceof Frame.End) {
                if (frame.position() > start) bad(frame.position(), true);
                return;
            }
            if (frame instanceof Frame.Unreadable unreadable) {
                bad(frame.position(), unreadable.mayBeTorn());
                if (!frames.resync()) return;
            } else readable(frame);
        }
    }

    private void bad(long position, boolean torn) {
        if (bad != NONE) return;
        bad = position;
        mayBeTorn = torn;
    }

    private void readable(Frame frame) {
        FrameHeader header = frames.header();
        long begin = header.writeStart(frame.position());
        if (begin > start) {
            start = begin;
            bad = frame.position() == begin ? NONE : begin;
            mayBeTorn = true;
        }
        if (frame instanceof Frame.Seal || frame instanceof Frame.Pruned) mayBeCut = false;
        boolean isWhole = bad == NONE && header.writeEnd(frame.position()) == frames.position();
        if (isWhole) start = frames.position();
    }
}
