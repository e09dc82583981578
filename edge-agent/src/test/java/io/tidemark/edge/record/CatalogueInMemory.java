package io.tidemark.edge.record;

import io.tidemark.ledger.event.TaxCategory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue as a test writes it down. */
record CatalogueInMemory(long version, Map<String, Article> articles, List<TaxCategory> categories)
        implements Catalogue {
    static CatalogueInMemory empty() {
        return new CatalogueInMemory(0, Map.of(), List.of());
    }

    @Override
    public Optional<Article> byPlu(String plu) {
        return Optional.ofNullable(articles.get(plu));
    }

    @Override
    public Optional<Article> byGtin(String gtin) {
        return articles.values().stream()
                .filter(article -> gtin.equals(article.line().gtin()))
                .findFirst();
    }

    @Override
    public Optional<TaxCategory> taxCategory(String code) {
        return categories.stream().filter(category -> category.code().equals(code)).findFirst();
    }
}
