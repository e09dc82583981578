package io.tidemark.edge.catalogue;

import io.tidemark.edge.record.Article;
import io.tidemark.edge.record.Catalogue;
import io.tidemark.edge.record.Staff;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One version of the master data, in the store's currency. About 300 bytes an article. */
public final class CatalogueInMemory implements Catalogue {
    /** What one search shows at most. */
    public static final int FOUND_MAX = 20;

    private final long version;
    private final List<TaxDefinition> taxes;
    private final Staff staff;
    private final Map<String, Article> byPlu = new HashMap<>();
    private final Map<String, Article> byGtin = new HashMap<>();

    private CatalogueInMemory(long version, List<TaxDefinition> taxes, Staff staff) {
        this.version = version;
        this.taxes = taxes;
        this.staff = staff;
    }

    /** Before any master data. */
    public static CatalogueInMemory empty() {
        return new CatalogueInMemory(0, List.of(), Staff.ANYBODY);
    }

    /** Articles without a price in this currency are not sold here. */
    public static CatalogueInMemory of(MasterData data, CurrencyCode currency) {
        CatalogueInMemory catalogue =
                new CatalogueInMemory(data.version(), data.taxes(), Staff.of(data));
        for (Product product : data.products())
            if (product.currency().equals(currency)) catalogue.add(product);
        return catalogue;
    }

    private void add(Product product) {
        TaxCategory tax = taxCategory(product.taxCategory()).orElseThrow();
        Line.Article line =
                new Line.Article(
                        product.plu(),
                        product.gtin(),
                        product.description(),
                        product.department(),
                        tax);
        Article article = new Article(line, product.unit(), product.price());
        byPlu.put(product.plu(), article);
        if (product.gtin() != null) byGtin.put(product.gtin(), article);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Optional<Article> byPlu(String plu) {
        return Optional.ofNullable(byPlu.get(plu));
    }

    @Override
    public Optional<Article> byGtin(String gtin) {
        return Optional.ofNullable(byGtin.get(gtin));
    }

    /** What a scanner or a person gives: a PLU, or else a GTIN. */
    public Optional<Article> byCode(String code) {
        return byPlu(code).or(() -> byPlu(code.toUpperCase(Locale.ROOT))).or(() -> byGtin(code));
    }

    /**
     * Articles whose description has all these words, or whose PLU begins with the text; by PLU.
     */
    public List<Article> search(String text) {
        String wanted = text.toLowerCase(Locale.ROOT).strip();
        List<String> words = List.of(wanted.split("\\s+"));
        return byPlu.values().stream()
                .filter(article -> matches(article, wanted, words))
                .sorted(Comparator.comparing(article -> article.line().plu()))
                .limit(FOUND_MAX)
                .toList();
    }

    @Override
    public Optional<TaxCategory> taxCategory(String code) {
        return taxes.stream()
                .map(TaxDefinition::category)
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** Who may do what, in this version. */
    public Staff staff() {
        return staff;
    }

    public List<TaxDefinition> taxes() {
        return taxes;
    }

    private static boolean matches(Article article, String wanted, List<String> words) {
        String description = article.line().description().toLowerCase(Locale.ROOT);
        return article.line().plu().toLowerCase(Locale.ROOT).startsWith(wanted)
                || words.stream().allMatch(description::contains);
    }
}
