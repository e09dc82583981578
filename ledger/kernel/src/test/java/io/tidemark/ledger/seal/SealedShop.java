package io.tidemark.ledger.seal;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.merkle.RunningTree;

/** A till's entries in the third of five days that a store closed. */
final class SealedShop {
    static final int PLACE = 2;
    static final int DAYS = 5;

    final TestChain till;

    SealedShop(int entries) {
        till = new TestChain(TILL, TILL_KEYS).append(entries);
    }

    StoreLog log() {
        StoreLog log = StoreLog.EMPTY;
        for (int place = 0; place < DAYS; place++)
            log = log.then(place == PLACE ? closed(root()) : other(place));
        return log;
    }

    LogHead head() {
        return log().sign(GATEWAY.node(), GATEWAY_KEYS.signer());
    }

    /**
     * @param sequence of the entry, from 1
     */
    DayProof proof(int sequence) {
        RunningTree tree = new RunningTree();
        fill(tree, sequence);
        return new DayProof(
                till.hashAt(sequence - 1),
                till.entries().get(sequence - 1),
                tree.inclusion(),
                log().days().get(PLACE),
                log().tree().inclusion(PLACE, DAYS),
                head());
    }

    private Hash root() {
        RunningTree tree = new RunningTree();
        fill(tree, 0);
        return tree.root();
    }

    private void fill(RunningTree tree, int watched) {
        for (int entry = 1; entry <= till.entries().size(); entry++)
            if (entry == watched) tree.addWatched(till.hashAt(entry).toBytes());
            else tree.add(till.hashAt(entry).toBytes());
    }

    private DayLeaf closed(Hash root) {
        return new DayLeaf(DAY, 3, 0, till.entries().size(), root, Hash.digest(new byte[] {3, 0}));
    }

    static DayLeaf other(int place) {
        return new DayLeaf(
                DAY.plusDays(place - PLACE),
                1 + place,
                place == DAYS - 1 ? 1 : 0,
                100 + place,
                Hash.digest(new byte[] {(byte) place}),
                Hash.digest(new byte[] {(byte) place, 1}));
    }
}
