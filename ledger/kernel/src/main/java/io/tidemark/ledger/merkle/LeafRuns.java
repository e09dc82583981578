package io.tidemark.ledger.merkle;

import io.tidemark.ledger.Hash;
import java.util.Arrays;

/**
 * The roots over every sixteen leaves beside each other, wherever these begin. Which of them are
 * subtrees of a day's tree depends on how many leaves other devices have before them, which nobody
 * knows until the day is closed; with all of them at hand only a sixteenth of the tree's nodes are
 * made then, for four hashes more when a leaf comes. Not safe for use by several threads.
 */
final class LeafRuns {
    /** In a run: a power of two, as a complete subtree has. */
    static final int LEAVES = 16;

    private static final int LEVELS = Integer.numberOfTrailingZeros(LEAVES);
    private static final int FIRST = 64;

    private final NodeHashing hashing = new NodeHashing();

    /** Two hashes beside each other, of which the next node is made. */
    private final byte[] pair = new byte[2 * Hash.BYTES];

    /** At each level the newest roots: as many as the leaves that each is over. */
    private final byte[][] newest = new byte[LEVELS][];

    private byte[] roots = new byte[FIRST * Hash.BYTES];
    private int leaves;

    LeafRuns() {
        for (int level = 0; level < LEVELS; level++)
            newest[level] = new byte[(1 << level) * Hash.BYTES];
    }

    /** The next leaf, whose hash is there. */
    void add(byte[] hashes, int at) {
        System.arraycopy(hashes, at, pair, Hash.BYTES, Hash.BYTES);
        int level = 0;
        while (level < LEVELS && hasLeft(level)) join(level++);
        if (level < LEVELS)
            System.arraycopy(pair, Hash.BYTES, newest[level], place(level), Hash.BYTES);
        else keep();
        leaves++;
    }

    /** Whether there is one of this level that ends where the newest of it begins. */
    private boolean hasLeft(int level) {
        return leaves + 1 >= 2 << level;
    }

    /** Of the newest two of a level that do not overlap, the root over both takes its place. */
    private void join(int level) {
        byte[] ring = newest[level];
        System.arraycopy(ring, place(level), pair, 0, Hash.BYTES);
        System.arraycopy(pair, Hash.BYTES, ring, place(level), Hash.BYTES);
        hashing.nodeInto(pair, Hash.BYTES);
    }

    private int place(int level) {
        return (leaves & ((1 << level) - 1)) * Hash.BYTES;
    }

    private void keep() {
        int at = (leaves + 1 - LEAVES) * Hash.BYTES;
        if (at == roots.length) roots = Arrays.copyOf(roots, at / Hash.BYTES * 3 / 2 * Hash.BYTES);
        System.arraycopy(pair, Hash.BYTES, roots, at, Hash.BYTES);
    }

    /** Adds the root over the run that begins with this leaf. */
    void addTo(RunningTree tree, int leaf) {
        tree.add(roots, leaf * Hash.BYTES, LEAVES);
    }

    long bytes() {
        return roots.length;
    }
}
