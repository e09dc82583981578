package io.tidemark.fog.proof;

import io.tidemark.fog.store.StoreJournal;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.merkle.MerkleTree;
import io.tidemark.ledger.seal.LogGrowth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the proof that a store's log only grew, out of what a gateway has. */
public final class Growing {
    private final NodeName gateway;
    private final StoreJournal store;

    public Growing(NodeName gateway, StoreJournal store) {
        this.gateway = gateway;
        this.store = store;
    }

    /** How many close-downs and supplements there are. */
    public int size() {
        return store.state().log().size();
    }

    /**
     * @param from how many the earlier log had
     * @param to how many the later one
     * @throws NotProvable saying why there is none
     */
    public LogGrowth of(int from, int to) {
        if (from < 1 || from > to || to > size())
            throw new NotProvable(
                    "the log has "
                            + size()
                            + " close-downs and supplements: give two numbers of them, the smaller"
                            + " first, not "
                            + from
                            + " and "
                            + to);
        MerkleTree tree = store.state().log().tree();
        Map<Long, StoreLogSigned> signed =
                store.signedLogs(new TreeSet<>(List.of((long) from, (long) to)));
        return new LogGrowth(
                head(from, signed, tree), head(to, signed, tree), tree.consistency(from, to));
    }

    private LogHead head(int size, Map<Long, StoreLogSigned> signed, MerkleTree tree) {
        return Optional.ofNullable(signed.get((long) size))
                .map(found -> found.head(gateway))
                .filter(head -> head.root().equals(tree.root(size)))
                .orElseThrow(() ->
                        new NotProvable(
                                "this gateway has signed no head of its log of "
                                        + size
                                        + ": it was another life of it, or a version that signed"
                                        + " none; give another number"));
    }
}
