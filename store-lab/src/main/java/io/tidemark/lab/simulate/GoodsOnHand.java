package io.tidemark.lab.simulate;

import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Moment;
import io.tidemark.fog.ledger.StockTables.Movement;
import io.tidemark.fog.stock.OnHand;
import io.tidemark.fog.stock.StockFold;
import io.tidemark.lab.simulate.Takings.Counted;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.stock.StockItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the goods on hand, as a gateway works them out of the entries that it accepted, to the last
 * count and what moved after it (ADR 13), found here by putting everything in order.
 */
final class GoodsOnHand {
    private final Map<StockItem, List<Fact>> facts = new HashMap<>();
    private final Map<LocalDate, OfDay> days = new TreeMap<>();

    /**
     * @param counted whether it says how much is there; otherwise how much came, or went
     */
    private record Fact(LocalDate day, Moment moment, boolean counted, long quantity) {
        static final Comparator<Fact> ORDER =
                Comparator.comparing(Fact::day).thenComparing(Fact::moment);
    }

    /** What a gateway's tables keep of a day: sums, and what its counts need. */
    private record OfDay(Map<StockItem, Long> sums, List<Count> counts, List<Movement> movements) {
        OfDay() {
            this(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * @param accepted by the gateway, each command once
     */
    static void check(List<Counted> accepted, Parts parts) {
        GoodsOnHand goods = new GoodsOnHand();
        accepted.forEach(goods::take);
        Map<StockItem, Long> worked = goods.workedOut(parts);
        Map<StockItem, Long> inOrder = goods.inOrder();
        Violation.require(
                worked.equals(inOrder),
                Check.GOODS,
                () -> "the gateway works out " + worked + " on hand and it is " + inOrder);
    }

    private void take(Counted one) {
        Entry entry = one.entry();
        Event event = entry.event();
        if (event instanceof RetailTransaction sale)
            for (Line line : sale.lines())
                moved(
                        one,
                        entry,
                        item(line.plu(), line.quantity()),
                        -line.quantity().thousandths());
        if (event instanceof StockMoved moved)
            for (StockLine line : moved.lines())
                moved(
                        one,
                        entry,
                        item(line.plu(), line.quantity()),
                        moved.kind().flow().sign() * line.quantity().thousandths());
        if (event instanceof StockCounted counted)
            counted.lines().forEach(line -> counted(one, entry, line));
    }

    private static StockItem item(String plu, Quantity quantity) {
        return new StockItem(plu, quantity.unit());
    }

    private void moved(Counted one, Entry entry, StockItem item, long quantity) {
        LocalDate day = entry.header().businessDay();
        OfDay of = days.computeIfAbsent(day, _ -> new OfDay());
        of.sums().merge(item, quantity, Math::addExact);
        of.movements()
                .add(new Movement(day, item, moment(one, entry), "", quantity, "", 0, "", "", ""));
        fact(item, new Fact(day, moment(one, entry), false, quantity));
    }

    private void counted(Counted one, Entry entry, StockLine line) {
        LocalDate day = entry.header().businessDay();
        StockItem item = item(line.plu(), line.quantity());
        long quantity = line.quantity().thousandths();
        days.computeIfAbsent(day, _ -> new OfDay())
                .counts()
                .add(new Count(day, item, moment(one, entry), quantity, "", ""));
        fact(item, new Fact(day, moment(one, entry), true, quantity));
    }

    private void fact(StockItem item, Fact fact) {
        facts.computeIfAbsent(item, _ -> new ArrayList<>()).add(fact);
    }

    private static Moment moment(Counted one, Entry entry) {
        return new Moment(
                entry.header().at(),
                one.journal().node().device(),
                one.journal().epoch(),
                one.sequence());
    }

    /** By the gateway's own fold, as journal after journal came. */
    private Map<StockItem, Long> workedOut(Parts parts) {
        StockFold fold = new StockFold();
        for (OfDay of : days.values())
            fold.add(of.sums(), parts.counted(of.counts(), of.movements()));
        Map<StockItem, Long> onHand = new TreeMap<>();
        for (OnHand each : fold.onHand()) onHand.put(each.item(), each.quantity());
        return onHand;
    }

    private Map<StockItem, Long> inOrder() {
        Map<StockItem, Long> onHand = new TreeMap<>();
        facts.forEach((item, all) -> {
            long there = 0;
            for (Fact fact : all.stream().sorted(Fact.ORDER).toList())
                there = fact.counted() ? fact.quantity() : Math.addExact(there, fact.quantity());
            onHand.put(item, there);
        });
        return onHand;
    }
}
