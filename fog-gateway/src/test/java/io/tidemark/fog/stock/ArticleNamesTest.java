package io.tidemark.fog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.ledger.StockTables.Article;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArticleNamesTest {
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Article> catalogue = new HashMap<>();
    private long version = 1;
    private boolean readable = true;
    private final ArticleNames names =
            new ArticleNames(
                    new ArticleNames.Catalogue() {
                        @Override
                        public long version() {
                            return version;
                        }

                        @Override
                        public Optional<Map<String, Article>> articles(Set<String> plus) {
                            asked.add("catalogue");
                            return readable ? Optional.of(of(plus)) : Optional.empty();
                        }
                    },
                    this::asSold);

    @Test
    void a_name_is_the_delivery_s_else_the_catalogue_s_else_the_receipt_s() {
        catalogue.put("A", called("A", "as in the catalogue"));
        catalogue.put("B", called("B", "as in the catalogue"));
        Goods goods = goods(Map.of("A", called("A", "as delivered")), "A", "B", "C");

        Goods named = names.named(goods);

        assertThat(List.of("A", "B", "C"))
                .extracting(plu -> named.article(plu).description())
                .containsExactly("as delivered", "as in the catalogue", "as sold");
    }

    @Test
    void each_article_is_asked_for_once_in_each_version() {
        Goods goods = goods(Map.of(), "A");
        names.named(goods);
        names.named(goods);
        names.named(goods(Map.of(), "A"));
        assertThat(asked).containsExactly("catalogue", "lines");

        version = 2;
        catalogue.put("A", called("A", "as in version 2"));

        assertThat(names.named(goods).article("A").description()).isEqualTo("as in version 2");
    }

    @Test
    void master_data_that_cannot_be_read_are_asked_again() {
        catalogue.put("A", called("A", "as in the catalogue"));
        readable = false;
        assertThat(names.named(goods(Map.of(), "A")).article("A").description())
                .isEqualTo("as sold");

        readable = true;

        assertThat(names.named(goods(Map.of(), "A")).article("A").description())
                .isEqualTo("as in the catalogue");
    }

    private Map<String, Article> asSold(Set<String> plus) {
        asked.add("lines");
        Map<String, Article> sold = new HashMap<>();
        for (String plu : plus) sold.put(plu, called(plu, "as sold"));
        return sold;
    }

    private Map<String, Article> of(Set<String> plus) {
        Map<String, Article> found = new HashMap<>(catalogue);
        found.keySet().retainAll(plus);
        return found;
    }

    private static Goods goods(Map<String, Article> articles, String... plus) {
        List<OnHand> all = new ArrayList<>();
        for (String plu : plus)
            all.add(new OnHand(new StockItem(plu, Unit.PIECE), -1_000, Optional.empty()));
        return new Goods(all, articles);
    }

    private static Article called(String plu, String description) {
        return new Article(plu, null, description);
    }
}
