package io.tidemark.node.projection;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * Many sums in one column: the array [item, amount, item, amount, …], by item. For totals that have
 * thousands of keys, such as a day's by article: a row for each would cost a look-up and a MERGE a
 * line, this costs them once a transaction for hundreds of keys.
 *
 * <p>What was added up to nothing stays, so that the bytes depend on what was added and on no
 * order.
 */
public final class PackedSums {
    /** Characters of an item. */
    public static final int ITEM_MAX = 256;

    private static final int BYTES_OF_ITEM = 24;

    private final NavigableMap<String, Long> sums = new TreeMap<>();
    private final Map<String, long[]> added = new HashMap<>();

    PackedSums() {}

    /** Those that are there already, to be added to. */
    static PackedSums of(byte[] column) {
        PackedSums packed = new PackedSums();
        read(column, packed.sums::put);
        return packed;
    }

    void add(String item, long amount) {
        if (item.length() > ITEM_MAX)
            throw new IllegalArgumentException(
                    "an item has at most " + ITEM_MAX + " characters, not " + item.length());
        long[] sum = added.computeIfAbsent(item, _ -> new long[1]);
        sum[0] = Math.addExact(sum[0], amount);
    }

    /** The column's bytes, with what was added. */
    byte[] toBytes() {
        added.forEach((item, amount) -> sums.merge(item, amount[0], Math::addExact));
        added.clear();
        CborWriter writer = new CborWriter(BYTES_OF_ITEM * (1 + sums.size()));
        writer.array(2 * sums.size());
        sums.forEach((item, sum) -> writer.text(item).integer(sum));
        return writer.toBytes();
    }

    /** Shows each item and its sum, by item. */
    public static void read(byte[] column, ObjLongConsumer<String> visitor) {
        CborReader reader = new CborReader(column);
        int items = reader.array() / 2;
        for (int i = 0; i < items; i++) visitor.accept(reader.text(ITEM_MAX), reader.integer());
        reader.end();
    }
}
