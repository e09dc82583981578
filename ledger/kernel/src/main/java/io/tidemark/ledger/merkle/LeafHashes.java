package io.tidemark.ledger.merkle;

import io.tidemark.ledger.Hash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one journal as leaves of a tree: the hash over a zero byte and the entry's own (RFC
 * 6962 §2.1), made when it comes. One lies behind the other: a day has a million of them, so there
 * is no object for each. Not safe for use by several threads.
 */
public final class LeafHashes {
    private static final int FIRST = 64;

    private final NodeHashing hashing = new NodeHashing();
    private final @Nullable LeafRuns runs;
    private byte[] hashes = new byte[FIRST * Hash.BYTES];
    private int count;

    private LeafHashes(@Nullable LeafRuns runs) {
        this.runs = runs;
    }

    /** In the least memory and time altogether. */
    public static LeafHashes alone() {
        return new LeafHashes(null);
    }

    /** With most of the tree's nodes made when a leaf comes, for whoever waits for the tree. */
    public static LeafHashes withRuns() {
        return new LeafHashes(new LeafRuns());
    }

    public void add(Hash entry) {
        int at = count * Hash.BYTES;
        if (at == hashes.length)
            // By a half, not to twice: what is not used yet counts as memory, too.
            hashes = Arrays.copyOf(hashes, (count + (count >> 1)) * Hash.BYTES);
        hashing.leafInto(entry.toBytes(), hashes, at);
        count++;
        if (runs != null) runs.add(hashes, at);
    }

    public long bytes() {
        return hashes.length + (runs == null ? 0 : runs.bytes());
    }

    int count() {
        return count;
    }

    /**
     * Adds what begins at this leaf: a whole run of them where its root is known and fits, else the
     * leaf alone.
     *
     * @return how many leaves that were
     */
    int addTo(RunningTree tree, int leaf) {
        if (runs != null && leaf + LeafRuns.LEAVES <= count && tree.size() % LeafRuns.LEAVES == 0) {
            runs.addTo(tree, leaf);
            return LeafRuns.LEAVES;
        }
        tree.add(hashes, leaf * Hash.BYTES, 1);
        return 1;
    }
}
