package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.ProductTotal;
import java.util.ArrayList;
import java.util.List;

/** Articles' figures that are in the order of their keys. */
final class ProductRows {
    private ProductRows() {}

    /** Both together, in the same order; an article that both have is told once. */
    static List<ProductTotal> merged(List<ProductTotal> one, List<ProductTotal> other) {
        if (one.isEmpty()) return other;
        if (other.isEmpty()) return one;
        List<ProductTotal> all = new ArrayList<>(one.size() + other.size());
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            int order = one.get(i).key().compareTo(other.get(j).key());
            if (order < 0) all.add(one.get(i++));
            else if (order > 0) all.add(other.get(j++));
            else all.add(sum(one.get(i++), other.get(j++)));
        }
        all.addAll(one.subList(i, one.size()));
        all.addAll(other.subList(j, other.size()));
        return all;
    }

    private static ProductTotal sum(ProductTotal one, ProductTotal other) {
        return new ProductTotal(
                one.key(),
                Math.addExact(one.lines(), other.lines()),
                Math.addExact(one.thousandths(), other.thousandths()),
                one.gross().plus(other.gross()),
                one.tax().plus(other.tax()),
                one.cost().plus(other.cost()));
    }
}
