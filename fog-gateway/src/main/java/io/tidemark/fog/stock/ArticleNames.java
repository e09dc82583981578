package io.tidemark.fog.stock;

import io.tidemark.fog.ledger.StockTables.Article;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names of articles that nobody delivered or counted, and which the tables therefore have no name
 * of: from the master data that the store sells by, else from the lines as they were sold. Each
 * article is asked for once in each version, since both are read from end to end; again only while
 * the master data cannot be read. Safe for use by several threads.
 */
public final class ArticleNames {
    private final Catalogue catalogue;
    private final Function<Set<String>, Map<String, Article>> asSold;
    private final Map<String, Article> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private long askedVersion;
    private Goods unnamed = Goods.NONE;
    private Goods named = Goods.NONE;

    /** The master data that the store sells by. */
    public interface Catalogue {
        /** 0 while there is none. */
        long version();

        /** Of those of these articles that it has; empty while it cannot be read. */
        Optional<Map<String, Article>> articles(Set<String> plus);
    }

    /**
     * @param asSold as the lines have them
     */
    public ArticleNames(Catalogue catalogue, Function<Set<String>, Map<String, Article>> asSold) {
        this.catalogue = catalogue;
        this.asSold = asSold;
    }

    /** The same goods, with a name for each that anything here knows one of. */
    public synchronized Goods named(Goods goods) {
        long version = catalogue.version();
        if (version == askedVersion && goods.equals(unnamed)) return named;
        if (version != askedVersion) asked.clear();
        Set<String> nameless = nameless(goods);
        learn(nameless);
        askedVersion = version;
        unnamed = asked.containsAll(nameless) ? goods : Goods.NONE;
        named = new Goods(goods.all(), with(goods.articles(), nameless));
        return named;
    }

    /** What these articles are called, as far as anything here knows. */
    public synchronized Map<String, String> of(Set<String> plus) {
        long version = catalogue.version();
        if (version != askedVersion) asked.clear();
        askedVersion = version;
        learn(plus);
        Map<String, String> names = new HashMap<>();
        for (String plu : plus) {
            Article article = known.get(plu);
            if (article != null) names.put(plu, article.description());
        }
        return names;
    }

    /** Of the master data that it reads. */
    public long version() {
        return catalogue.version();
    }

    private void learn(Set<String> nameless) {
        Set<String> wanted = new HashSet<>(nameless);
        wanted.removeAll(asked);
        if (wanted.isEmpty()) return;
        Optional<Map<String, Article>> listed = catalogue.articles(wanted);
        known.putAll(listed.orElse(Map.of()));
        if (listed.isPresent()) asked.addAll(wanted);
        wanted.removeAll(known.keySet());
        if (!wanted.isEmpty()) known.putAll(asSold.apply(wanted));
    }

    private Map<String, Article> with(Map<String, Article> articles, Set<String> nameless) {
        Map<String, Article> all = new HashMap<>(articles);
        for (String plu : nameless) {
            Article article = known.get(plu);
            if (article != null) all.put(plu, article);
        }
        return all;
    }

    private static Set<String> nameless(Goods goods) {
        return goods.all().stream()
                .map(one -> one.item().plu())
                .filter(plu -> goods.article(plu).description().isEmpty())
                .collect(Collectors.toSet());
    }
}
