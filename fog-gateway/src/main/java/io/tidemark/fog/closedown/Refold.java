package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DayRepeats;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.merkle.RunningTree;
import io.tidemark.ledger.stock.StockStanding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Folds every close-down again from the journals, each from what had come by then, and compares it
 * with the one that was signed. Equal close-downs have equal bytes.
 */
public final class Refold {
    private final List<DeviceJournal> journals;
    private final EntrySource source;
    private final IntFunction<StockStanding> stock;

    /** Where no goods have to be known of days that are pruned. */
    public Refold(List<DeviceJournal> journals) {
        this(journals, EntrySource.AS_OPENED);
    }

    /**
     * @param stock where so many close-downs left the goods, as {@link
     *     io.tidemark.fog.store.StoreJournal#stockAfter}: asked where they are pruned
     */
    public Refold(List<DeviceJournal> journals, IntFunction<StockStanding> stock) {
        this.journals = List.copyOf(journals);
        this.source = EntrySource.AS_OPENED;
        this.stock = stock;
    }

    Refold(List<DeviceJournal> journals, EntrySource source) {
        this.journals = List.copyOf(journals);
        this.source = source;
        this.stock = _ -> StockStanding.NONE;
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
            return "Z "
                    + signed.zNumber()
                    + " of "
                    + signed.day()
                    + (signed.supplement() == 0 ? "" : ", supplement " + signed.supplement())
                    + " says "
                    + String.join("; ", figures);
        }
    }

    public List<Difference> differences(StoreState state) {
        List<Difference> found = new ArrayList<>();
        StoreHistory before = StoreHistory.none(state.history().currency());
        for (StoreDayClosed signed : state.history().closed()) {
            if (isPruned(signed)) {
                otherRoot(signed).ifPresent(found::add);
                before = before.then(signed, stock.apply(before.closed().size() + 1));
            } else {
                CloseDown.Folded folded = fold(signed, before);
                difference(signed, folded).ifPresent(found::add);
                before = before.then(signed, folded.stock());
            }
        }
        return found;
    }

    /**
     * Of one close-down.
     *
     * @param before what was closed before it
     */
    Optional<Difference> difference(StoreDayClosed signed, StoreHistory before) {
        return isPruned(signed) ? otherRoot(signed) : difference(signed, fold(signed, before));
    }

    private static Optional<Difference> difference(StoreDayClosed signed, CloseDown.Folded folded) {
        if (folded.closed().equals(signed)) return Optional.empty();
        return Optional.of(new Difference(signed, Differing.between(signed, folded.closed())));
    }

    /**
     * The articles' figures that the journals give for a close-down; none where its receipts are
     * pruned.
     */
    public List<StoreDayProducts> products(StoreDayClosed signed, StoreState state) {
        if (isPruned(signed)) return List.of();
        StoreHistory before = StoreHistory.none(state.history().currency());
        for (StoreDayClosed each : state.history().closed()) {
            if (each.equals(signed)) break;
            before = before.then(each);
        }
        return fold(signed, before).products();
    }

    /** Of pruned receipts the hashes are still here, and the root is over these. */
    private Optional<Difference> otherRoot(StoreDayClosed signed) {
        DayDetails details = signed.details();
        DayLeaves leaves = new DayLeaves(journals, source);
        if (details == null || !leaves.areHere(signed)) return Optional.empty();
        RunningTree tree = new RunningTree();
        leaves.show(signed, (_, _, hash) -> tree.add(hash.toBytes()));
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
        return journals.stream()
                .anyMatch(journal ->
                        part(signed, journal)
                                .filter(part -> part.first() > 0)
                                .filter(part -> part.first() <= journal.journal().prunedUpTo())
                                .isPresent());
    }

    private CloseDown.Folded fold(StoreDayClosed signed, StoreHistory before) {
        Set<JournalId> earlier = goneOnFrom(signed);
        Map<JournalId, Repeats> repeats = repeats(signed, before);
        List<DeviceDayFold> folds = new ArrayList<>();
        for (DeviceJournal journal : journals)
            if (part(signed, journal).isPresent())
                folds.add(
                        fold(
                                signed,
                                before,
                                journal,
                                repeats.getOrDefault(journal.id(), Repeats.NONE)));
            else if (mayHaveMovedGoods(signed, before, journal))
                folds.add(fold(signed, before, journal, Repeats.NONE));
            else if (earlier.contains(journal.id()) || named(signed, journal).isPresent())
                folds.add(ended(signed, before, journal));
        folds.addAll(namedOnly(signed, before));
        return CloseDown.again(signed, before, folds);
    }

    /**
     * A count that comes in a supplement is held against all that moved on the day, also where the
     * supplement has nothing new of a device.
     */
    private static boolean mayHaveMovedGoods(
            StoreDayClosed signed, StoreHistory before, DeviceJournal journal) {
        DayDetails details = signed.details();
        StockValues goods = details == null ? null : details.stock();
        return goods != null
                && goods.counts().counted() > 0
                && before.hasPart(signed.day(), journal.id());
    }

    /**
     * Named by what head office's archive knew of them then, which no journal bears out: that part
     * of a close-down is taken from itself.
     */
    private List<DeviceDayFold> namedOnly(StoreDayClosed signed, StoreHistory before) {
        return signed.without().stream()
                .filter(missing -> journals.stream().noneMatch(each -> isOf(missing, each)))
                .flatMap(missing ->
                        idOf(missing).stream().map(id -> notHere(signed, before, missing, id)))
                .toList();
    }

    private Optional<JournalId> idOf(MissingDevice missing) {
        return journals.stream()
                .map(DeviceJournal::device)
                .filter(device -> device.device().equals(missing.device()))
                .findFirst()
                .map(device -> new JournalId(device, missing.epoch()));
    }

    private static DeviceDayFold notHere(
            StoreDayClosed signed, StoreHistory before, MissingDevice missing, JournalId id) {
        DeviceDayFold fold = new DeviceDayFold(id, "", signed.day(), 0, before.currency());
        fold.reached(missing.lastMark());
        return fold.known(knownEnd(signed, missing));
    }

    /** What a handheld had told of, and not brought yet, is not in its journal here. */
    private static long knownEnd(
            StoreDayClosed signed, MissingDevice missing, DeviceJournal journal) {
        return journal.opensByItself() ? missing.lastMark() + 1 : knownEnd(signed, missing);
    }

    /** Only of a journal that is not worked with any more is this taken from the close-down. */
    private static long knownEnd(StoreDayClosed signed, MissingDevice missing) {
        boolean hasLater =
                signed.tills().stream()
                        .filter(till -> till.device().equals(missing.device()))
                        .anyMatch(till -> till.epoch() > missing.epoch());
        return hasLater ? missing.lastMark() + 1 : 0;
    }

    private static Optional<MissingDevice> named(StoreDayClosed signed, DeviceJournal journal) {
        return signed.without().stream().filter(missing -> isOf(missing, journal)).findFirst();
    }

    /** What those with a part in it go on from; what goes on from these began later. */
    private Set<JournalId> goneOnFrom(StoreDayClosed signed) {
        Map<JournalId, Set<JournalId>> predecessors = new HashMap<>();
        for (DeviceJournal journal : journals)
            if (hadBegun(signed, journal))
                journal.continues()
                        .ifPresent(
                                from -> predecessors.put(journal.id(), Set.of(from.predecessor())));
        Lineage lineage = new Lineage(predecessors);
        return journals.stream()
                .filter(journal -> part(signed, journal).isPresent())
                .flatMap(journal -> lineage.ancestors(journal.id()).stream())
                .collect(Collectors.toSet());
    }

    /** It has nothing of the day; whether it was all here counts all the same. */
    private static DeviceDayFold ended(
            StoreDayClosed signed, StoreHistory before, DeviceJournal journal) {
        DeviceDayFold fold = begun(signed, before, journal);
        fold.reached(lastThen(signed, journal));
        return fold;
    }

    /** Where it was not named as short then, it was here to its end. */
    private static long lastThen(StoreDayClosed signed, DeviceJournal journal) {
        return named(signed, journal)
                .map(MissingDevice::lastMark)
                .orElseGet(() -> journal.received().sequence());
    }

    /** A device that was enrolled later had no part in it. */
    private static Optional<TillDay> part(StoreDayClosed signed, DeviceJournal journal) {
        return signed.tills().stream().filter(till -> isOf(till, journal)).findFirst();
    }

    private DeviceDayFold fold(
            StoreDayClosed signed, StoreHistory before, DeviceJournal journal, Repeats repeats) {
        DeviceDayFold fold = begun(signed, before, journal).repeating(repeats);
        long end = endThen(signed, before, journal);
        long first = journal.day(signed.day()).map(DaySpan::first).orElse(end);
        if (end > 0) source.show(journal, Math.max(1, first), end, fold);
        fold.reached(lastThen(signed, journal));
        return fold;
    }

    private static DeviceDayFold begun(
            StoreDayClosed signed, StoreHistory before, DeviceJournal journal) {
        DeviceDayFold fold =
                new DeviceDayFold(
                        journal.id(),
                        journal.workstation(),
                        signed.day(),
                        before.takenUpTo(signed.day(), journal.id()),
                        before.currency());
        if (hadBegun(signed, journal)) journal.first().ifPresent(fold::begins);
        return fold.byRules(signed.rulesVersion())
                .waitedForOnlyOpen(journal.opensByItself())
                .known(
                        named(signed, journal)
                                .map(missing -> knownEnd(signed, missing, journal))
                                .orElse(0L));
    }

    /**
     * Entries of this close-down that are counted in another journal, by those that repeat them.
     */
    public Map<JournalId, Repeats> repeats(StoreDayClosed signed, StoreHistory before) {
        return new DayRepeats(signed.day(), before, signed.rulesVersion())
                .of(journals.stream().map(journal -> then(signed, before, journal)).toList());
    }

    private DayRepeats.Part then(
            StoreDayClosed signed, StoreHistory before, DeviceJournal journal) {
        Optional<DaySpan> span = journal.day(signed.day());
        long end = endThen(signed, before, journal);
        return new DayRepeats.Part(
                journal.id(),
                span.map(DaySpan::first).orElse(Long.MAX_VALUE),
                span.map(found -> Math.min(found.last(), end)).orElse(0L),
                lastThen(signed, journal),
                journal.continues().map(JournalContinued::grant),
                (from, to, visitor) -> source.show(journal, from, to, visitor));
    }

    private static long endThen(StoreDayClosed signed, StoreHistory before, DeviceJournal journal) {
        return Math.max(endThen(signed, journal), before.takenUpTo(signed.day(), journal.id()));
    }

    /**
     * How far the journal had come: to the mark of a device left out, else to its day's last entry.
     */
    private static long endThen(StoreDayClosed signed, DeviceJournal journal) {
        return named(signed, journal)
                .map(MissingDevice::lastMark)
                .orElseGet(() -> part(signed, journal).map(TillDay::last).orElse(0L));
    }

    /** One that was waited for in vain may have had nothing at all yet. */
    private static boolean hadBegun(StoreDayClosed signed, DeviceJournal journal) {
        return named(signed, journal).filter(missing -> missing.lastMark() == 0).isEmpty();
    }

    private static boolean isOf(TillDay till, DeviceJournal journal) {
        return till.device().equals(journal.device().device())
                && till.epoch() == journal.id().epoch();
    }

    private static boolean isOf(MissingDevice missing, DeviceJournal journal) {
        return missing.device().equals(journal.device().device())
                && missing.epoch() == journal.id().epoch();
    }
}
