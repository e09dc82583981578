package io.tidemark.lab.simulate;

import io.tidemark.edge.record.CameBack;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Decision;
import io.tidemark.edge.record.Till;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Movement;
import io.tidemark.fog.question.Doubles;
import io.tidemark.fog.question.StoreBaskets;
import io.tidemark.fog.stock.CountOfDay;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.archive.ArchivedSegments;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.journal.Slice;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.seal.StoreLog;
import io.tidemark.ledger.sync.Evidence;
import io.tidemark.ledger.sync.Sender;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the simulated nodes are made of: the product's own functions. A test of the simulator itself
 * puts a broken one in the place of one of them.
 */
interface Parts {
    /** Nothing planted. */
    static Parts real() {
        return new Parts() {};
    }

    /** The disk as the node's programs reach it. */
    default Storage storage(NodeName node, Storage disk) {
        return disk;
    }

    default Journal open(JournalId journal, Storage storage, Keys keys, EntryVisitor replay) {
        Journal opened =
                Journal.open(
                        new Whose(journal, keys.journalKey(), keys.verifierOf(journal.node())),
                        storage,
                        replay);
        if (journal.node().equals(keys.own())) opened.force(keys.signer());
        return opened;
    }

    /** Before the answers of a group leave. */
    default void force(Journal own, Signer signer) {
        own.force(signer);
    }

    default Sender.Result heard(Sender sender, Answer answer, Evidence evidence, Instant now) {
        return sender.heard(answer, evidence, now);
    }

    /** The transport took a batch that ends there. */
    default Sender taken(Sender sender, long last) {
        return sender;
    }

    /**
     * How one journal is received.
     *
     * @param receiver under which it is marked
     */
    default Receiving receiving(Receiving real, JournalId receiver, Keys keys) {
        return real;
    }

    /** Whether who may has signed what a device is told to go on with. */
    default boolean accepts(Continuation offered, Verifier authority) {
        return offered.isBy(authority);
    }

    /**
     * Takes a branch in.
     *
     * @param before the journal it is in
     * @param from its first entry that is not taken in yet
     */
    default void takeIn(Journal before, long from, Consumer<EntryBytes> append) {
        before.replay(from, (sequence, hash, entry) -> append.accept(entry));
    }

    /** What is sent once more of what was marked. */
    default Slice readAgain(Journal own, long from, int bytes) {
        return own.read(from, bytes);
    }

    /** What an entry adds to the tables. */
    default Posting posting(Event event) {
        return Posting.of(event);
    }

    /** Whether the tables have this entry of a journal that they took in up to there. */
    default boolean isApplied(long sequence, long applied, EntryBytes entry) {
        return sequence <= applied;
    }

    /** What a close-down passes over, since another epoch of the device tells it, too. */
    default Map<JournalId, Repeats> repeats(Map<JournalId, Repeats> found) {
        return found;
    }

    /** What had moved of each counted article before its count, on the same day. */
    default List<CountOfDay> counted(List<Count> counts, List<Movement> movements) {
        return CountOfDay.of(counts, movements);
    }

    /** What the gateway shows of a line that came back. */
    default Optional<Doubles.ReturnedTwice> shown(
            Map<Integer, GatewayReturns.Sold> sold, List<GatewayReturns.Return> returns) {
        return Doubles.wrong(sold, returns);
    }

    /**
     * What a till hears of its gateway.
     *
     * @param asked the question that it asked last
     */
    default byte[] replied(byte[] answered, long asked) {
        return answered;
    }

    /** Who gets a basket. */
    default Reply claimed(
            StoreBaskets baskets, StoreTables tables, String basket, NodeName device) {
        return baskets.claim(basket, device);
    }

    /** What a till counts of what the gateway told that came back. */
    default CameBack cameBack(CameBack told) {
        return told;
    }

    /** Whether the gateway shows a basket that was taken up there. */
    default boolean isShown(List<GatewayBaskets.Resumed> resumed) {
        return resumed.size() > 1;
    }

    /** Whether the gateway counts a segment as archived. */
    default boolean isArchived(ArchivedSegments known, JournalId journal, SegmentInfo segment) {
        return known.isKept(journal, segment);
    }

    /** What the archive says that it has. */
    default Collection<String> listed(Collection<String> there) {
        return there;
    }

    /** The log of close-downs that a gateway signs the head of. */
    default StoreLog logged(StoreLog log) {
        return log;
    }

    /**
     * How far a gateway's journal goes up.
     *
     * @param borneOut up to before the first close-down that was not computed again
     */
    default long sendable(long borneOut, long forced) {
        return borneOut;
    }

    /** Up to where head office has the store's journal, by what was heard of it. */
    default long marked(long heard, Journal store) {
        return heard;
    }

    /** Before the receipt for a segment leaves the archive. */
    default void keep(Note file, byte[] sealed) {
        file.writeAndForce(sealed);
    }

    /** And its name. */
    default void keptNames(ArchiveDisk disk) {
        disk.forceNames();
    }

    /** The till's mind. */
    default Decision decide(Till till, Command command, Instant now) {
        return till.decide(command, now);
    }

    /** The tables a process starts from. */
    default Rows tables(List<Rows> commits) {
        return commits.isEmpty() ? Rows.NONE : commits.getLast();
    }
}
