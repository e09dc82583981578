package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One file of a {@link Storage}, read and written by position. */
public interface StoredFile extends AutoCloseable {
    /** In bytes. */
    long size() throws IOException;

    /** Writes all that remains in {@code data}; the file grows as needed. */
    void write(long position, ByteBuffer data) throws IOException;

    /** Reads until {@code into} is full or the file ends, and returns the number of bytes read. */
    int read(long position, ByteBuffer into) throws IOException;

    /**
     * Returns once every byte written so far, and the size to find it by, survives a power cut.
     * After a failure nothing is known about those bytes, and a second call proves nothing.
     */
    void force() throws IOException;

    /** Cuts the file down to this many bytes. */
    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
