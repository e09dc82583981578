package io.tidemark.fog.ledger;

import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;

/** How an item stands in the packed sums of a day. */
final class PackedItem {
    private static final int BUCKETS = 64;
    private static final char BETWEEN = ' ';

    private PackedItem() {}

    /** The same on every machine: it is in the tables. */
    static int bucket(StockItem item) {
        int digest = item.plu().hashCode();
        return Math.floorMod(digest ^ (digest >>> 16), BUCKETS);
    }

    static String of(StockItem item) {
        return item.unit().code() + BETWEEN + item.plu();
    }

    static StockItem item(String packed) {
        int end = packed.indexOf(BETWEEN);
        return new StockItem(packed.substring(end + 1), Unit.of(packed.substring(0, end)));
    }
}
