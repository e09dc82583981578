package io.tidemark.edge.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.record.Article;
import io.tidemark.edge.record.Catalogue;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked for again when a basket is taken up. */
class BasketContentsTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");

    @Test
    void a_discount_on_goods_that_come_back_can_be_asked_for_again() {
        Money off = new Money(-50, GBP);
        Line back =
                Line.priced(
                                new Line.Article("A", null, "AN APPLE", "FOOD", zero()),
                                UnitPrice.of("1.50"),
                                PriceOrigin.ENTERED,
                                Quantity.pieces(-1),
                                GBP)
                        .with(
                                new LineDetails(
                                        null,
                                        List.of(new LineDetails.DiscountShare(0, off)),
                                        null));
        BasketSuspended basket =
                new BasketSuspended(
                        "W1-3",
                        GBP,
                        List.of(back),
                        new TransactionDetails(
                                List.of(new Discount(Discount.Kind.LINE, "worn", 0, off)),
                                List.of(),
                                null,
                                null,
                                ""));

        BasketJson.Contents told = new BasketContents(basket, new Nothing()).told("W1");

        assertThat(AskedBasket.lines(told.lines()).getFirst().discount())
                .isNotNull()
                .extracting(discount -> discount.amount())
                .isEqualTo(new Money(50, GBP));
    }

    @Test
    void a_package_of_weighed_goods_is_asked_for_by_its_label_again() {
        Line ham =
                Line.priced(
                                HAM,
                                UnitPrice.of("31.908990"),
                                PriceOrigin.LABEL,
                                Quantity.of("-0.901", Unit.KILOGRAM),
                                GBP)
                        .with(LineDetails.NONE.labelled("0201234928750"));
        BasketSuspended basket =
                new BasketSuspended("W1-3", GBP, List.of(ham), TransactionDetails.NONE);

        BasketJson.Contents told = new BasketContents(basket, new Deli()).told("W1");

        Requests.Line asked = told.lines().getFirst();
        assertThat(asked.gtin()).isEqualTo("0201234928750");
        assertThat(asked.plu()).isNull();
        assertThat(asked.quantity()).isEqualTo("-1");
        assertThat(asked.unitPrice()).as("the label says it").isNull();
    }

    private static final Line.Article HAM = new Line.Article("1234", null, "HAM", "DELI", zero());

    /** Which knows ham. */
    private static final class Deli extends Nothing {
        @Override
        public Optional<Article> byPlu(String plu) {
            return Optional.of(new Article(HAM, Unit.KILOGRAM, UnitPrice.of("31.90")))
                    .filter(article -> article.line().plu().equals(plu));
        }
    }

    private static TaxCategory zero() {
        return new TaxCategory("Z", new TaxRate(0));
    }

    /** A catalogue before any master data. */
    private static class Nothing implements Catalogue {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public Optional<Article> byPlu(String plu) {
            return Optional.empty();
        }

        @Override
        public Optional<Article> byGtin(String gtin) {
            return Optional.empty();
        }

        @Override
        public Optional<TaxCategory> taxCategory(String code) {
            return Optional.empty();
        }
    }
}
