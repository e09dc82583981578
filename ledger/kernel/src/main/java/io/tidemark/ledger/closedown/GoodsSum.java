package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.stock.StockItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one device's journal has to say of goods, besides the sums of what it sold. Not safe for use
 * by several threads.
 */
final class GoodsSum {
    private final Map<StockItem, Map<Way, Long>> quantities = new HashMap<>();
    private final Map<StockItem, Map<Way, Long>> costs = new HashMap<>();
    private final List<Counted> counts = new ArrayList<>();
    private final List<Transferred> transfers = new ArrayList<>();
    private final MovementLog log = new MovementLog();
    private final List<Movements> elsewhere = new ArrayList<>();

    /** A flow, and whether the cost of what went so is known. */
    record Way(StockFlow flow, boolean isCosted) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int order = flow.compareTo(other.flow);
            return order == 0 ? Boolean.compare(other.isCosted, isCosted) : order;
        }
    }

    /** A line of a count. */
    record Counted(long sequence, long millis, StockItem item, StockLine line) {}

    /** A transfer as it was recorded. */
    record Transferred(long sequence, long millis, String operator, StockMoved moved) {}

    /** An entry that the close-down takes in; of receipts, each line is told apart. */
    void add(long sequence, Entry entry) {
        EntryHeader header = entry.header();
        Event event = entry.event();
        if (event instanceof RetailTransaction) log.entry(sequence, millis(header));
        if (event instanceof StockMoved moved) {
            seen(sequence, entry);
            for (StockLine line : moved.lines()) add(moved.kind().flow(), line);
            if (moved.isTransfer())
                transfers.add(new Transferred(sequence, millis(header), header.operator(), moved));
        } else if (event instanceof StockCounted counted) {
            for (StockLine line : counted.lines())
                counts.add(new Counted(sequence, millis(header), item(line), line));
        }
    }

    /** Of the receipt that was added last. */
    void sold(StockItem item, Quantity quantity) {
        log.moved(item, -quantity.thousandths());
    }

    private void add(StockFlow flow, StockLine line) {
        Money cost = line.cost();
        Way way = new Way(flow, cost != null);
        StockItem item = item(line);
        quantities
                .computeIfAbsent(item, _ -> new HashMap<>())
                .merge(way, line.quantity().thousandths(), Math::addExact);
        if (cost != null)
            costs.computeIfAbsent(item, _ -> new HashMap<>())
                    .merge(way, cost.minor(), Math::addExact);
    }

    /**
     * One of the day that an earlier close-down took in: counts are held against all that moved.
     */
    void seen(long sequence, Entry entry) {
        long millis = millis(entry.header());
        if (entry.event() instanceof RetailTransaction transaction) {
            log.entry(sequence, millis);
            for (Line line : transaction.lines())
                ProductSum.item(ProductTotal.Key.of(line))
                        .ifPresent(item -> sold(item, line.quantity()));
        } else if (entry.event() instanceof StockMoved moved) {
            log.entry(sequence, millis);
            for (StockLine line : moved.lines())
                log.moved(item(line), moved.kind().flow().sign() * line.quantity().thousandths());
        }
    }

    /** What was added up elsewhere, one by one. */
    void add(Movements others) {
        elsewhere.add(others);
    }

    private static long millis(EntryHeader header) {
        return header.at().toInstant().toEpochMilli();
    }

    private static StockItem item(StockLine line) {
        return new StockItem(line.plu(), line.quantity().unit());
    }

    Map<StockItem, Map<Way, Long>> quantities() {
        return quantities;
    }

    /** Of what is costed. */
    Map<StockItem, Map<Way, Long>> costs() {
        return costs;
    }

    List<Counted> counts() {
        return counts;
    }

    List<Transferred> transfers() {
        return transfers;
    }

    /** All that moved, taken in now or by an earlier close-down. */
    Movements movements() {
        return (items, each) -> {
            log.show(items, each);
            for (Movements others : elsewhere) others.show(items, each);
        };
    }
}
