package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.UnitPrice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a basket name: an article by its PLU or GTIN, a package by the label that
 * scales printed for it, or something that the catalogue does not know, with all that the catalogue
 * would say.
 */
final class Naming {
    /** The article code of what is sold without one. */
    static final String OPEN_ITEM = "OPEN";

    private static final String NO_DEPARTMENT = "";

    private final Catalogue catalogue;
    private final CurrencyCode currency;

    Naming(Catalogue catalogue, CurrencyCode currency) {
        this.catalogue = catalogue;
        this.currency = currency;
    }

    /**
     * @param known what the catalogue says; null where it was entered
     * @param label null where no scales printed one
     */
    record Named(Line.Article article, @Nullable Article known, @Nullable Label label) {}

    /** What cannot be sold, for a reason that a cashier can act on. */
    static final class NotSaleable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSaleable(String why) {
            super(why);
        }
    }

    Named of(BasketLine asked) {
        BasketLine.Named named = asked.article();
        Optional<Article> known = find(named);
        Optional<Label> label = known.isPresent() ? Optional.empty() : label(named);
        Article listed = known.or(() -> label.map(Label::article)).orElse(null);
        return new Named(
                listed == null ? openItem(named, asked.price()) : named(listed.line(), named),
                listed,
                label.orElse(null));
    }

    private Optional<Article> find(BasketLine.Named asked) {
        if (asked.plu() != null) return catalogue.byPlu(asked.plu());
        if (asked.gtin() != null) return catalogue.byGtin(asked.gtin());
        return Optional.empty();
    }

    private Optional<Label> label(BasketLine.Named asked) {
        return asked.plu() != null || asked.gtin() == null
                ? Optional.empty()
                : Label.read(asked.gtin(), catalogue, currency);
    }

    /** What the caller says of the article goes before what the catalogue says. */
    private Line.Article named(Line.Article listed, BasketLine.Named asked) {
        return new Line.Article(
                listed.plu(),
                listed.gtin(),
                or(asked.description(), listed.description()),
                or(asked.department(), listed.department()),
                asked.taxCategory() == null ? listed.tax() : tax(asked.taxCategory()));
    }

    /** Sold without the catalogue: everything it would say must have been entered. */
    private Line.Article openItem(BasketLine.Named asked, @Nullable UnitPrice price) {
        String code = asked.plu() != null ? asked.plu() : asked.gtin();
        if (asked.description() == null || asked.taxCategory() == null || price == null)
            throw unsaleable(
                    code == null
                            ? "needs a PLU or GTIN, or a description, tax category and price"
                            : "no article has the code '"
                                    + code
                                    + "'"
                                    + version()
                                    + ": check the code, or enter description, tax category and price");
        return new Line.Article(
                or(asked.plu(), OPEN_ITEM),
                asked.gtin(),
                asked.description(),
                or(asked.department(), NO_DEPARTMENT),
                tax(asked.taxCategory()));
    }

    private TaxCategory tax(String code) {
        return catalogue
                .taxCategory(code)
                .orElseThrow(() ->
                        unsaleable(
                                catalogue.version() == 0
                                        ? "this till has no master data yet, and so no tax category '"
                                                + code
                                                + "': connect it to its gateway once"
                                        : "there is no tax category '"
                                                + code
                                                + "'"
                                                + version()
                                                + ": use one of the master data's"));
    }

    /** For sentences about what a till does not have. */
    String version() {
        return catalogue.version() == 0
                ? ", and this till has no master data yet"
                : " in master data " + catalogue.version();
    }

    static NotSaleable unsaleable(String why) {
        return new NotSaleable(why);
    }

    static String or(@Nullable String first, String second) {
        return first == null ? second : first;
    }
}
