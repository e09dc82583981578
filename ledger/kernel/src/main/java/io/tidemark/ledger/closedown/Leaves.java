package io.tidemark.ledger.closedown;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.merkle.RunningTree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A journal's entries that a close-down takes in, in order, each as the leaf that it is in the
 * day's tree: the hash over a zero byte and its own hash (RFC 6962 §2.1), made when it comes. One
 * lies behind the other: a day has a million of them, so there is no object for each. Not safe for
 * use by several threads.
 */
public final class Leaves {
    private static final int FIRST = 64;

    /** Leaves of a subtree that one thread puts together: a power of two. */
    private static final int SUBTREE = 1 << 11;

    private byte[] hashes = new byte[FIRST * Hash.BYTES];
    private int count;

    public void add(Hash entry) {
        if (count * Hash.BYTES == hashes.length)
            hashes = Arrays.copyOf(hashes, Math.multiplyExact(hashes.length, 2));
        byte[] data = new byte[1 + Hash.BYTES];
        System.arraycopy(entry.toBytes(), 0, data, 1, Hash.BYTES);
        System.arraycopy(Hash.digest(data).toBytes(), 0, hashes, count++ * Hash.BYTES, Hash.BYTES);
    }

    public long bytes() {
        return hashes.length;
    }

    /** The tree over all of these, one list after the other. */
    static RunningTree tree(List<Leaves> parts) {
        Leaves all = joined(parts);
        RunningTree tree = new RunningTree();
        List<Hash> roots =
                IntStream.range(0, all.count / SUBTREE)
                        .parallel()
                        .mapToObj(subtree -> all.root(subtree * SUBTREE, SUBTREE))
                        .toList();
        for (Hash root : roots) tree.add(root, SUBTREE);
        all.addTo(tree, roots.size() * SUBTREE, all.count);
        return tree;
    }

    private static Leaves joined(List<Leaves> parts) {
        Leaves all = new Leaves();
        all.hashes = new byte[parts.stream().mapToInt(part -> part.count).sum() * Hash.BYTES];
        for (Leaves part : parts) {
            System.arraycopy(
                    part.hashes, 0, all.hashes, all.count * Hash.BYTES, part.count * Hash.BYTES);
            all.count += part.count;
        }
        return all;
    }

    private Hash root(int from, int leaves) {
        RunningTree tree = new RunningTree();
        addTo(tree, from, from + leaves);
        return tree.root();
    }

    private void addTo(RunningTree tree, int from, int to) {
        for (int i = from; i < to; i++)
            tree.add(Hash.of(Arrays.copyOfRange(hashes, i * Hash.BYTES, (i + 1) * Hash.BYTES)), 1);
    }
}
