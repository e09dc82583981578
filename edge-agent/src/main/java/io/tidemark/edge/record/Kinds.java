package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;

/** Lines of a receipt that are not goods. */
final class Kinds {
    /** The article code of a tip. */
    static final String TIP = "TIP";

    private Kinds() {}

    /** Which gift card is sold, and that one is. */
    static void requireCard(LineKind kind, BasketLine asked, UnitPrice price) {
        boolean isCard = kind == LineKind.GIFT_CARD;
        if (asked.card() != null && !isCard)
            throw new IllegalArgumentException("a card's number is given, and it is no gift card");
        if (!isCard) return;
        if (asked.card() == null)
            throw new IllegalArgumentException(
                    "a gift card is sold by its number: scan or type it");
        if (!asked.quantity().equals(Quantity.pieces(1)))
            throw new IllegalArgumentException(
                    "each gift card has a line of its own, of one piece; one is taken back with its"
                            + " whole receipt");
        if (price.value().signum() == 0)
            throw new IllegalArgumentException("a gift card needs the amount that goes onto it");
    }

    /** What is charged with the goods, or given back with them, at their VAT. */
    static Line deposit(Article deposit, Line goods, boolean taxExcluded, CurrencyCode currency) {
        Line.Article article =
                new Line.Article(
                        deposit.line().plu(),
                        deposit.line().gtin(),
                        deposit.line().description(),
                        deposit.line().department(),
                        goods.tax());
        Quantity each = containers(goods.quantity());
        Line line =
                taxExcluded
                        ? Line.pricedWithoutTax(
                                article, deposit.price(), PriceOrigin.CATALOGUE, each, currency)
                        : Line.priced(
                                article, deposit.price(), PriceOrigin.CATALOGUE, each, currency);
        return line.with(
                new LineDetails(
                        null, line.details().shares(), null, LineKind.DEPOSIT, null, taxExcluded));
    }

    /** What is sold by weight or measure is in one container. */
    private static Quantity containers(Quantity goods) {
        if (goods.unit() == Unit.PIECE) return goods;
        return Quantity.pieces(goods.isNegative() ? -1 : 1);
    }

    /** For those who serve: no turnover of the shop's. */
    static Line tip(Money tip) {
        return Line.priced(
                        new Line.Article(TIP, null, "Tip", "", TaxCategory.OUTSIDE),
                        new UnitPrice(tip.decimal()),
                        PriceOrigin.ENTERED,
                        Quantity.pieces(1),
                        tip.currency())
                .with(LineDetails.of(LineKind.TIP));
    }
}
