package io.tidemark.ledger.event;

import static io.tidemark.ledger.TestShop.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.MoneyEvents;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gift cards, ages, and prices without tax, in entries and a day's figures. */
class CardMovementTest {
    private static final SaleCompleted SALE = MoneyEvents.giftCards();

    @Test
    void a_card_is_loaded_by_its_sale_and_spent_by_paying_with_it() {
        assertThat(CardMovement.of(SALE))
                .containsExactly(
                        new CardMovement("6006-1", 2_000, 0), new CardMovement("6006-2", 0, 500));
    }

    @Test
    void a_post_void_takes_a_sold_card_back_and_gives_the_other_its_money_again() {
        PostVoided undone =
                PostVoided.of(
                        SALE,
                        new OriginalReceipt("s001", "W1", LocalDate.of(2026, 11, 22), 1),
                        TransactionDetails.NONE);

        assertThat(CardMovement.of(undone))
                .contains(new CardMovement("6006-1", 0, 2_000), new CardMovement("6006-2", 500, 0));
    }

    @Test
    void a_gift_card_bears_no_tax_when_it_is_sold_and_the_goods_bear_theirs() {
        Totals totals = Totals.sum(GBP, List.of(of(SALE)));

        assertThat(totals.gross()).isEqualTo(SALE.total());
        assertThat(totals.tax()).isEqualTo(SALE.lines().getFirst().taxAmount());
        assertThat(totals.sales())
                .filteredOn(part -> part.kind() == LineKind.GIFT_CARD)
                .singleElement()
                .satisfies(part -> assertThat(part.tax().isZero()).isTrue());
    }

    @Test
    void what_was_taken_unchecked_and_whose_age_was_checked_is_tallied() {
        Totals totals = of(SALE);

        assertThat(totals.tally(Tally.GIFT_CARD_UNCHECKED).amount()).isEqualTo(gbp(500));
        assertThat(totals.tally(Tally.AGE_CHECK).count()).isEqualTo(1);
    }

    @Test
    void an_empty_bottle_that_comes_back_is_no_return_without_a_receipt() {
        Line bottle =
                Line.priced(
                                new Line.Article(
                                        "B",
                                        null,
                                        "Bottle",
                                        "",
                                        new TaxCategory("S", new TaxRate(190_000))),
                                UnitPrice.of("0.25"),
                                PriceOrigin.CATALOGUE,
                                Quantity.pieces(-4),
                                GBP)
                        .with(LineDetails.of(LineKind.DEPOSIT));
        Totals totals =
                of(
                        new GoodsReturned(
                                GBP,
                                List.of(bottle),
                                List.of(Tender.of(TenderType.CASH, gbp(-100))),
                                gbp(0)));

        assertThat(totals.tally(Tally.RETURN_WITHOUT_RECEIPT).count()).isZero();
        assertThat(totals.tax()).isEqualTo(gbp(-16));
        assertThat(totals.stock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.00, 190000, 190", "0.13, 200000, 3", "0.12, 200000, 2", "9.99, 81000, 81"})
    void tax_is_added_to_a_price_without_it_once_half_up(String price, int ppm, long tax) {
        Line line =
                Line.pricedWithoutTax(
                        new Line.Article(
                                "A", null, "a", "", new TaxCategory("S", new TaxRate(ppm))),
                        UnitPrice.of(price),
                        PriceOrigin.CATALOGUE,
                        Quantity.pieces(1),
                        GBP);

        assertThat(line.taxAmount()).isEqualTo(gbp(tax));
        assertThat(line.net()).isEqualTo(Money.rounded(UnitPrice.of(price).value(), GBP));
        assertThat(line.at(line.price())).isEqualTo(line.gross());
    }

    @Test
    void only_a_gift_card_has_a_cards_number_and_it_is_no_blank() {
        assertThatThrownBy(() ->
                        new LineDetails(null, List.of(), null, LineKind.GOODS, "6006-1", false))
                .hasMessageContaining("no GOODS has");
        assertThatThrownBy(() -> new CardUse(" ", true)).hasMessageContaining("scan it");
    }

    private static Totals of(Event event) {
        TotalsSum sum = new TotalsSum(GBP);
        sum.add(event);
        return sum.totals();
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
