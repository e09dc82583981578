package io.tidemark.fog.stock;

import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Day;
import io.tidemark.fog.ledger.StockTables.Snapshot;
import io.tidemark.ledger.stock.StockItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The goods on hand, kept in memory and read again as days change. Days before the last are folded
 * once; what they hold is forgotten, but for what their counts were off. Safe for use by several
 * threads.
 *
 * <p>Looking again rests ten times as long as it took, so that a page which is open all day takes a
 * tenth of one core at most, and half a second at least.
 */
public final class StockBook {
    static final Duration REST_MIN = Duration.ofMillis(500);
    private static final int RESTS = 10;

    private final StockTables tables;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Day, List<CountOfDay>> settled = new HashMap<>();
    private StockFold folded = new StockFold();
    private List<Day> foldedDays = List.of();
    private List<Day> shown = List.of();
    private Goods goods = Goods.NONE;
    private long restUntil;

    /**
     * @param nanos as {@link System#nanoTime}
     */
    public StockBook(StockTables tables, LongSupplier nanos) {
        this.tables = tables;
        this.nanos = nanos;
        this.restUntil = nanos.getAsLong();
    }

    /**
     * One for each unit that the article moved in; none if it never moved and was never counted.
     */
    public List<OnHand> of(String plu) {
        return goods().all().stream().filter(one -> one.item().plu().equals(plu)).toList();
    }

    /**
     * @throws io.tidemark.node.projection.ProjectionUnavailable while the tables are being built
     */
    public Goods goods() {
        lock.lock();
        try {
            long begun = nanos.getAsLong();
            if (begun - restUntil < 0) return goods;
            look();
            long ended = nanos.getAsLong();
            restUntil = ended + Math.max(REST_MIN.toNanos(), RESTS * (ended - begun));
            return goods;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        boolean changed = tables.read(this::foldChanges);
        if (changed) goods = new Goods(goods.all(), tables.articles());
    }

    private boolean foldChanges(Snapshot snapshot) {
        List<Day> days = snapshot.days();
        if (days.equals(shown)) return false;
        settled.keySet().retainAll(Set.copyOf(days));
        if (days.isEmpty()) {
            goods = Goods.NONE;
        } else {
            foldUpTo(days.subList(0, days.size() - 1), snapshot);
            StockFold all = folded.copy();
            add(days.getLast(), all, snapshot);
            goods = new Goods(all.onHand(), goods.articles());
        }
        shown = List.copyOf(days);
        return true;
    }

    /** Goes on from what was folded, or from the start if one of those days has changed. */
    private void foldUpTo(List<Day> days, Snapshot snapshot) {
        boolean goesOn =
                foldedDays.size() <= days.size()
                        && days.subList(0, foldedDays.size()).equals(foldedDays);
        if (goesOn && foldedDays.size() == days.size()) return;
        List<Day> done = goesOn ? new ArrayList<>(foldedDays) : new ArrayList<>();
        StockFold fold = goesOn ? folded.copy() : new StockFold();
        for (Day day : days.subList(done.size(), days.size())) {
            add(day, fold, snapshot);
            done.add(day);
        }
        folded = fold;
        foldedDays = List.copyOf(done);
    }

    private void add(Day day, StockFold fold, Snapshot snapshot) {
        fold.add(snapshot.sums(day.day()), counts(day, snapshot));
    }

    private List<CountOfDay> counts(Day day, Snapshot snapshot) {
        if (day.counts() == 0) return List.of();
        List<CountOfDay> known = settled.get(day);
        if (known != null) return known;
        List<Count> counts = snapshot.counts(day.day());
        List<CountOfDay> found =
                CountOfDay.of(counts, snapshot.movements(day.day(), itemsOf(counts)));
        settled.put(day, found);
        return found;
    }

    /** What became of an article on a day, in the order of the moments, newest first. */
    public List<Happening> happened(String plu, LocalDate day) {
        List<OnHand> onHand = of(plu);
        Set<StockItem> items =
                onHand.stream().map(OnHand::item).collect(Collectors.toUnmodifiableSet());
        if (items.isEmpty()) return List.of();
        return tables.read(snapshot ->
                Stream.<Happening>concat(
                                snapshot.movements(day, items).stream().map(Happening.Moved::new),
                                snapshot.counts(day).stream()
                                        .filter(count -> items.contains(count.item()))
                                        .map(count -> counted(count, onHand)))
                        .sorted(Comparator.comparing(Happening::moment).reversed())
                        .toList());
    }

    private static Happening counted(Count count, List<OnHand> onHand) {
        return new Happening.Counted(
                count,
                onHand.stream()
                        .flatMap(one -> one.counted().stream())
                        .filter(last -> last.count().equals(count))
                        .mapToLong(OnHand.Settled::variance)
                        .findFirst());
    }

    private static Set<StockItem> itemsOf(List<Count> counts) {
        return counts.stream().map(Count::item).collect(Collectors.toUnmodifiableSet());
    }
}
