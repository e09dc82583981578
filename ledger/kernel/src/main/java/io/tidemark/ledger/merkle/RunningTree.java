package io.tidemark.ledger.merkle;

import io.tidemark.ledger.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The root over leaves that go by, however many (RFC 6962 §2.1). It keeps one hash for each
 * complete subtree, which are as many as the number of leaves has ones in binary, the largest at
 * the left. Not safe for use by several threads.
 */
public final class RunningTree {
    /** What is watched where nothing is. */
    private static final long NOTHING = -1;

    private static final int SUBTREES_MAX = Long.SIZE;

    private final NodeHashing hashing = new NodeHashing();
    private final byte[] subtrees = new byte[SUBTREES_MAX * Hash.BYTES];
    private long watched = NOTHING;
    private final List<Hash> path = new ArrayList<>();
    private int depth;
    private long size;

    /** The next leaf, of these bytes. */
    public void add(byte[] leafData) {
        hashing.leafInto(leafData, subtrees, depth * Hash.BYTES);
        pushed(1);
    }

    /** The next leaf, which can be proven from now on: the only one that was added so. */
    public void addWatched(byte[] leafData) {
        if (watched != NOTHING) throw new IllegalStateException("leaf " + watched + " is watched");
        watched = size;
        add(leafData);
    }

    /**
     * The next leaves, by the root over them that was computed elsewhere: so several can work on
     * one tree.
     *
     * @param leaves how many they are: a power of two that divides {@link #size()}, and they are
     *     not watched
     */
    public void add(Hash root, long leaves) {
        if (Long.bitCount(leaves) != 1 || size % leaves != 0)
            throw new IllegalArgumentException(
                    leaves + " leaves are no complete subtree behind " + size);
        add(root.toBytes(), 0, leaves);
    }

    /** The same, by the hash that is there; it must fit. */
    void add(byte[] hashes, int at, long leaves) {
        System.arraycopy(hashes, at, subtrees, depth * Hash.BYTES, Hash.BYTES);
        pushed(leaves);
    }

    /** Two subtrees of one size are put together, as often as there are two. */
    private void pushed(long leaves) {
        depth++;
        size += leaves;
        for (long width = leaves; (size & width) == 0; width <<= 1) {
            depth--;
            watch(depth - 1, size - 2 * width, size - width, size);
            hashing.nodeInPlace(subtrees, (depth - 1) * Hash.BYTES);
        }
    }

    /** The left one of two subtrees that meet is at place {@code left}, the right one after it. */
    private void watch(int left, long from, long middle, long to) {
        if (watched < from || watched >= to) return;
        path.add(subtree(watched < middle ? left + 1 : left));
    }

    private Hash subtree(int place) {
        return Hash.of(Arrays.copyOfRange(subtrees, place * Hash.BYTES, (place + 1) * Hash.BYTES));
    }

    public long size() {
        return size;
    }

    /** Of the leaves so far: of none, the hash of nothing. More may be added afterwards. */
    public Hash root() {
        if (size == 0) return Hash.digest(new byte[0]);
        Hash root = subtree(depth - 1);
        for (int place = depth - 2; place >= 0; place--) root = hashing.node(subtree(place), root);
        return root;
    }

    /** That the watched leaf is in the tree as it is now. */
    public InclusionProof inclusion() {
        if (watched == NOTHING) throw new IllegalStateException("no leaf is watched");
        List<Hash> whole = new ArrayList<>(path);
        Hash right = subtree(depth - 1);
        long begins = size - Long.lowestOneBit(size);
        for (int place = depth - 2; place >= 0; place--) {
            Hash left = subtree(place);
            long from = begins - Long.lowestOneBit(begins);
            if (watched >= begins) whole.add(left);
            else if (watched >= from) whole.add(right);
            right = hashing.node(left, right);
            begins = from;
        }
        return new InclusionProof(watched, size, whole);
    }
}
