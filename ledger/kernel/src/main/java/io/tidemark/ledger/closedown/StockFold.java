package io.tidemark.ledger.closedown;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.GoodsSum.Way;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StockOfDay.Moment;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayStock;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.ledger.stock.StockStanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a close-down takes in of goods besides sales, of all devices. Pure.
 *
 * <p>A count says what was there at its moment, by the clocks of the devices; between devices there
 * is no other order. Of the counts of an item the last one counts, and what is on hand follows from
 * it and from what moved on its day after it. So only where that count stands among the movements
 * has to be found out, and only of items that were counted. What comes late and lies before the
 * count was there to be counted: it changes what the count was off by, and not what is there. A
 * count that comes after a later day was closed cannot be placed any more, and is told as late.
 */
final class StockFold {
    private final LocalDate day;
    private final StoreHistory history;
    private final List<DeviceDayFold> devices;
    private final Map<StockItem, Last> last = new HashMap<>();
    private final Map<StockItem, Moment> earlier = new HashMap<>();
    private final Map<StockItem, Long> movedAfter = new HashMap<>();
    private final Map<StockItem, Long> movedBefore = new HashMap<>();
    private long counted;
    private long late;

    private record Last(Moment moment, GoodsSum.Counted count) {}

    /**
     * @param devices in their order
     */
    StockFold(LocalDate day, StoreHistory history, List<DeviceDayFold> devices) {
        this.day = day;
        this.history = history;
        this.devices = devices;
    }

    /** Lines of counts that are taken in. */
    long counted() {
        return counted;
    }

    /** Of which so many cannot be placed. */
    long late() {
        return late;
    }

    /** Ascending by item. */
    List<StockOfDay> rows() {
        for (DeviceDayFold device : devices)
            for (GoodsSum.Counted count : device.details().goods().counts())
                counted(moment(device.journal(), count), count);
        if (history.isClosed(day)) countedEarlier();
        place();
        Map<StockItem, Map<Way, Long>> quantities = new TreeMap<>();
        Map<StockItem, Map<Way, Long>> costs = new HashMap<>();
        for (DeviceDayFold device : devices) {
            add(device.details().goods().quantities(), quantities);
            add(device.details().goods().costs(), costs);
        }
        Set<StockItem> items = new TreeSet<>(quantities.keySet());
        items.addAll(last.keySet());
        items.addAll(movedBefore.keySet());
        return items.stream()
                .map(item ->
                        row(
                                item,
                                quantities.getOrDefault(item, Map.of()),
                                costs.getOrDefault(item, Map.of())))
                .toList();
    }

    private static Moment moment(JournalId journal, GoodsSum.Counted count) {
        return new Moment(
                count.millis(), journal.node().device(), journal.epoch(), count.sequence());
    }

    private void counted(Moment moment, GoodsSum.Counted count) {
        counted++;
        boolean tooLate = history.lastDay().filter(newest -> newest.isAfter(day)).isPresent();
        if (tooLate) late++;
        else
            last.merge(
                    count.item(),
                    new Last(moment, count),
                    (one, other) -> one.moment().compareTo(other.moment()) < 0 ? other : one);
    }

    /** What this day's earlier close-downs took in as the last count of an item. */
    private void countedEarlier() {
        for (StockStanding.Item item : history.stock().items()) {
            StockStanding.Counted before = item.counted();
            if (before == null || !before.day().equals(day)) continue;
            Last now = last.get(item.item());
            if (now != null && now.moment().compareTo(before.moment()) > 0) continue;
            last.remove(item.item());
            earlier.put(item.item(), before.moment());
        }
    }

    private void place() {
        Set<StockItem> wanted = new TreeSet<>(last.keySet());
        wanted.addAll(earlier.keySet());
        if (wanted.isEmpty()) return;
        Set<StockItem> items = Set.copyOf(wanted);
        for (DeviceDayFold device : devices) {
            JournalId journal = device.journal();
            device.details()
                    .goods()
                    .movements()
                    .show(
                            items,
                            (item, sequence, millis, thousandths) ->
                                    place(
                                            item,
                                            new Moment(
                                                    millis,
                                                    journal.node().device(),
                                                    journal.epoch(),
                                                    sequence),
                                            device.isTaken(sequence),
                                            thousandths));
        }
    }

    private void place(StockItem item, Moment moment, boolean isTaken, long thousandths) {
        Last now = last.get(item);
        Moment before = earlier.get(item);
        if (now != null && moment.compareTo(now.moment()) > 0)
            movedAfter.merge(item, thousandths, Math::addExact);
        if (before != null && !isTaken && moment.compareTo(before) < 0)
            movedBefore.merge(item, thousandths, Math::addExact);
    }

    private static void add(
            Map<StockItem, Map<Way, Long>> more, Map<StockItem, Map<Way, Long>> to) {
        more.forEach((item, ways) ->
                ways.forEach((way, sum) ->
                        to.computeIfAbsent(item, _ -> new TreeMap<>())
                                .merge(way, sum, Math::addExact)));
    }

    private StockOfDay row(StockItem item, Map<Way, Long> quantities, Map<Way, Long> costs) {
        List<StockOfDay.Part> parts = new ArrayList<>();
        quantities.forEach((way, thousandths) ->
                parts.add(
                        new StockOfDay.Part(
                                way.flow(),
                                thousandths,
                                way.isCosted() ? money(costs.getOrDefault(way, 0L)) : null)));
        return new StockOfDay(item, parts, counted(item), movedBefore.getOrDefault(item, 0L));
    }

    private StockOfDay.@Nullable Counted counted(StockItem item) {
        Last now = last.get(item);
        if (now == null) return null;
        return new StockOfDay.Counted(
                now.moment(),
                now.count().line().quantity().thousandths(),
                now.count().line().cost(),
                movedAfter.getOrDefault(item, 0L));
    }

    private Money money(long minor) {
        return new Money(minor, history.currency());
    }

    /** What these rows and the transfers are told by, in the order of the store's journal. */
    List<StoreDayFigures> figures(int supplement, List<StockOfDay> rows) {
        List<StoreDayFigures> figures = new ArrayList<>();
        for (DeviceDayFold device : devices)
            for (GoodsSum.Transferred each : device.details().goods().transfers())
                figures.add(transfer(supplement, device.journal(), each));
        CurrencyCode currency = history.currency();
        for (int from = 0, part = 1; from < rows.size(); from += StoreDayStock.ROWS_MAX, part++)
            figures.add(
                    new StoreDayStock(
                            day,
                            supplement,
                            part,
                            currency,
                            rows.subList(
                                    from, Math.min(from + StoreDayStock.ROWS_MAX, rows.size()))));
        return figures;
    }

    private StoreTransfer transfer(
            int supplement, JournalId journal, GoodsSum.Transferred transferred) {
        return new StoreTransfer(
                day,
                supplement,
                new Moment(
                        transferred.millis(),
                        journal.node().device(),
                        journal.epoch(),
                        transferred.sequence()),
                transferred.operator(),
                transferred.moved());
    }
}
