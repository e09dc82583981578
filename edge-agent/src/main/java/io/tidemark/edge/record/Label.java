package io.tidemark.edge.record;

import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.masterdata.PackageCode;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The label that scales printed for one package: its bar code says of which article it is, and how
 * much, or for how much.
 *
 * <p>A price for goods that the catalogue sells by weight makes a quantity, price ÷ list price to
 * three decimals, HALF_UP. Where that many at the list price would come to another amount, the unit
 * price is the one, to six decimals, at which they come to what the label says: a customer pays
 * what is printed on the package.
 *
 * @param code as it was scanned; of a GS1 element string what matters here, as it is printed
 * @param quantity of one package, above zero
 * @param price of one unit
 * @param origin whose price it is: the catalogue's, or the label's own
 */
public record Label(
        String code, Article article, Quantity quantity, UnitPrice price, PriceOrigin origin) {
    /** Tells what a label means by one version of the master data, to a store of this currency. */
    public static Optional<Label> read(String code, Catalogue catalogue, CurrencyCode currency) {
        Optional<PackageCode.Content> printed = catalogue.trade().read(code);
        if (printed.isPresent())
            return Optional.of(printed(code, printed.get(), catalogue, currency));
        return ElementString.read(code)
                .flatMap(said -> said(said.text(), said, catalogue, currency));
    }

    private static Label printed(
            String code, PackageCode.Content content, Catalogue catalogue, CurrencyCode currency) {
        Article article =
                catalogue
                        .byGtin(content.general())
                        .or(() -> catalogue.byPlu(content.article()))
                        .or(() -> catalogue.byPlu(content.article().replaceFirst("^0+(?=.)", "")))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no article of this store has the number "
                                                + content.article()
                                                + " that is in the bar code "
                                                + code
                                                + ", as its PLU, nor the GTIN "
                                                + content.general()
                                                + ": sell it by its PLU, and tell head office"));
        return content.isPrice()
                ? costing(code, article, content.value(), currency)
                : measured(code, article, content.value());
    }

    /** Without weight or price it is a number like any other, with more behind it. */
    private static Optional<Label> said(
            String code, ElementString said, Catalogue catalogue, CurrencyCode currency) {
        BigDecimal weight = said.weight();
        BigDecimal amount = said.amount();
        return catalogue
                .byGtin(said.gtin())
                .map(article -> {
                    // By the price of the package where both are printed: the customer sees it.
                    if (amount != null) return costing(code, article, amount, currency);
                    if (weight == null) return one(code, article);
                    if (article.unit() != Unit.KILOGRAM)
                        throw new IllegalArgumentException(
                                "the bar code "
                                        + code
                                        + " has a weight, and "
                                        + wrongUnit(article));
                    return measured(code, article, weight);
                });
    }

    private static Label one(String code, Article article) {
        return new Label(
                code,
                article,
                new Quantity(BigDecimal.ONE, article.unit()),
                article.price(),
                PriceOrigin.CATALOGUE);
    }

    private static Label measured(String code, Article article, BigDecimal measure) {
        Quantity quantity =
                new Quantity(
                        measure.setScale(Quantity.PLACES_MAX, RoundingMode.HALF_UP),
                        article.unit());
        if (quantity.value().signum() == 0)
            throw new IllegalArgumentException(
                    "the bar code " + code + " says nothing was on the scales: weigh it again");
        if (quantity.hasPartOfPiece())
            throw new IllegalArgumentException(
                    "the bar code " + code + " has a part of a piece, and " + wrongUnit(article));
        return new Label(code, article, quantity, article.price(), PriceOrigin.CATALOGUE);
    }

    private static Label costing(
            String code, Article article, BigDecimal amount, CurrencyCode currency) {
        if (amount.signum() == 0)
            throw new IllegalArgumentException(
                    "the bar code " + code + " says a price of zero: weigh it again");
        Quantity quantity = quantity(code, article, amount);
        if (article.price().times(quantity, currency).equals(Money.rounded(amount, currency)))
            return new Label(code, article, quantity, article.price(), PriceOrigin.CATALOGUE);
        UnitPrice own =
                new UnitPrice(
                        amount.divide(
                                quantity.value(), UnitPrice.PLACES_MAX, RoundingMode.HALF_UP));
        return new Label(code, article, quantity, own, PriceOrigin.LABEL);
    }

    private static Quantity quantity(String code, Article article, BigDecimal amount) {
        if (article.unit() == Unit.PIECE) return Quantity.pieces(1);
        BigDecimal each = article.price().value();
        if (each.signum() == 0)
            throw new IllegalArgumentException(
                    "the bar code "
                            + code
                            + " has a price, and "
                            + article.line().plu()
                            + " has none by which it could be told how much this is: type its quantity"
                            + " and price, and tell head office");
        BigDecimal much = amount.divide(each, Quantity.PLACES_MAX, RoundingMode.HALF_UP);
        return new Quantity(
                much.max(BigDecimal.ONE.movePointLeft(Quantity.PLACES_MAX)), article.unit());
    }

    private static String wrongUnit(Article article) {
        return article.line().plu()
                + " is sold in "
                + article.unit().code()
                + ": sell it by its PLU, and tell head office";
    }

    /**
     * How much of it is sold, or comes back: a package, once.
     *
     * @param packages 1, or −1 where it comes back
     */
    Quantity of(Quantity packages) {
        if (packages.unit() != Unit.PIECE || packages.value().abs().compareTo(BigDecimal.ONE) != 0)
            throw new IllegalArgumentException(
                    "its bar code is of one package: scan each of them, and give a quantity of 1, or"
                            + " of -1 where it comes back");
        return packages.isNegative() ? quantity.negated() : quantity;
    }
}
