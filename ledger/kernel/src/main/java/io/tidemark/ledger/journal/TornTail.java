package io.tidemark.ledger.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Whether what cannot be read at the end of a journal is a write that was never forced. A disk may
 * have taken any of such a write's sectors and not the others, in preallocated space as behind the
 * old end of a file; but nothing was written after it, and what was not taken is still zeros.
 */
final class TornTail {
    /**
     * So many zeros at the end of a sector were never written: encrypted bytes are not zero for
     * long, and a frame's header is not either.
     */
    static final int ZEROS_MIN = 8;

    /** Nor does any frame have so many zeros in a row, whichever byte of it is damaged. */
    private static final int ZEROS_IN_NO_FRAME = 16;

    /** A frame begins with its length, whose first bytes are zeros also where they were written. */
    private static final int LENGTH_BYTES = 4;

    private static final long UNKNOWN = -1;

    private final ByteWindow window;
    private final long start;
    private long end = UNKNOWN;

    /**
     * @param start where the write began: behind the last one that is whole
     */
    TornTail(ByteWindow window, long start) {
        this.window = window;
        this.start = start;
    }

    /**
     * True only if all of this holds: every frame that can be told from {@code start} on is of that
     * one write, so no later one came, before which it would have been forced; the first frame that
     * cannot be read lacks a sector, or the file's end; and nothing stands behind where the write
     * was to end.
     *
     * @param bad the position of the first frame that cannot be read
     */
    boolean isOneUnforcedWrite(long bad) throws IOException {
        return allFramesAreOfIt() && lacksSector(bad) && nothingIsBehind();
    }

    private boolean allFramesAreOfIt() throws IOException {
        for (long at = start; at < window.limit(); at++) {
            at = nextHeader(at);
            if (at < 0) break;
            FrameHeader header = headerAt(at);
            if (header == null || header.writeStart(at) != start) return false;
            if (end != UNKNOWN && header.writeEnd(at) != end) return false;
            end = header.writeEnd(at);
        }
        return true;
    }

    /** Also where the file ends within its frame. */
    private long nextHeader(long from) throws IOException {
        for (long at = from; window.has(at, FrameHeader.BYTES); at++)
            if (headerAt(at) != null) return at;
        return -1;
    }

    private @Nullable FrameHeader headerAt(long at) throws IOException {
        if (!window.has(at, FrameHeader.BYTES)) return null;
        return FrameHeader.read(window.array(), window.offset(at), at);
    }

    private boolean lacksSector(long bad) throws IOException {
        FrameHeader header = headerAt(bad);
        long badEnd = header == null ? bad + FrameHeader.BYTES : header.end(bad);
        if (badEnd > window.limit()) return true;
        for (long at = bad; at < badEnd; ) {
            long sectorEnd = (at / Storage.SECTOR_BYTES + 1) * Storage.SECTOR_BYTES;
            long sliceEnd = Math.min(sectorEnd, reach());
            if (isLacking(at, sliceEnd)) return true;
            at = sectorEnd;
        }
        return false;
    }

    /**
     * A frame that begins right before a sector's end tells nothing about that sector, but the end
     * of the frame before it does. A write neither begins nor ends so ({@link
     * FrameBuffer#endClearly}); but a data key may, right behind a segment's header, and then its
     * length begins with zeros in either case. Where no frame tells how far the write goes, a bit
     * may stand alone among zeros.
     */
    private boolean isLacking(long from, long to) throws IOException {
        if (to < start + LENGTH_BYTES) return false;
        long sector = (to - 1) / Storage.SECTOR_BYTES * Storage.SECTOR_BYTES;
        long behind = Math.max(Math.max(start, sector), to - ZEROS_MIN);
        if (window.isZero(behind, to)) return true;
        if (end != UNKNOWN) return false;
        for (long at = from; at + ZEROS_IN_NO_FRAME <= to; at++)
            if (window.isZero(at, at + ZEROS_IN_NO_FRAME)) return true;
        return false;
    }

    private long reach() {
        return end == UNKNOWN ? window.limit() : Math.min(end, window.limit());
    }

    private boolean nothingIsBehind() throws IOException {
        return end == UNKNOWN || window.isZero(end, window.limit());
    }
}
