package io.tidemark.ledger.seal;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.merkle.MerkleTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A store's close-downs and supplements, in the order of its journal. Immutable; it only grows. */
public record StoreLog(List<DayLeaf> days) {
    public static final StoreLog EMPTY = new StoreLog(List.of());

    public StoreLog {
        days = List.copyOf(days);
    }

    public StoreLog then(DayLeaf next) {
        List<DayLeaf> more = new ArrayList<>(days);
        more.add(next);
        return new StoreLog(more);
    }

    public int size() {
        return days.size();
    }

    /** The tree over them, for proofs of any of its sizes. */
    public MerkleTree tree() {
        MerkleTree tree = new MerkleTree();
        days.forEach(day -> tree.add(day.toBytes()));
        return tree;
    }

    public Hash root() {
        return tree().root();
    }

    /**
     * @throws IllegalArgumentException if there is nothing in it
     */
    public LogHead sign(NodeName gateway, Signer signer) {
        return LogHead.sign(gateway, size(), root(), signer);
    }

    /** Where this close-down stands in it, from 0. */
    public OptionalInt indexOf(LocalDate day, int supplement) {
        return IntStream.range(0, size())
                .filter(at -> days.get(at).day().equals(day))
                .filter(at -> days.get(at).supplement() == supplement)
                .findFirst();
    }
}
