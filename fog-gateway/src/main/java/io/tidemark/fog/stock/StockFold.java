package io.tidemark.fog.stock;

import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.ledger.stock.StockItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out what is on hand, business day by business day. Pure: the same days give the same, in
 * whatever order their entries arrived. Not safe for use by several threads.
 *
 * <p>On hand is the last count and what moved after it, or all that ever moved if nobody counted. A
 * count is later than another by its business day, then by its moment.
 */
public final class StockFold {
    private final Map<StockItem, Standing> standings;

    public StockFold() {
        this(new HashMap<>());
    }

    private StockFold(Map<StockItem, Standing> standings) {
        this.standings = standings;
    }

    /**
     * @param moved all that moved so far
     * @param movedAtLast how much of it before the last count
     */
    private record Standing(long moved, OnHand.@Nullable Settled last, long movedAtLast) {
        static final Standing NOTHING = new Standing(0, null, 0);

        Standing counted(Count count, long movedBefore) {
            long movedAtCount = Math.addExact(moved, movedBefore);
            return new Standing(moved, new OnHand.Settled(count, at(movedAtCount)), movedAtCount);
        }

        Standing moving(long quantity) {
            return new Standing(Math.addExact(moved, quantity), last, movedAtLast);
        }

        long onHand() {
            return at(moved);
        }

        private long at(long movedUpToThere) {
            OnHand.Settled from = last;
            return from == null
                    ? movedUpToThere
                    : Math.addExact(from.count().quantity(), movedUpToThere - movedAtLast);
        }
    }

    /**
     * The next business day.
     *
     * @param sums what moved, by item
     * @param counts in the order of their moments
     */
    public void add(Map<StockItem, Long> sums, List<CountOfDay> counts) {
        for (CountOfDay each : counts)
            standings.merge(
                    each.count().item(),
                    Standing.NOTHING.counted(each.count(), each.movedBefore()),
                    (before, _) -> before.counted(each.count(), each.movedBefore()));
        sums.forEach((item, moved) ->
                standings.merge(
                        item, new Standing(moved, null, 0), (before, _) -> before.moving(moved)));
    }

    /** The same so far; each goes on by itself. */
    StockFold copy() {
        return new StockFold(new HashMap<>(standings));
    }

    /** By article code. */
    public List<OnHand> onHand() {
        return standings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        new OnHand(
                                each.getKey(),
                                each.getValue().onHand(),
                                Optional.ofNullable(each.getValue().last())))
                .toList();
    }
}
