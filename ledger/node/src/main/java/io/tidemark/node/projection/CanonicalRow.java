package io.tidemark.node.projection;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A row as bytes, the same whether it comes from an entry or from the table. Used again for each
 * row, of which there are a hundred thousand a second: hence a buffer and a digest of its own. For
 * one thread.
 */
final class CanonicalRow {
    private final MessageDigest sha256 = newDigest();
    private final byte[] digest = new byte[sha256.getDigestLength()];
    private byte[] bytes = new byte[512];
    private int size;

    CanonicalRow restart(byte[] table) {
        size = 0;
        return bytes(table);
    }

    void absent() {
        put(0);
    }

    void present() {
        put(1);
    }

    CanonicalRow number(long value) {
        ensure(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) bytes[size++] = (byte) (value >>> shift);
        return this;
    }

    CanonicalRow text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CanonicalRow bytes(byte[] value) {
        number(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** The SHA-256 of what was written since the restart; good until the next one. */
    byte[] digest() {
        try {
            sha256.update(bytes, 0, size);
            sha256.digest(digest, 0, digest.length);
            return digest;
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a SHA-256", e);
        }
    }

    private void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    private void ensure(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
