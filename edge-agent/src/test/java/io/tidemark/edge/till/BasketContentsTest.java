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

    private static TaxCategory zero() {
        return new TaxCategory("Z", new TaxRate(0));
    }

    /** A catalogue before any master data. */
    private static final class Nothing implements Catalogue {
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
