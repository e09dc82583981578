package io.tidemark.ledger.closedown;

import io.tidemark.ledger.stock.StockItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers each movement of goods of one device's day, in arrays: a day may have a million of
 * them. These are short ones, one after the other: a long one that grows is there twice for a
 * moment, with room for what never comes. Not safe for use by several threads.
 */
final class MovementLog implements Movements {
    private static final int CHUNK = 256;

    /** In the place of a quantity that 32 bits do not hold. */
    private static final int LARGE = Integer.MIN_VALUE;

    private final List<Moves> moves = new ArrayList<>();
    private final List<Entries> entries = new ArrayList<>();
    private final Map<Integer, Long> large = new HashMap<>();
    private int moved;
    private int told;

    private static final class Moves {
        private final @Nullable StockItem[] items = new StockItem[CHUNK];
        private final int[] thousandths = new int[CHUNK];
    }

    private static final class Entries {
        private final long[] sequences = new long[CHUNK];
        private final long[] times = new long[CHUNK];

        /** Its first movement. */
        private final int[] begins = new int[CHUNK];
    }

    /** From now on another entry's are told. */
    void entry(long sequence, long millis) {
        int at = told % CHUNK;
        if (at == 0) entries.add(new Entries());
        Entries last = entries.getLast();
        last.sequences[at] = sequence;
        last.times[at] = millis;
        last.begins[at] = moved;
        told++;
    }

    /**
     * @param quantity thousandths, signed as they change the stock
     */
    void moved(StockItem item, long quantity) {
        int at = moved % CHUNK;
        if (at == 0) moves.add(new Moves());
        Moves last = moves.getLast();
        last.items[at] = item;
        boolean fits = quantity == (int) quantity && quantity != LARGE;
        last.thousandths[at] = fits ? (int) quantity : LARGE;
        if (!fits) large.put(moved, quantity);
        moved++;
    }

    @Override
    public void show(Set<StockItem> wanted, Each each) {
        int entry = -1;
        for (int i = 0; i < moved; i++) {
            while (entry + 1 < told && begins(entry + 1) <= i) entry++;
            StockItem item = moves.get(i / CHUNK).items[i % CHUNK];
            if (item == null || !wanted.contains(item)) continue;
            Entries its = entries.get(entry / CHUNK);
            each.moved(item, its.sequences[entry % CHUNK], its.times[entry % CHUNK], quantity(i));
        }
    }

    private int begins(int entry) {
        return entries.get(entry / CHUNK).begins[entry % CHUNK];
    }

    private long quantity(int movement) {
        int quantity = moves.get(movement / CHUNK).thousandths[movement % CHUNK];
        return quantity == LARGE ? large.getOrDefault(movement, (long) LARGE) : quantity;
    }
}
