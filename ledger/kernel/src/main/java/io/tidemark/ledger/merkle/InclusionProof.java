package io.tidemark.ledger.merkle;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * That something is a certain leaf of the tree with a certain root (RFC 6962 §2.1.1).
 *
 * @param index of the leaf, from 0
 * @param size of the tree, in leaves
 * @param path the hash beside each one on the way up, from the leaf's neighbour on
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    static final int PATH_MAX = Long.SIZE;

    private static final int FIELDS = 3;

    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("leaf " + index + " is not among " + size);
        if (path.size() > PATH_MAX)
            throw new IllegalArgumentException("a path has up to " + PATH_MAX + " hashes");
    }

    /** Checks it, by the steps of RFC 9162 §2.1.3.2. */
    public boolean leads(byte[] leafData, Hash root) {
        NodeHashing hashing = new NodeHashing();
        Hash reached = hashing.leaf(leafData);
        long at = index;
        long last = size - 1;
        for (Hash beside : path) {
            if (last == 0) return false;
            if (isRight(at) || at == last) {
                reached = hashing.node(beside, reached);
                int alone = Long.numberOfTrailingZeros(at);
                at >>= alone;
                last >>= alone;
            } else {
                reached = hashing.node(reached, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }

    static boolean isRight(long at) {
        return (at & 1) == 1;
    }

    /** The array [index, size, [hash, …]]. */
    public CborWriter writeTo(CborWriter writer) {
        return writer.array(FIELDS)
                .integer(index)
                .integer(size)
                .list(path, (hash, to) -> to.bytes(hash.toBytes()));
    }

    public static InclusionProof readFrom(CborReader reader) {
        return reader.fields(
                FIELDS, () -> new InclusionProof(reader.integer(), reader.integer(), path(reader)));
    }

    static List<Hash> path(CborReader reader) {
        return reader.list(PATH_MAX, () -> Hash.of(reader.bytesOf(Hash.BYTES)));
    }
}
