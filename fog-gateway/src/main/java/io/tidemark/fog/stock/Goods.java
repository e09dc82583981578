package io.tidemark.fog.stock;

import io.tidemark.fog.ledger.StockTables.Article;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All goods at one moment.
 *
 * @param all by article code
 * @param articles what is known of their names, by article code
 */
public record Goods(List<OnHand> all, Map<String, Article> articles) {
    static final Goods NONE = new Goods(List.of(), Map.of());

    public Goods {
        all = List.copyOf(all);
        articles = Map.copyOf(articles);
    }

    /** Which goods are asked for. */
    public enum Which {
        ALL,
        NEGATIVE,
        COUNTED,
        /** Whose last count was off. */
        VARIANCE
    }

    /** What has this in its code, number or name; whatever its case. */
    public List<OnHand> matching(String words, Which which) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> isOf(which, one))
                .filter(one -> wanted.isEmpty() || says(one, wanted))
                .toList();
    }

    public Article article(String plu) {
        return articles.getOrDefault(plu, new Article(plu, null, ""));
    }

    public long negative() {
        return all.stream().filter(OnHand::isNegative).count();
    }

    private boolean says(OnHand one, String wanted) {
        Article article = article(one.item().plu());
        String gtin = article.gtin();
        return one.item().plu().toLowerCase(Locale.ROOT).contains(wanted)
                || article.description().toLowerCase(Locale.ROOT).contains(wanted)
                || (gtin != null && gtin.contains(wanted));
    }

    private static boolean isOf(Which which, OnHand one) {
        return switch (which) {
            case ALL -> true;
            case NEGATIVE -> one.isNegative();
            case COUNTED -> one.counted().isPresent();
            case VARIANCE -> one.counted().filter(last -> last.variance() != 0).isPresent();
        };
    }
}
