package io.tidemark.fog.columns;

import io.tidemark.ledger.closedown.Movements;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.stock.StockItem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One device's receipts in columns, as what they moved of goods. Reads what was there when made.
 */
final class ColumnMovements implements Movements {
    private final List<ProductTotal.Key> products;
    private final long midnightMillis;
    private final int rows;
    private final int[][] receipts;
    private final int[][] lines;

    ColumnMovements(
            List<ProductTotal.Key> products,
            long midnightMillis,
            int rows,
            int[][] receipts,
            int[][] lines) {
        this.products = products;
        this.midnightMillis = midnightMillis;
        this.rows = rows;
        this.receipts = receipts;
        this.lines = lines;
    }

    @Override
    public void show(Set<StockItem> items, Each each) {
        @Nullable StockItem[] wanted = wanted(items);
        int[] linesOf = receipts[3];
        int[] product = lines[0];
        int line = 0;
        for (int i = 0; i < rows; i++)
            for (int end = line + linesOf[i]; line < end; line++) {
                StockItem item = wanted[product[line]];
                if (item != null)
                    each.moved(
                            item, receipts[6][i], midnightMillis + receipts[7][i], -lines[2][line]);
            }
    }

    /** For each product: what it is of these items, if it is one of them. */
    private @Nullable StockItem[] wanted(Set<StockItem> items) {
        @Nullable StockItem[] wanted = new StockItem[products.size()];
        for (int i = 0; i < wanted.length; i++) {
            ProductTotal.Key key = products.get(i);
            StockItem item = new StockItem(key.plu(), key.unit());
            if (key.kind().isGoods() && StockItem.isKept(key.plu()) && items.contains(item))
                wanted[i] = item;
        }
        return wanted;
    }
}
