package io.tidemark.ledger.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What stands beyond a place that cannot be read: whether any frame does, and the sequence that the
 * first readable one is about, by which the damaged one can be named.
 */
record Beyond(boolean anyFrame, @Nullable Frame firstReadable) {
    static Beyond of(Frame.Unreadable bad, FrameReader frames) throws IOException {
        boolean any = false;
        if (bad.position() != frames.position())
            throw new IllegalStateException("the reader has moved on");
        while (frames.resync()) {
            any = true;
            Frame found = frames.next();
            if (found instanceof Frame.Entry || found instanceof Frame.Signed)
                return new Beyond(true, found);
        }
        return new Beyond(any, null);
    }

    /**
     * The entry that is bad or, of a signed head or seal, the entry it was about.
     *
     * @param kind of the damaged frame, where its header can still be read
     * @param lastGood the last entry that was read
     */
    long firstBad(@Nullable FrameKind kind, long lastGood) {
        if (kind == FrameKind.HEAD || kind == FrameKind.SEAL) return lastGood;
        if (kind == null
                && firstReadable instanceof Frame.Entry next
                && next.sequence() == lastGood + 1) return lastGood;
        if (kind == null
                && firstReadable instanceof Frame.Signed next
                && next.head().sequence() == lastGood) return lastGood;
        return lastGood + 1;
    }
}
