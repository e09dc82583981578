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
 * <p>It says which write brought the frame. Nothing is written before the write before it was
 * forced, so frames of two writes prove that the first was; and of a write that was never forced,
 * any frame that reached the disk tells how far it was to reach.
 *
 * @param length bytes of the payload that follows, encrypted and with its tag
 * @param counter frames since the data key's, which is 0; the frame's nonce
 * @param before bytes of the same write before this frame
 * @param write bytes of the whole write
 */
record FrameHeader(int length, int counter, FrameKind kind, int before, int write) {
    /** Length, counter u32, kind u8, before, write u32, CRC-32C (RFC 3720 §B.4) u32. */
    static final int BYTES = 21;

    /** Of a payload: the largest entry, its sequence and its tag. */
    static final int LENGTH_MAX = Limits.ENTRY_BYTES_MAX + Long.BYTES + FrameCipher.TAG_BYTES;

    private static final int CHECKED_BYTES = 17;

    void writeTo(byte[] bytes, int offset, long position) {
        ByteBuffer.wrap(bytes, offset, BYTES)
                .putInt(length)
                .putInt(counter)
                .put(kind.code())
                .putInt(before)
                .putInt(write)
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
        int before = buffer.getInt();
        int write = buffer.getInt();
        if (before < 0 || write < before || buffer.getInt() != checksum(bytes, offset, position))
            return null;
        return new FrameHeader(length, counter, kind, before, write);
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
                .putInt(before)
                .putInt(write)
                .array();
    }

    /** Where the write began that brought the frame at this position, in bytes. */
    long writeStart(long position) {
        return position - before;
    }

    /** Where that write was to end. */
    long writeEnd(long position) {
        return writeStart(position) + write;
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
