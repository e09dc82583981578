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
    private final Rows receipts;
    private final Rows lines;

    ColumnMovements(
            List<ProductTotal.Key> products, long midnightMillis, Rows receipts, Rows lines) {
        this.products = products;
        this.midnightMillis = midnightMillis;
        this.receipts = receipts;
        this.lines = lines;
    }

    @Override
    public void show(Set<StockItem> items, Each each) {
        @Nullable StockItem[] wanted = wanted(items);
        NextLine line = new NextLine(lines.again());
        receipts.again();
        while (receipts.next()) {
            int[] linesOf = receipts.column(3);
            int[] sequences = receipts.column(6);
            int[] millis = receipts.column(7);
            for (int i = 0; i < receipts.count(); i++)
                for (int left = linesOf[i]; left > 0; left--) {
                    line.step();
                    StockItem item = wanted[line.product()];
                    if (item != null)
                        each.moved(
                                item, sequences[i], midnightMillis + millis[i], -line.quantity());
                }
        }
    }

    /** One line after the other, whichever receipt it is of. */
    private static final class NextLine {
        private final Rows rows;
        private int[] products = new int[0];
        private int[] quantities = products;
        private int at = -1;
        private int count;

        NextLine(Rows rows) {
            this.rows = rows;
        }

        void step() {
            if (++at < count) return;
            if (!rows.next()) throw new IllegalStateException("a receipt without all its lines");
            products = rows.column(0);
            quantities = rows.column(2);
            count = rows.count();
            at = 0;
        }

        int product() {
            return products[at];
        }

        int quantity() {
            return quantities[at];
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
