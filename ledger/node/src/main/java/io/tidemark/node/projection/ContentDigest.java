package io.tidemark.node.projection;

import java.nio.ByteBuffer;

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

    static ContentDigest ofRow(CanonicalRow row) {
        ByteBuffer lanes = ByteBuffer.wrap(row.digest());
        return new ContentDigest(
                lanes.getLong(), lanes.getLong(), lanes.getLong(), lanes.getLong());
    }
}
