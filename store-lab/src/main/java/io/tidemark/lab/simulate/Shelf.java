package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Article;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Catalogue;
import io.tidemark.edge.record.Pricing;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.SoldAs;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A few articles, with prices and quantities that need rounding. */
final class Shelf implements Catalogue {
    /** What is charged for a bottle, and given back for the empty one. */
    static final String BOTTLE = "BOTTLE";

    /** A gift card, of any amount. */
    static final String CARD = "CARD";

    private static final int ARTICLES = 40;
    private static final List<TaxCategory> TAXES =
            List.of(
                    new TaxCategory("A", new TaxRate(200_000)),
                    new TaxCategory("B", new TaxRate(55_000)),
                    new TaxCategory("Z", new TaxRate(0)));

    private final Pricing pricing;
    private final SimulatedMoney money;

    Shelf(CurrencyCode currency) {
        this.money = SimulatedMoney.in(currency);
        this.pricing = new Pricing(this, currency);
    }

    BasketLine pick(RandomGenerator random, boolean returning) {
        int article = random.nextInt(ARTICLES);
        long thousandths = 1L + random.nextInt(5_000);
        BigDecimal quantity =
                isWeighed(article)
                        ? BigDecimal.valueOf(thousandths, 3)
                        : BigDecimal.valueOf(1 + random.nextInt(9));
        return new BasketLine(
                new BasketLine.Named("P" + article, null, null, null, null),
                new Quantity(returning ? quantity.negate() : quantity, unit(article)),
                null,
                null);
    }

    Pricing.Result.Priced priced(Basket basket) {
        return switch (pricing.price(basket)) {
            case Pricing.Result.Priced priced -> priced;
            case Pricing.Result.Unsaleable(var refusal) ->
                    throw new IllegalStateException(refusal.why());
        };
    }

    UnitPrice price(BasketLine.Named article) {
        return byPlu(Objects.requireNonNull(article.plu())).orElseThrow().price();
    }

    SimulatedMoney money() {
        return money;
    }

    @Override
    public Trade trade() {
        return money.trade();
    }

    @Override
    public long version() {
        return 1;
    }

    @Override
    public Optional<Article> byPlu(String plu) {
        if (plu.equals(BOTTLE))
            return Optional.of(as(LineKind.DEPOSIT, plu, TAXES.getFirst(), "0.255"));
        if (plu.equals(CARD))
            return Optional.of(as(LineKind.GIFT_CARD, plu, TaxCategory.OUTSIDE, "0"));
        int article = Integer.parseInt(plu.substring(1));
        Line.Article line =
                new Line.Article(
                        plu,
                        null,
                        "article " + article,
                        "D" + article % 5,
                        TAXES.get(article % TAXES.size()));
        UnitPrice price = new UnitPrice(BigDecimal.valueOf(1 + article * 1_237L, 3));
        UnitPrice cost = new UnitPrice(BigDecimal.valueOf(1 + article * 701L, 3));
        return Optional.of(
                new Article(
                        line,
                        unit(article),
                        price,
                        isCostKnown(article) ? cost : null,
                        null,
                        isBottled(article) ? new SoldAs(LineKind.GOODS, BOTTLE, 0) : SoldAs.GOODS));
    }

    private static Article as(LineKind kind, String plu, TaxCategory tax, String price) {
        return new Article(
                new Line.Article(plu, null, plu, "D0", tax),
                Unit.PIECE,
                UnitPrice.of(price),
                null,
                null,
                new SoldAs(kind, null, 0));
    }

    private static boolean isBottled(int article) {
        return article % 6 == 1;
    }

    @Override
    public Optional<Article> byGtin(String gtin) {
        return Optional.empty();
    }

    @Override
    public Optional<TaxCategory> taxCategory(String code) {
        return TAXES.stream().filter(tax -> tax.code().equals(code)).findFirst();
    }

    private static boolean isCostKnown(int article) {
        return article % 3 != 0;
    }

    private static boolean isWeighed(int article) {
        return article % 7 == 0;
    }

    private static Unit unit(int article) {
        return isWeighed(article) ? Unit.KILOGRAM : Unit.PIECE;
    }
}
