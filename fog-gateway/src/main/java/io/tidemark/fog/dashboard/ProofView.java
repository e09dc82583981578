package io.tidemark.fog.dashboard;

import io.tidemark.fog.closedown.Recomputing;
import io.tidemark.fog.closedown.Sealing;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.proof.Growing;
import io.tidemark.fog.proof.NotProvable;
import io.tidemark.fog.proof.Proving;
import io.tidemark.fog.proof.Wanted;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.merkle.ConsistencyProof;
import io.tidemark.ledger.merkle.MerkleTree;
import io.tidemark.ledger.seal.DayLeaf;
import io.tidemark.ledger.seal.DayProof;
import io.tidemark.ledger.seal.LogGrowth;
import io.tidemark.ledger.seal.StoreLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The store's log and its proofs, for people and programs. Safe for use by several threads. */
public final class ProofView {
    private final NodeName gateway;
    private final RawPublicKey key;
    private final StoreJournal store;
    private final Supplier<List<DeviceJournal>> journals;
    private final Recomputing recomputing;

    /**
     * Whose log it is.
     *
     * @param key by which it is signed
     */
    public record Signed(NodeName gateway, RawPublicKey key) {}

    public ProofView(
            Signed signed,
            StoreJournal store,
            Supplier<List<DeviceJournal>> journals,
            Recomputing recomputing) {
        this.gateway = signed.gateway();
        this.key = signed.key();
        this.store = store;
        this.journals = journals;
        this.recomputing = recomputing;
    }

    /**
     * One of the log.
     *
     * @param number from 1
     * @param sealing of those closed or computed again since this process began
     */
    public record Row(int number, DayLeaf day, Optional<Sealing> sealing) {}

    /**
     * What a log of that many grew to.
     *
     * @param signed with both heads; empty where this gateway has not signed both
     */
    record Growth(Hash from, Hash to, ConsistencyProof proof, Optional<LogGrowth> signed) {}

    RawPublicKey key() {
        return key;
    }

    NodeName gateway() {
        return gateway;
    }

    /** The newest head; none before the first close-down. */
    Optional<LogHead> head() {
        return store.state().signedLog().map(signed -> signed.head(gateway));
    }

    /** In the log's order. */
    List<Row> rows() {
        StoreLog log = store.state().log();
        List<Sealing> sealings = recomputing.all();
        List<Row> rows = new ArrayList<>();
        for (DayLeaf day : log.days()) rows.add(new Row(rows.size() + 1, day, of(day, sealings)));
        return rows;
    }

    private static Optional<Sealing> of(DayLeaf day, List<Sealing> sealings) {
        return sealings.stream()
                .filter(each -> each.day().equals(day.day()))
                .filter(each -> each.supplement() == day.supplement())
                .findFirst();
    }

    int size() {
        return store.state().log().size();
    }

    /**
     * @throws IllegalArgumentException where the log never was of these sizes
     */
    Growth growth(int from, int to) {
        MerkleTree tree = store.state().log().tree();
        return new Growth(
                tree.root(from), tree.root(to), tree.consistency(from, to), signed(from, to));
    }

    /**
     * With both signed heads.
     *
     * @throws NotProvable saying why there is none
     */
    LogGrowth grown(int from, int to) {
        return new Growing(gateway, store).of(from, to);
    }

    private Optional<LogGrowth> signed(int from, int to) {
        try {
            return Optional.of(grown(from, to));
        } catch (NotProvable headIsNotHere) {
            return Optional.empty();
        }
    }

    /**
     * @throws io.tidemark.fog.proof.NotProvable saying why there is none
     */
    DayProof proof(String receipt) {
        StoreState state = store.state();
        return new Proving(gateway, journals.get(), state).of(Wanted.parse(receipt));
    }
}
