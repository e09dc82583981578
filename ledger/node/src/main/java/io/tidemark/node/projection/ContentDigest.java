package io.tidemark.node.projection;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A digest of a set of rows, whatever their order: the sum, lane by lane modulo 2⁶⁴, of the rows'
 * SHA-256. A row is taken out as it was put in, so the digest follows changes without reading the
 * tables. It finds damage; it is no defence against someone who may write the file.
 */
record ContentDigest(long a, long b, long c, long d) {
    static final ContentDigest EMPTY = new ContentDigest(0, 0, 0, 0);

    ContentDigest plus(ContentDigest other) {
        return new ContentDigest(a + other.a, b + other.b, c + other.c, d + other.d);
    }

    ContentDigest minus(ContentDigest other) {
        return new ContentDigest(a - other.a, b - other.b, c - other.c, d - other.d);
    }

    /** The digest of one row. Not thread-safe. */
    static final class OfRows {
        private final MessageDigest sha256;

        OfRows() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        ContentDigest of(byte[] canonicalRow, int length) {
            sha256.update(canonicalRow, 0, length);
            ByteBuffer lanes = ByteBuffer.wrap(sha256.digest());
            return new ContentDigest(
                    lanes.getLong(), lanes.getLong(), lanes.getLong(), lanes.getLong());
        }
    }
}
