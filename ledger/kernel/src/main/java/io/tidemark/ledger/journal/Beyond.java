package io.tidemark.ledger.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What stands beyond a place that cannot be read: whether any frame does, and the sequence that the
 * first readable one is about, by which the damaged one can be named.
 */
record Beyond(boolean anyFrame, @Nullable Frame firstReadable) {
    /**
     * @param frames stands where it could not read on
     */
    static Beyond of(FrameReader frames) throws IOException {
        boolean any = false;
        while (true) {
            switch (frames.next()) {
                case Frame.Entry entry -> {
                    return new Beyond(true, entry);
                }
                case Frame.Signed signed -> {
                    return new Beyond(true, signed);
                }
                case Frame.Unreadable _ -> {
                    if (!frames.resync()) return new Beyond(any, null);
                    any = true;
                }
                case Frame.End _ -> {
                    return new Beyond(any, null);
                }
                case Frame.Key _, Frame.Seal _, Frame.Pruned _ -> any = true;
            }
        }
    }

    /**
     * The entry that is bad or, of a signed head or seal, the entry it was about.
     *
     * @param kind of the damaged frame, where its header can still be read
     * @param lastGood the last entry that was read
     * @param amidGroup its signed head was not read yet
     */
    long firstBad(@Nullable FrameKind kind, long lastGood, boolean amidGroup) {
        if (kind == FrameKind.HEAD || kind == FrameKind.SEAL || kind == FrameKind.STUB_SEAL)
            return lastGood;
        if (kind == null
                && amidGroup
                && firstReadable instanceof Frame.Entry next
                && next.sequence() == lastGood + 1) return lastGood;
        return lastGood + 1;
    }
}
