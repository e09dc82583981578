package io.tidemark.ledger.merkle;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * That a tree only grew: its first leaves are those of the earlier one, in their order (RFC 6962
 * §2.1.2).
 *
 * @param from size of the earlier tree
 * @param to size of the later one
 * @param path what both roots can be computed from; none where the sizes are equal or the earlier
 *     tree is empty
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
    private static final int FIELDS = 3;

    public ConsistencyProof {
        path = List.copyOf(path);
        if (from < 0 || from > to)
            throw new IllegalArgumentException(
                    "a tree of " + to + " cannot have grown from " + from);
        if (path.size() > InclusionProof.PATH_MAX)
            throw new IllegalArgumentException(
                    "a path has up to " + InclusionProof.PATH_MAX + " hashes");
    }

    /** Checks it, by the steps of RFC 9162 §2.1.4.2. */
    public boolean connects(Hash earlier, Hash later) {
        if (from == to) return path.isEmpty() && earlier.equals(later);
        if (from == 0) return path.isEmpty() && earlier.equals(new RunningTree().root());
        boolean complete = Long.bitCount(from) == 1;
        if (!complete && path.isEmpty()) return false;
        Hash start = complete ? earlier : path.getFirst();
        return climbs(start, complete ? path : path.subList(1, path.size()), earlier, later);
    }

    private boolean climbs(Hash start, List<Hash> rest, Hash earlier, Hash later) {
        NodeHashing hashing = new NodeHashing();
        int up = Long.numberOfTrailingZeros(from);
        long at = (from - 1) >> up;
        long last = (to - 1) >> up;
        Hash first = start;
        Hash second = start;
        for (Hash beside : rest) {
            if (last == 0) return false;
            if (InclusionProof.isRight(at) || at == last) {
                first = hashing.node(beside, first);
                second = hashing.node(beside, second);
                int alone = Long.numberOfTrailingZeros(at);
                at >>= alone;
                last >>= alone;
            } else {
                second = hashing.node(second, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlier) && second.equals(later);
    }

    /** The array [from, to, [hash, …]]. */
    public CborWriter writeTo(CborWriter writer) {
        return writer.array(FIELDS)
                .integer(from)
                .integer(to)
                .list(path, (hash, into) -> into.bytes(hash.toBytes()));
    }

    public static ConsistencyProof readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new ConsistencyProof(
                                reader.integer(), reader.integer(), InclusionProof.path(reader)));
    }
}
