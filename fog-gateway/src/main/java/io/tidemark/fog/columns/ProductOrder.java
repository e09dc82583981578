package io.tidemark.fog.columns;

import io.tidemark.ledger.event.ProductTotal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of a day's products by their keys, kept until there are new ones: a shop's assortment
 * has been sold once long before the day is closed. Safe for use by several threads.
 */
final class ProductOrder {
    private final Names<ProductTotal.Key> names;
    private Ordered known = new Ordered(List.of(), new int[0]);

    /**
     * @param keys by number
     * @param ascending the numbers in the order of the keys
     */
    record Ordered(List<ProductTotal.Key> keys, int[] ascending) {}

    ProductOrder(Names<ProductTotal.Key> names) {
        this.names = names;
    }

    synchronized Ordered now() {
        if (names.size() != known.keys().size()) known = ordered(names.all());
        return known;
    }

    private static Ordered ordered(List<ProductTotal.Key> keys) {
        return new Ordered(
                keys,
                IntStream.range(0, keys.size())
                        .boxed()
                        .sorted(Comparator.comparing(keys::get))
                        .mapToInt(Integer::intValue)
                        .toArray());
    }
}
