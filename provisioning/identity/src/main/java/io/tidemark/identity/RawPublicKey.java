package io.tidemark.identity;

import java.util.Arrays;
import java.util.HexFormat;

/** The 32 bytes of an Ed25519 (RFC 8032 §5.1.5) or X25519 (RFC 7748 §5) public key. */
public final class RawPublicKey {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private RawPublicKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if there are not 32 bytes
     */
    public static RawPublicKey of(byte[] bytes) {
        if (bytes.length != BYTES)
            throw new IllegalArgumentException(
                    "a public key has " + BYTES + " bytes, not " + bytes.length);
        return new RawPublicKey(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawPublicKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
