package io.tidemark.ledger;

import io.tidemark.ledger.codec.Malformed;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of a batch, compressed for the way: framing only, outside everything that is hashed or
 * signed. Four bytes of magic (none that a CBOR array begins with), one that names the algorithm,
 * three of the size before, then what the algorithm made.
 *
 * @param algorithm {@link #ZSTD}, or {@link #ZSTD_DICTIONARY} and those after it
 * @param rawSize bytes before; whoever unpacks writes no more than that
 */
public record Packed(int algorithm, int rawSize, byte[] content) {
    /** Zstandard (RFC 8878), any level, without a dictionary. */
    public static final int ZSTD = 1;

    /** Zstandard with the dictionary of that number; each is shipped for ever once it was used. */
    public static final int ZSTD_DICTIONARY = 2;

    /** Bytes before the content. */
    public static final int FRAMING = 8;

    private static final byte[] MAGIC = {'T', 'M', 'P', '1'};
    private static final int RAW_SIZE_MAX = (1 << 24) - 1;

    public Packed {
        if (algorithm < 1 || algorithm > 255)
            throw new IllegalArgumentException("an algorithm is 1 to 255, not " + algorithm);
        if (rawSize < 1 || rawSize > RAW_SIZE_MAX)
            throw new IllegalArgumentException(
                    "what is packed has 1 to " + RAW_SIZE_MAX + " bytes, not " + rawSize);
        content = content.clone();
    }

    /** Whether these bytes are packed; a receiver takes both. */
    public static boolean isPacked(byte[] bytes) {
        return bytes.length > FRAMING
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * @param rawSizeMax what a receiver would take unpacked
     * @throws Malformed if it would be larger than that: nothing is unpacked to find out
     */
    public static Packed parse(byte[] bytes, int rawSizeMax) {
        if (!isPacked(bytes)) throw new Malformed("not packed");
        ByteBuffer head = ByteBuffer.wrap(bytes, MAGIC.length, FRAMING - MAGIC.length);
        int word = head.getInt();
        int rawSize = word & RAW_SIZE_MAX;
        if (rawSize < 1 || rawSize > rawSizeMax)
            throw new Malformed(
                    "packed from " + rawSize + " bytes where " + rawSizeMax + " are allowed");
        int algorithm = word >>> 24;
        if (algorithm < 1) throw new Malformed("packed by no algorithm");
        return new Packed(algorithm, rawSize, Arrays.copyOfRange(bytes, FRAMING, bytes.length));
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(FRAMING + content.length)
                .put(MAGIC)
                .putInt(algorithm << 24 | rawSize)
                .put(content)
                .array();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packed packed
                && algorithm == packed.algorithm
                && rawSize == packed.rawSize
                && Arrays.equals(content, packed.content);
    }

    @Override
    public int hashCode() {
        return 31 * rawSize + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "Packed[" + algorithm + ": " + content.length + " of " + rawSize + "]";
    }
}
