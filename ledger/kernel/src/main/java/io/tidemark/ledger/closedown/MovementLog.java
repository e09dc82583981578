package io.tidemark.ledger.closedown;

import io.tidemark.ledger.stock.StockItem;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers each movement of goods of one device's day, in arrays: a day may have a million of
 * them. Not safe for use by several threads.
 */
final class MovementLog implements Movements {
    private static final int FIRST = 64;

    private @Nullable StockItem[] items = new StockItem[FIRST];
    private long[] thousandths = new long[FIRST];
    private int movements;
    private long[] sequences = new long[FIRST];
    private long[] times = new long[FIRST];
    private int[] begins = new int[FIRST];
    private int entries;

    /** From now on another entry's are told. */
    void entry(long sequence, long millis) {
        if (entries == begins.length) {
            sequences = Arrays.copyOf(sequences, 2 * entries);
            times = Arrays.copyOf(times, 2 * entries);
            begins = Arrays.copyOf(begins, 2 * entries);
        }
        sequences[entries] = sequence;
        times[entries] = millis;
        begins[entries++] = movements;
    }

    /**
     * @param quantity thousandths, signed as they change the stock
     */
    void moved(StockItem item, long quantity) {
        if (movements == items.length) {
            items = Arrays.copyOf(items, 2 * movements);
            thousandths = Arrays.copyOf(thousandths, 2 * movements);
        }
        items[movements] = item;
        thousandths[movements++] = quantity;
    }

    @Override
    public void show(Set<StockItem> wanted, Each each) {
        int entry = -1;
        for (int i = 0; i < movements; i++) {
            while (entry + 1 < entries && begins[entry + 1] <= i) entry++;
            StockItem item = items[i];
            if (item != null && wanted.contains(item))
                each.moved(item, sequences[entry], times[entry], thousandths[i]);
        }
    }
}
