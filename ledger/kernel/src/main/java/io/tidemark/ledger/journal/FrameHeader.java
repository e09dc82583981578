package io.tidemark.ledger.journal;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The clear start of a frame. Its checksum covers the position too, so that beyond damage the next
 * frame can be found by its header alone, and a frame is never taken for one at another place.
 *
 * @param length bytes of the payload that follows, encrypted and with its tag
 * @param counter frames since the data key's, which is 0; the frame's nonce
 */
record FrameHeader(int length, int counter, FrameKind kind) {
    /** Length u32, counter u32, kind u8, CRC-32C (RFC 3720 §B.4) u32. */
    static final int BYTES = 13;

    /** Of a payload: the largest entry, its sequence and its tag. */
    static final int LENGTH_MAX = Limits.ENTRY_BYTES_MAX + Long.BYTES + FrameCipher.TAG_BYTES;

    private static final int CHECKED_BYTES = 9;

    void writeTo(byte[] bytes, int offset, long position) {
        ByteBuffer.wrap(bytes, offset, BYTES)
                .putInt(length)
                .putInt(counter)
                .put(kind.code())
                .putInt(checksum(bytes, offset, position));
    }

    /** The header at this offset, or null if these bytes are none. */
    static @Nullable FrameHeader read(byte[] bytes, int offset, long position) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, BYTES);
        int length = buffer.getInt();
        int counter = buffer.getInt();
        FrameKind kind = FrameKind.of(buffer.get());
        if (kind == null || length < FrameCipher.TAG_BYTES || length > LENGTH_MAX || counter < 0)
            return null;
        if (buffer.getInt() != checksum(bytes, offset, position)) return null;
        return new FrameHeader(length, counter, kind);
    }

    /**
     * What the payload's tag also covers: the segment, the place and this header, so that nothing
     * can be moved.
     */
    byte[] boundTo(Hash segment, long position) {
        return ByteBuffer.allocate(Hash.BYTES + Long.BYTES + CHECKED_BYTES)
                .put(segment.toBytes())
                .putLong(position)
                .putInt(length)
                .putInt(counter)
                .put(kind.code())
                .array();
    }

    long end(long position) {
        return position + BYTES + length;
    }

    private static int checksum(byte[] bytes, int offset, long position) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, CHECKED_BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE)
            crc.update((int) (position >>> shift) & 0xFF);
        return (int) crc.getValue();
    }
}
