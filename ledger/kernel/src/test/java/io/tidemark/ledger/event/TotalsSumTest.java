package io.tidemark.ledger.event;

import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.MoneyEvents;
import io.tidemark.ledger.ShopEvents;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsSumTest {
    @Test
    void a_discount_comes_off_the_line_before_its_vat_is_taken_out() {
        Line line = ShopEvents.discounted().lines().getFirst();

        assertThat(line.undiscounted()).isEqualTo(gbp(400));
        assertThat(line.gross()).isEqualTo(gbp(309));
        assertThat(line.taxAmount()).isEqualTo(gbp(52)); // 3.09 / 6, HALF_UP
    }

    @Test
    void a_discount_that_is_not_shared_out_to_the_lines_is_refused() {
        TransactionDetails details =
                new TransactionDetails(
                        List.of(new Discount(Discount.Kind.BASKET, "member", 0, gbp(10))),
                        List.of(),
                        null,
                        null,
                        "");

        assertThatThrownBy(() ->
                        new SaleCompleted(
                                GBP,
                                List.of(line("A", 1, "2.00")),
                                List.of(Tender.of(TenderType.CASH, gbp(200))),
                                gbp(0),
                                details))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "discount 1 is not shared out to the lines: 0.10 GBP is left");
    }

    @Test
    void a_day_tells_what_was_out_of_the_ordinary() {
        Totals totals = sum(ShopEvents.discounted(), ShopEvents.training(), new NoSale("why"));

        assertThat(totals.tallies())
                .containsExactly(
                        new Tally(Tally.APPROVAL, 1, gbp(0)),
                        new Tally(Tally.DISCOUNT, 2, gbp(150)),
                        new Tally(Tally.LINE_VOID, 3, gbp(999)),
                        new Tally(Tally.PRICE_OVERRIDE, 1, gbp(100)),
                        new Tally(Tally.TRAINING, 1, gbp(200)));
        assertThat(totals.gross()).isEqualTo(gbp(750));
        assertThat(totals.transactions()).isEqualTo(1);
    }

    @Test
    void what_a_customer_pays_beside_goods_is_told_apart_and_moves_no_stock() {
        Totals totals = sum(ShopEvents.ofEachKind());

        assertThat(totals.sales()).extracting(SalesTotal::kind).containsExactly(LineKind.values());
        assertThat(totals.gross()).isEqualTo(gbp(500));
        assertThat(totals.stock()).singleElement().returns(1L, StockTotal::movements);
    }

    @Test
    void what_is_put_into_a_drop_safe_is_not_expected_in_the_drawer() {
        Totals totals =
                sum(
                        new TillOpened(List.of(gbp(1_000))),
                        new CashMovement(CashMovement.Kind.SAFE_DROP, gbp(400), ""));

        TenderAccount cash = totals.tenders().getFirst();
        assertThat(cash.dropped()).isEqualTo(gbp(400));
        assertThat(cash.expected()).isEqualTo(gbp(600));
    }

    @Test
    void a_post_void_leaves_the_drawer_the_stock_and_the_sales_as_they_were() {
        SaleCompleted sale = ShopEvents.discounted();
        PostVoided undone =
                PostVoided.of(sale, ShopEvents.RECEIPT, ShopEvents.because("wrong customer"));

        Totals totals = sum(sale, undone);

        assertThat(totals.gross()).isEqualTo(gbp(0));
        assertThat(totals.tax()).isEqualTo(gbp(0));
        assertThat(totals.tenders().getFirst().expected()).isEqualTo(gbp(0));
        assertThat(totals.stock())
                .singleElement()
                .satisfies(sold -> {
                    assertThat(sold.flow()).isEqualTo(StockFlow.SOLD);
                    assertThat(sold.quantity()).isEqualByComparingTo(BigDecimal.ZERO);
                    assertThat(sold.cost()).isEqualTo(gbp(0));
                });
        assertThat(totals.tally(Tally.POST_VOID))
                .isEqualTo(new Tally(Tally.POST_VOID, 1, gbp(750)));
        assertThat(totals.returns()).isZero();
    }

    @Test
    void change_given_on_a_foreign_note_comes_back_when_the_receipt_is_undone() {
        Money note = new Money(2_000, new CurrencyCode("EUR"));
        Tender euros =
                new Tender(
                        TenderType.CASH,
                        note,
                        new ExchangeRate(new BigDecimal("0.85")),
                        gbp(1_700));
        SaleCompleted sale =
                new SaleCompleted(GBP, List.of(line("A", 1, "16.00")), List.of(euros), gbp(100));

        Totals totals = sum(sale, PostVoided.of(sale, ShopEvents.RECEIPT, TransactionDetails.NONE));

        assertThat(totals.tenders())
                .allSatisfy(account -> assertThat(account.expected().minor()).isZero());
    }

    @Test
    void training_is_in_no_total_but_its_own() {
        Totals totals = sum(ShopEvents.training());

        assertThat(totals)
                .usingRecursiveComparison()
                .ignoringFields("tallies")
                .isEqualTo(Totals.none(GBP));
    }

    @Test
    void goods_are_added_up_by_flow_and_unit() {
        Totals totals =
                sum(
                        ShopEvents.moved(StockMoved.Kind.DELIVERY),
                        ShopEvents.moved(StockMoved.Kind.DELIVERY),
                        ShopEvents.counted(12),
                        TestShop.sale(line("A", 3, "2.00")),
                        TestShop.returned(line("A", -1, "2.00")));

        assertThat(totals.stock())
                .extracting(part -> part.flow() + " " + part.unit() + " " + part.quantity())
                .containsExactly(
                        "SOLD PIECE 3.000",
                        "RETURNED PIECE 1.000",
                        "DELIVERY PIECE 20.000",
                        "DELIVERY KILOGRAM 5.000",
                        "COUNTED PIECE 12.000");
        assertThat(totals.stock().get(2).cost()).isEqualTo(gbp(1_200));
        assertThat(totals.stock().get(2).movements()).isEqualTo(2);
    }

    @Test
    void a_return_tells_whether_its_receipt_was_seen() {
        Totals totals =
                sum(
                        TestShop.returned(line("A", -1, "2.00")),
                        TestShop.returned(
                                line("A", -1, "3.00")
                                        .returning(
                                                new OriginalLine(
                                                        "s001", "W1", TestShop.DAY, 3, 1))),
                        TestShop.returned(
                                line("A", -1, "4.00")
                                        .returning(
                                                new OriginalLine("s001", "W1", TestShop.DAY, 3, 1)
                                                        .held())));

        assertThat(totals.tally(Tally.RETURN_WITHOUT_RECEIPT).amount()).isEqualTo(gbp(-200));
        assertThat(totals.tally(Tally.RETURN_UNCHECKED).amount()).isEqualTo(gbp(-300));
    }

    @Test
    void a_shelf_that_shows_the_listed_price_is_right() {
        ShelfPriceChecked right =
                new ShelfPriceChecked("A", "", UnitPrice.of("2.00"), UnitPrice.of("2"), GBP);
        ShelfPriceChecked wrong =
                new ShelfPriceChecked("A", "", UnitPrice.of("2.01"), UnitPrice.of("2"), GBP);

        assertThat(sum(right, wrong).tally(Tally.SHELF_PRICE_WRONG).count()).isEqualTo(1);
    }

    @Test
    void an_exchange_moves_both_currencies_in_the_drawer_and_is_told_by_currency() {
        TotalsSum sum = new TotalsSum(GBP);

        sum.add(MoneyEvents.bought());
        Totals totals = sum.totals();

        assertThat(totals.tenders())
                .extracting(account -> account.expected().toString())
                .containsExactly("-73.50 GBP", "100.00 USD");
        assertThat(totals.exchange())
                .singleElement()
                .satisfies(dollars -> {
                    assertThat(dollars.bought()).hasToString("100.00 USD");
                    assertThat(dollars.paid()).isEqualTo(gbp(75_00));
                    assertThat(dollars.spread()).isEqualTo(gbp(3_01));
                });
        assertThat(totals.gross()).isEqualTo(gbp(0));
    }

    @Test
    void an_exchange_that_was_taken_back_leaves_the_day_as_it_was_but_for_its_count() {
        TotalsSum sum = new TotalsSum(GBP);
        sum.add(MoneyEvents.bought());

        sum.add(
                CurrencyExchanged.undoing(
                        MoneyEvents.bought(),
                        new CurrencyExchanged.Undone(ShopEvents.RECEIPT, "changed their mind"),
                        List.of()));
        Totals totals = sum.totals();

        assertThat(totals.tenders()).allMatch(account -> account.expected().isZero());
        ExchangeTotal dollars = totals.exchange().getFirst();
        assertThat(dollars.count()).isEqualTo(2);
        assertThat(dollars.bought().isZero()).isTrue();
        assertThat(dollars.paid().plus(dollars.commission()).plus(dollars.spread()))
                .isEqualTo(gbp(0));
        assertThat(totals.tally(Tally.POST_VOID).amount()).isEqualTo(gbp(75_00));
    }

    @Test
    void a_store_is_the_sum_of_its_devices() {
        Totals one = sum(ShopEvents.discounted(), ShopEvents.moved(StockMoved.Kind.WASTE));
        Totals other = sum(TestShop.sale(line("B", 1, "1.00")), ShopEvents.training());

        Totals both =
                sum(
                        ShopEvents.discounted(),
                        ShopEvents.moved(StockMoved.Kind.WASTE),
                        TestShop.sale(line("B", 1, "1.00")),
                        ShopEvents.training());

        assertThat(Totals.sum(GBP, List.of(one, other))).isEqualTo(both);
    }

    private static Totals sum(Event... events) {
        TotalsSum sum = new TotalsSum(GBP);
        for (Event event : events) sum.add(event);
        return sum.totals();
    }
}
