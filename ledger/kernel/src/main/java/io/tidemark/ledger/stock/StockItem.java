package io.tidemark.ledger.stock;

import io.tidemark.ledger.money.Unit;
import java.util.Comparator;

/**
 * What is kept count of: an article in one unit. An article that is sold by the kilogram now and by
 * the piece later has two stocks, which no arithmetic could make one.
 */
public record StockItem(String plu, Unit unit) implements Comparable<StockItem> {
    /** What is sold by its price alone: no article, hence no stock. */
    private static final String OPEN_ITEM = "OPEN";

    private static final Comparator<StockItem> ORDER =
            Comparator.comparing(StockItem::plu).thenComparing(StockItem::unit);

    public static boolean isKept(String plu) {
        return !plu.equals(OPEN_ITEM);
    }

    @Override
    public int compareTo(StockItem other) {
        return ORDER.compare(this, other);
    }
}
