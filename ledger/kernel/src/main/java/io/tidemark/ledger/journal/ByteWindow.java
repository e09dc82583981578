package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A stretch of a file in memory, moved forward as a reader goes. Its size is bounded by the largest
 * frame.
 */
final class ByteWindow {
    private static final int BYTES = 64 << 10;

    private final StoredFile file;
    private final long limit;
    private byte[] bytes = new byte[BYTES];
    private long start;
    private int filled;

    /**
     * @param limit nothing at or after this position is read
     */
    ByteWindow(StoredFile file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    /** Brings these bytes into the window; false if the file does not have them all. */
    boolean has(long position, int length) throws IOException {
        if (position + length > limit) return false;
        if (position < start || position + length > start + filled) load(position, length);
        return position + length <= start + filled;
    }

    byte[] array() {
        return bytes;
    }

    /** Where in the array a position that {@link #has} brought in is. */
    int offset(long position) {
        return (int) (position - start);
    }

    /** True if every byte from here to there is zero; false at the first that is not. */
    boolean isZero(long from, long to) throws IOException {
        long at = from;
        while (at < to) {
            int length = (int) Math.min(to - at, start + filled - at);
            if (at < start || length <= 0) length = (int) Math.min(to - at, BYTES);
            if (!has(at, length)) return false;
            int offset = offset(at);
            for (int i = offset; i < offset + length; i++) if (bytes[i] != 0) return false;
            at += length;
        }
        return true;
    }

    /** Where the first frame header at or after this position is; -1 if there is none. */
    long headerFrom(long position) throws IOException {
        for (long at = position; has(at, FrameHeader.BYTES); at++) {
            FrameHeader header = FrameHeader.read(bytes, offset(at), at);
            if (header != null && header.end(at) <= limit) return at;
        }
        return -1;
    }

    private void load(long position, int length) throws IOException {
        if (length > bytes.length) bytes = new byte[length];
        int most = (int) Math.min(bytes.length, limit - position);
        filled = file.read(position, ByteBuffer.wrap(bytes, 0, most));
        start = position;
    }
}
