package io.tidemark.ledger.merkle;

import io.tidemark.ledger.Hash;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two hashes of RFC 6962 §2.1. Leaves and nodes begin with different bytes, so that no node can
 * be passed off as a leaf. One digest and one piece of memory, used again and again: a day has a
 * million of them. Not safe for use by several threads.
 */
final class NodeHashing {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = found();

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Hash leaf(byte[] data) {
        byte[] hash = new byte[Hash.BYTES];
        leafInto(data, hash, 0);
        return Hash.of(hash);
    }

    Hash node(Hash left, Hash right) {
        sha256.update(NODE);
        sha256.update(left.toBytes());
        return Hash.of(sha256.digest(right.toBytes()));
    }

    /** Writes the leaf's hash at {@code at}. */
    void leafInto(byte[] data, byte[] hashes, int at) {
        sha256.update(LEAF);
        sha256.update(data);
        finish(hashes, at);
    }

    /** Puts in the place of two hashes, one behind the other from {@code at}, their node's. */
    void nodeInPlace(byte[] hashes, int at) {
        sha256.update(NODE);
        sha256.update(hashes, at, 2 * Hash.BYTES);
        finish(hashes, at);
    }

    /** Writes the node's hash of the first two hashes in {@code pair} at {@code at} there. */
    void nodeInto(byte[] pair, int at) {
        sha256.update(NODE);
        sha256.update(pair, 0, 2 * Hash.BYTES);
        finish(pair, at);
    }

    private void finish(byte[] hashes, int at) {
        try {
            sha256.digest(hashes, at, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a hash", e);
        }
    }
}
