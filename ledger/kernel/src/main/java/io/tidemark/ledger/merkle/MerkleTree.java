package io.tidemark.ledger.merkle;

import io.tidemark.ledger.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree all of whose leaves' hashes are at hand, as it was at any size it ever had: roots and
 * proofs, written as RFC 6962 §2.1 defines them. Each takes one pass over the leaves, so it is for
 * thousands of them, as in a store's log of close-downs. Not safe for use by several threads.
 */
public final class MerkleTree {
    private final NodeHashing hashing = new NodeHashing();
    private final List<Hash> leaves = new ArrayList<>();

    /** The next leaf, of these bytes. */
    public void add(byte[] leafData) {
        leaves.add(hashing.leaf(leafData));
    }

    public int size() {
        return leaves.size();
    }

    public Hash root() {
        return root(size());
    }

    /** As it was when it had so many leaves. */
    public Hash root(int size) {
        check(size);
        return size == 0 ? Hash.digest(new byte[0]) : root(leaves.subList(0, size));
    }

    /** That leaf {@code index}, from 0, is in the tree as it was at a size. */
    public InclusionProof inclusion(int index, int size) {
        check(size);
        List<Hash> path = new ArrayList<>();
        if (index >= 0 && index < size) path(index, leaves.subList(0, size), path);
        return new InclusionProof(index, size, path);
    }

    /** That the tree of {@code from} leaves only grew to the one of {@code to}. */
    public ConsistencyProof consistency(int from, int to) {
        check(to);
        List<Hash> path = new ArrayList<>();
        if (from > 0 && from < to) subproof(from, leaves.subList(0, to), true, path);
        return new ConsistencyProof(from, to, path);
    }

    private void check(int size) {
        if (size < 0 || size > size())
            throw new IllegalArgumentException(
                    "the tree has " + size() + " leaves, and never had " + size);
    }

    private Hash root(List<Hash> of) {
        if (of.size() == 1) return of.getFirst();
        int left = left(of);
        return hashing.node(root(of.subList(0, left)), root(of.subList(left, of.size())));
    }

    private void path(int index, List<Hash> of, List<Hash> path) {
        if (of.size() == 1) return;
        int left = left(of);
        if (index < left) {
            path(index, of.subList(0, left), path);
            path.add(root(of.subList(left, of.size())));
        } else {
            path(index - left, of.subList(left, of.size()), path);
            path.add(root(of.subList(0, left)));
        }
    }

    /** RFC 6962's SUBPROOF: {@code known} while the earlier tree's own root is what is sought. */
    private void subproof(int from, List<Hash> of, boolean known, List<Hash> path) {
        if (from == of.size()) {
            if (!known) path.add(root(of));
            return;
        }
        int left = left(of);
        if (from <= left) {
            subproof(from, of.subList(0, left), known, path);
            path.add(root(of.subList(left, of.size())));
        } else {
            subproof(from - left, of.subList(left, of.size()), false, path);
            path.add(root(of.subList(0, left)));
        }
    }

    /** How many are at the left: the largest power of two that leaves something for the right. */
    private static int left(List<Hash> of) {
        return Integer.highestOneBit(of.size() - 1);
    }
}
