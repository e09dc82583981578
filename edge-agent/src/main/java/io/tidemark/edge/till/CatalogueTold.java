package io.tidemark.edge.till;

import io.tidemark.edge.record.Article;
import io.tidemark.edge.record.Label;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.masterdata.PriceFrom;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Amount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells articles as JSON. */
final class CatalogueTold {
    private CatalogueTold() {}

    /** Of the package whose label was scanned. */
    static CatalogueAnswers.Product product(Label label, CurrencyCode currency) {
        return product(
                label.article(),
                currency,
                new CatalogueAnswers.Labelled(
                        label.code(),
                        label.quantity().value().toPlainString(),
                        label.price().toString(),
                        Amount.of(label.price().times(label.quantity(), currency))));
    }

    static CatalogueAnswers.Product product(Article article, CurrencyCode currency) {
        return product(article, currency, null);
    }

    private static CatalogueAnswers.Product product(
            Article article, CurrencyCode currency, CatalogueAnswers.@Nullable Labelled label) {
        Line.Article line = article.line();
        return new CatalogueAnswers.Product(
                line.plu(),
                line.gtin(),
                line.description(),
                line.department(),
                line.tax().code(),
                line.tax().rate().ppm(),
                article.unit().code(),
                article.price().toString(),
                currency.code(),
                Optional.ofNullable(article.next()).map(CatalogueTold::next).orElse(null),
                article.soldAs().kind().name(),
                article.soldAs().deposit(),
                article.soldAs().minimumAge(),
                label);
    }

    private static CatalogueAnswers.NextPrice next(PriceFrom next) {
        return new CatalogueAnswers.NextPrice(next.from().toString(), next.price().toString());
    }
}
