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

    /**
     * Gives the file at least this many bytes, zeros at its end, with a place on the disk for each,
     * and returns once that survives a power cut. So a later write below that size needs no room,
     * and its force changes no metadata.
     *
     * @throws NoRoom if the disk is too full; the file is as it was
     * @throws IOException otherwise, after which nothing is known, as of {@link #force}
     */
    void allocate(long size) throws IOException;

    /** Cuts the file down to this many bytes. */
    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
