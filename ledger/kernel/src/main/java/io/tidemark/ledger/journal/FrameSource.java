package io.tidemark.ledger.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Entries and signed heads in ascending order, from wherever they can be had. */
interface FrameSource extends AutoCloseable {
    /** An {@link Frame.Entry} or {@link Frame.Signed}, or null at the end. */
    @Nullable Frame next() throws IOException;

    @Override
    void close() throws IOException;
}
