package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.merkle.RunningTree;
import io.tidemark.ledger.stock.StockStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Folds every close-down again from the journals, each from what had come by then, and compares it
 * with the one that was signed. Equal close-downs have equal bytes.
 */
public final class Refold {
    private final List<DeviceDays> journals;
    private final EntrySource source;
    private final FoldAgain again;
    private final IntFunction<StockStanding> stock;

    /** Where no goods have to be known of days that are pruned. */
    public Refold(List<? extends DeviceDays> journals) {
        this(journals, EntrySource.AS_OPENED);
    }

    /**
     * @param stock where so many close-downs left the goods, as {@link
     *     io.tidemark.fog.store.StoreJournal#stockAfter}: asked behind a day that gave something
     *     else, and once behind pruned days in a row
     */
    public Refold(List<? extends DeviceDays> journals, IntFunction<StockStanding> stock) {
        this(journals, EntrySource.AS_OPENED, stock);
    }

    Refold(List<? extends DeviceDays> journals, EntrySource source) {
        this(journals, source, _ -> StockStanding.NONE);
    }

    private Refold(
            List<? extends DeviceDays> journals,
            EntrySource source,
            IntFunction<StockStanding> stock) {
        this.journals = List.copyOf(journals);
        this.source = source;
        this.again = new FoldAgain(journals, source);
        this.stock = stock;
    }

    /**
     * A close-down that the journals do not bear out.
     *
     * @param figures in which they differ, each with both values
     */
    public record Difference(StoreDayClosed signed, List<String> figures) {
        public Difference {
            figures = List.copyOf(figures);
        }

        /** For people. */
        public String text() {
            return signed.label() + " says " + String.join("; ", figures);
        }
    }

    public List<Difference> differences(StoreState state) {
        List<Difference> found = new ArrayList<>();
        StoreHistory before = StoreHistory.none(state.history().currency());
        boolean isStockKnown = true;
        for (StoreDayClosed signed : state.history().closed()) {
            List<String> lacking = again.lacking(AsThen.of(signed, before));
            if (lacking.isEmpty() && !isPruned(signed)) {
                // All journals are read for it: only where a day goes on from it.
                if (!isStockKnown) before = before.with(stock.apply(before.closed().size()));
                CloseDown.Folded folded = again.fold(signed, before);
                difference(signed, folded).ifPresent(found::add);
                // A day that differs is told once, not again by each that goes on from its stock.
                isStockKnown = folded.closed().equals(signed);
                before = before.then(signed, folded.stock());
            } else {
                unfolded(signed, lacking).ifPresent(found::add);
                isStockKnown = false;
                before = before.then(signed);
            }
        }
        return found;
    }

    /**
     * Of one close-down.
     *
     * @param before what was closed before it
     */
    public Optional<Difference> difference(StoreDayClosed signed, StoreHistory before) {
        List<String> lacking = again.lacking(AsThen.of(signed, before));
        return lacking.isEmpty() && !isPruned(signed)
                ? difference(signed, again.fold(signed, before))
                : unfolded(signed, lacking);
    }

    /** What can be said of a close-down whose entries are not all here. */
    private Optional<Difference> unfolded(StoreDayClosed signed, List<String> lacking) {
        return lacking.isEmpty() ? otherRoot(signed) : Optional.of(new Difference(signed, lacking));
    }

    private static Optional<Difference> difference(StoreDayClosed signed, CloseDown.Folded folded) {
        if (folded.closed().equals(signed)) return Optional.empty();
        return Optional.of(new Difference(signed, Differing.between(signed, folded.closed())));
    }

    /**
     * The articles' figures that the journals give for a close-down; none where its receipts are
     * pruned or lost.
     */
    public List<StoreDayProducts> products(StoreDayClosed signed, StoreState state) {
        if (isPruned(signed)) return List.of();
        StoreHistory before = StoreHistory.none(state.history().currency());
        for (StoreDayClosed each : state.history().closed()) {
            if (each.equals(signed)) break;
            before = before.then(each);
        }
        return again.lacking(AsThen.of(signed, before)).isEmpty()
                ? again.fold(signed, before).products()
                : List.of();
    }

    /**
     * Entries of this close-down that are counted in another journal, by those that repeat them.
     */
    public Map<JournalId, Repeats> repeats(StoreDayClosed signed, StoreHistory before) {
        return again.repeats(signed, before);
    }

    /** Of pruned receipts the hashes are still here, and the root is over these. */
    private Optional<Difference> otherRoot(StoreDayClosed signed) {
        DayDetails details = signed.details();
        if (details == null) return Optional.empty();
        RunningTree tree = new RunningTree();
        new DayLeaves(journals, source).show(signed, (_, _, hash) -> tree.add(hash.toBytes()));
        if (tree.root().equals(details.root())) return Optional.empty();
        return Optional.of(
                new Difference(
                        signed,
                        List.of(
                                "details › root: "
                                        + details.root()
                                        + ", where the journals give "
                                        + tree.root())));
    }

    /** Close-downs that cannot be folded again here, since receipts of theirs are pruned. */
    public long pruned(StoreState state) {
        return state.history().closed().stream().filter(this::isPruned).count();
    }

    private boolean isPruned(StoreDayClosed signed) {
        AsThen then = AsThen.of(signed, StoreHistory.none(signed.totals().currency()));
        return journals.stream()
                .anyMatch(journal ->
                        then.part(journal)
                                .filter(part -> part.first() > 0)
                                .filter(part -> part.first() <= journal.journal().prunedUpTo())
                                .isPresent());
    }
}
