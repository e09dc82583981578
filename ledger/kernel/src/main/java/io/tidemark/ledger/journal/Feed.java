package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.SignedHead;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asked for one sequence after the other, gives what a source has of it. */
final class Feed {
    private final FrameSource source;
    private @Nullable Frame next;

    Feed(FrameSource source) throws IOException {
        this.source = source;
        this.next = source.next();
    }

    @Nullable EntryBytes entryAt(long sequence) throws IOException {
        skipBefore(sequence);
        if (!(next instanceof Frame.Entry entry) || entry.sequence() != sequence) return null;
        next = source.next();
        return entry.entry();
    }

    @Nullable SignedHead headAt(long sequence) throws IOException {
        skipBefore(sequence);
        if (!(next instanceof Frame.Signed signed) || signed.head().sequence() != sequence)
            return null;
        next = source.next();
        return signed.head();
    }

    /** True if something is left, which is then beyond what was asked for. */
    boolean hasMore() {
        return next != null;
    }

    private void skipBefore(long sequence) throws IOException {
        while (next != null && sequence(next) < sequence) next = source.next();
    }

    private static long sequence(Frame frame) {
        return switch (frame) {
            case Frame.Entry entry -> entry.sequence();
            case Frame.Signed signed -> signed.head().sequence();
            case Frame.Seal seal -> seal.head().sequence();
            case Frame.Key _, Frame.Pruned _, Frame.Unreadable _, Frame.End _ ->
                    throw new IllegalStateException("a source gives entries and signed heads");
        };
    }
}
