package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.node.paper.Articles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The articles of a close-down, a thousand at once, in JSON, the same in every node's API.
 *
 * @param total how many there are
 * @param from the first of these, counted from 0
 */
@Serdeable
public record ProductsJson(int total, int from, List<ProductJson> products) {
    private static final int AT_ONCE_MAX = 1_000;

    public static ProductsJson of(List<ProductTotal> all, int from, Articles.Names known) {
        int first = Math.clamp(from, 0, all.size());
        List<ProductTotal> some = all.subList(first, Math.min(all.size(), first + AT_ONCE_MAX));
        Map<String, String> names =
                some.isEmpty()
                        ? Map.of()
                        : known.of(
                                some.stream().map(ProductTotal::plu).collect(Collectors.toSet()));
        return new ProductsJson(
                all.size(), first, some.stream().map(row -> ProductJson.of(row, names)).toList());
    }
}
