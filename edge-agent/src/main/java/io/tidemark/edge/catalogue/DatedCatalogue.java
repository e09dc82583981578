package io.tidemark.edge.catalogue;

import io.tidemark.edge.record.Article;
import io.tidemark.edge.record.Catalogue;
import io.tidemark.edge.record.Staff;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.masterdata.Trade;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue at one moment: one version, at the prices of one day of the store's calendar. A
 * basket is priced by one of these from its first line to its last.
 */
public final class DatedCatalogue implements Catalogue {
    /** What one search shows at most. */
    public static final int FOUND_MAX = 20;

    private final @Nullable CatalogueOnDisk articles;
    private final LocalDate day;
    private final Mending mending;

    /** Makes an index anew that cannot be read; empty if that does not help. */
    interface Mending {
        Optional<CatalogueOnDisk> mend(CatalogueOnDisk damaged);
    }

    DatedCatalogue(@Nullable CatalogueOnDisk articles, LocalDate day, Mending mending) {
        this.articles = articles;
        this.day = day;
        this.mending = mending;
    }

    /** Whose prices these are. */
    public LocalDate day() {
        return day;
    }

    @Override
    public long version() {
        return around().map(MasterData::version).orElse(0L);
    }

    @Override
    public Optional<Article> byPlu(String plu) {
        return found(from -> from.byPlu(plu), Optional.<Product>empty()).map(this::article);
    }

    @Override
    public Optional<Article> byGtin(String gtin) {
        return found(from -> from.byGtin(gtin), Optional.<Product>empty()).map(this::article);
    }

    /** What a scanner or a person gives: a PLU, or else a GTIN. */
    public Optional<Article> byCode(String code) {
        return byPlu(code).or(() -> byPlu(code.toUpperCase(Locale.ROOT))).or(() -> byGtin(code));
    }

    /**
     * Articles whose description has all these words, or whose PLU begins with the text; by PLU.
     */
    public List<Article> search(String text) {
        return found(from -> from.search(text, FOUND_MAX), List.<Product>of()).stream()
                .map(this::article)
                .toList();
    }

    @Override
    public Optional<TaxCategory> taxCategory(String code) {
        return taxes().stream()
                .map(TaxDefinition::category)
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    @Override
    public Trade trade() {
        return around().map(MasterData::trade).orElse(Trade.NONE);
    }

    /** Who may do what, in this version. */
    public Staff staff() {
        return around().map(Staff::of).orElse(Staff.ANYBODY);
    }

    public List<TaxDefinition> taxes() {
        return around().map(MasterData::taxes).orElse(List.of());
    }

    /** All but the articles; empty before any master data. */
    public Optional<MasterData> around() {
        return Optional.ofNullable(articles).map(CatalogueOnDisk::around);
    }

    /** What a damaged disk no longer has is as if it had never been there: it can be entered. */
    private <T> T found(Function<CatalogueOnDisk, T> look, T nothing) {
        CatalogueOnDisk from = articles;
        if (from == null) return nothing;
        try {
            return look.apply(from);
        } catch (ArticleIndex.Damaged damaged) {
            return mending.mend(from).map(look).orElse(nothing);
        }
    }

    private Article article(Product product) {
        TaxCategory tax =
                taxCategory(product.taxCategory())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "an article of a tax category that its file has not"));
        Line.Article line =
                new Line.Article(
                        product.plu(),
                        product.gtin(),
                        product.description(),
                        product.department(),
                        tax);
        return new Article(
                line,
                product.unit(),
                product.priceOn(day),
                product.cost(),
                product.nextAfter(day).orElse(null),
                product.soldAs());
    }
}
