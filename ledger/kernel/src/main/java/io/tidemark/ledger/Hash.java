package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborWriter;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest (FIPS 180-4). */
public final class Hash {
    public static final int BYTES = 32;

    private static final int PIECE_BYTES = 64 << 10;

    /** What a byte string of less than 2 GB begins with. */
    private static final int CBOR_HEAD = 5;

    private static final MessageDigest SHA_256 = found();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if there are not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES)
            throw new IllegalArgumentException(
                    "a hash has " + BYTES + " bytes, not " + bytes.length);
        return new Hash(bytes.clone());
    }

    public static Hash parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The digest of exactly these bytes. */
    public static Hash digest(byte[] content) {
        return new Hash(sha256().digest(content));
    }

    /**
     * The design's {@code H(a, b, …)}: the digest of the deterministic CBOR array of byte strings
     * a, b, ….
     */
    public static Hash overParts(byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(new CborWriter(CBOR_HEAD).array(parts.length).toBytes());
        for (byte[] part : parts) {
            digest.update(new CborWriter(CBOR_HEAD).bytesBegun(part.length).toBytes());
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** The digest of a stream's bytes, read to its end. */
    public static Hash digest(InputStream content) throws IOException {
        Running running = new Running();
        byte[] piece = new byte[PIECE_BYTES];
        for (int read = content.read(piece); read >= 0; read = content.read(piece))
            running.update(piece, 0, read);
        return running.hash();
    }

    /** A digest of bytes that come piece by piece. Not safe for use by several threads. */
    public static final class Running {
        private final MessageDigest digest = sha256();

        public void update(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }

        /** Of all that came since the last time. */
        public Hash hash() {
            return new Hash(digest.digest());
        }
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The first six hexadecimal characters: what a receipt's id shows. */
    public String short6() {
        return hex().substring(0, 6);
    }

    /** A copy, which takes less time than to find the algorithm again. */
    static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
