package io.tidemark.fog.proof;

import io.tidemark.fog.closedown.DayLeaves;
import io.tidemark.fog.closedown.EntrySource;
import io.tidemark.fog.closedown.Lacking;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.merkle.InclusionProof;
import io.tidemark.ledger.merkle.RunningTree;
import io.tidemark.ledger.seal.DayLeaf;
import io.tidemark.ledger.seal.DayProof;
import io.tidemark.ledger.seal.StoreLog;
import java.time.LocalDate;
import java.util.List;

/** Makes the proof that an entry is in a day that the store closed, out of what a gateway has. */
public final class Proving {
    private final NodeName gateway;
    private final List<DeviceJournal> journals;
    private final StoreState state;

    public Proving(NodeName gateway, List<DeviceJournal> journals, StoreState state) {
        this.gateway = gateway;
        this.journals = List.copyOf(journals);
        this.state = state;
    }

    /**
     * @throws NotProvable saying why there is none
     */
    public DayProof of(Wanted wanted) {
        Wanted.Found found = wanted.in(journals);
        DeviceJournal journal = found.journal();
        EntryBytes entry = entry(journal, found.sequence());
        LocalDate day = EntryCodec.header(entry).businessDay();
        StoreDayClosed closed = closed(day, journal.id(), found.sequence());
        StoreLog log = state.log();
        int place =
                log.indexOf(day, closed.supplement())
                        .orElseThrow(() ->
                                new NotProvable(
                                        day
                                                + " was closed by a version that made no proofs"
                                                + " yet"));
        return new DayProof(
                journal.journal().hashAt(found.sequence() - 1),
                entry,
                inDay(closed, log.days().get(place), found),
                log.days().get(place),
                log.tree().inclusion(place, log.size()),
                head());
    }

    private static EntryBytes entry(DeviceJournal journal, long sequence) {
        try {
            return journal.journal().entry(sequence);
        } catch (EntryPruned e) {
            throw new NotProvable(
                    "what the receipt says was pruned here, and is kept in head office's archive: "
                            + e.getMessage(),
                    e);
        }
    }

    private StoreDayClosed closed(LocalDate day, JournalId journal, long sequence) {
        List<StoreDayClosed> closed = state.history().of(day);
        return closed.stream()
                .filter(each ->
                        each.tills().stream().anyMatch(part -> has(part, journal, sequence)))
                .findFirst()
                .orElseThrow(() ->
                        new NotProvable(
                                closed.isEmpty()
                                        ? day + " is not closed yet: close it, then ask again"
                                        : "it came after "
                                                + day
                                                + " was closed: make the supplement, then ask"
                                                + " again"));
    }

    private static boolean has(TillDay part, JournalId journal, long sequence) {
        return part.isOf(journal) && part.first() <= sequence && sequence <= part.last();
    }

    private InclusionProof inDay(StoreDayClosed closed, DayLeaf leaf, Wanted.Found found) {
        DayLeaves leaves = new DayLeaves(journals, EntrySource.AS_OPENED);
        List<Lacking> lacking = Lacking.of(closed, gateway, journals);
        if (!lacking.isEmpty())
            throw new NotProvable(Lacking.inWords(leaf.label(), lacking) + "; then ask again");
        RunningTree tree = new RunningTree();
        leaves.show(closed, (journal, sequence, hash) -> add(journal, sequence, hash, found, tree));
        if (tree.size() != leaf.entries() || !tree.root().equals(leaf.root()))
            throw new NotProvable(
                    leaf.label()
                            + " says other entries than the journals here have: stop the gateway and"
                            + " run `./tidemark verify DIR`");
        return tree.inclusion();
    }

    private static void add(
            JournalId journal, long sequence, Hash hash, Wanted.Found found, RunningTree tree) {
        boolean isIt = sequence == found.sequence() && journal.equals(found.journal().id());
        if (isIt) tree.addWatched(hash.toBytes());
        else tree.add(hash.toBytes());
    }

    private LogHead head() {
        if (!state.isLogSigned())
            throw new NotProvable(
                    "the store's log is not signed up to its end: ask again when the gateway has"
                            + " started");
        return state.signedLog().orElseThrow().head(gateway);
    }
}
