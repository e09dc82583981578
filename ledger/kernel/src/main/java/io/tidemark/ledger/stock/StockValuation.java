package io.tidemark.ledger.stock;

import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.money.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what a close-down says of goods into where the one before left them. Pure: who has a
 * store's journal comes to the same.
 */
public final class StockValuation {
    private final LocalDate day;
    private final List<StockStanding.Item> after = new ArrayList<>();
    private final StockFlows flows = new StockFlows();

    private StockValuation(LocalDate day) {
        this.day = day;
    }

    /**
     * What became of a store's goods.
     *
     * @param flows what they were worth that came and went
     */
    public record Valued(StockFlows flows, StockStanding after) {}

    /**
     * @param products what was sold, ascending by key
     * @param rows what went otherwise or was counted, ascending
     */
    public static Valued of(
            StockStanding before,
            LocalDate day,
            List<ProductTotal> products,
            List<StockOfDay> rows) {
        StockValuation valuation = new StockValuation(day);
        valuation.value(before.items(), sold(products), rows);
        return new Valued(valuation.flows, new StockStanding(valuation.after));
    }

    /**
     * What was sold of an item, less what came back.
     *
     * @param cost standard cost of what knows it
     */
    record Sold(StockItem item, long thousandths, long cost) {}

    private static List<Sold> sold(List<ProductTotal> products) {
        List<Sold> sold = new ArrayList<>(products.size());
        int from = 0;
        while (from < products.size()) {
            String plu = products.get(from).plu();
            int to = from + 1;
            while (to < products.size() && products.get(to).plu().equals(plu)) to++;
            if (StockItem.isKept(plu)) addSold(products, from, to, sold);
            from = to;
        }
        return sold;
    }

    /** One article may stand in several departments, kinds and units. */
    private static void addSold(List<ProductTotal> products, int from, int to, List<Sold> sold) {
        for (Unit unit : Unit.values()) {
            long quantity = 0;
            long cost = 0;
            boolean any = false;
            for (int i = from; i < to; i++) {
                ProductTotal each = products.get(i);
                if (each.key().unit() != unit || !each.key().kind().isGoods()) continue;
                any = true;
                quantity = Math.addExact(quantity, each.thousandths());
                cost = Math.addExact(cost, each.cost().minor());
            }
            if (any)
                sold.add(new Sold(new StockItem(products.get(from).plu(), unit), quantity, cost));
        }
    }

    private void value(List<StockStanding.Item> before, List<Sold> sold, List<StockOfDay> rows) {
        int standing = 0;
        int product = 0;
        int row = 0;
        while (product < sold.size() || row < rows.size()) {
            StockItem item = first(sold, product, rows, row);
            while (standing < before.size() && before.get(standing).item().compareTo(item) < 0)
                after.add(before.get(standing++));
            boolean known = standing < before.size() && before.get(standing).item().equals(item);
            StockStanding.Item was = known ? before.get(standing++) : StockStanding.Item.none(item);
            boolean isSold = product < sold.size() && sold.get(product).item().equals(item);
            boolean isMoved = row < rows.size() && rows.get(row).item().equals(item);
            after.add(
                    new ItemValuation(was, flows)
                            .after(
                                    day,
                                    isSold ? sold.get(product++) : null,
                                    isMoved ? rows.get(row++) : null));
        }
        after.addAll(before.subList(standing, before.size()));
    }

    private static StockItem first(List<Sold> sold, int product, List<StockOfDay> rows, int row) {
        if (product == sold.size()) return rows.get(row).item();
        if (row == rows.size()) return sold.get(product).item();
        StockItem one = sold.get(product).item();
        StockItem other = rows.get(row).item();
        return one.compareTo(other) <= 0 ? one : other;
    }
}
