package io.tidemark.ledger.merkle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The leaves of several journals, one journal's behind the other's. */
public final class JoinedLeaves {
    /** Leaves of a subtree that one thread puts together: a power of two. */
    private static final int SUBTREE = 1 << 11;

    private final List<LeafHashes> parts;

    /** How many leaves there are before each part, and at last altogether. */
    private final int[] before;

    private JoinedLeaves(List<LeafHashes> parts) {
        this.parts = parts;
        this.before = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++)
            before[i + 1] = Math.addExact(before[i], parts.get(i).count());
    }

    /**
     * The tree over all of them: complete subtrees of one size are independent of each other, so
     * all cores share them.
     */
    public static RunningTree tree(List<LeafHashes> parts) {
        return new JoinedLeaves(List.copyOf(parts)).tree();
    }

    private RunningTree tree() {
        int count = before[parts.size()];
        int complete = count / SUBTREE;
        RunningTree tree = new RunningTree();
        IntStream.range(0, complete)
                .parallel()
                .mapToObj(subtree -> over(subtree * SUBTREE, (subtree + 1) * SUBTREE).root())
                .forEachOrdered(root -> tree.add(root, SUBTREE));
        addTo(tree, complete * SUBTREE, count);
        return tree;
    }

    private RunningTree over(int from, int to) {
        RunningTree tree = new RunningTree();
        addTo(tree, from, to);
        return tree;
    }

    private void addTo(RunningTree tree, int from, int to) {
        int part = part(from);
        for (int leaf = from; leaf < to; ) {
            while (leaf == before[part + 1]) part++;
            leaf += parts.get(part).addTo(tree, leaf - before[part]);
        }
    }

    /** The one in which this leaf is: the last that begins there or before. */
    private int part(int leaf) {
        int found = Arrays.binarySearch(before, leaf);
        return found < 0 ? -found - 2 : found;
    }
}
