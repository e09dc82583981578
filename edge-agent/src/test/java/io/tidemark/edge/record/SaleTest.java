package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sale and a return are paid with. */
class SaleTest {
    private final TillAtWork till = new TillAtWork();

    @Test
    void cash_gives_change_and_the_drawer_keeps_the_difference() {
        till.open(10_000);

        var sale =
                (SaleCompleted)
                        till.recordedEvent(till.sale(List.of(line("85123A", "6")), cash(2_000)));

        assertThat(sale.change()).isEqualTo(till.money(470));
        assertThat(till.cash().expected()).isEqualTo(till.money(11_530));
    }

    @Test
    void several_tenders_pay_together() {
        till.open();

        var sale =
                (SaleCompleted)
                        till.recordedEvent(
                                till.sale(List.of(line("85123A", "6")), card(1_000), cash(1_000)));

        assertThat(sale.change()).isEqualTo(till.money(470));
    }

    @Test
    void a_card_gets_what_goods_that_come_back_come_to_whatever_is_bought_with_them() {
        till.open();

        Refusal more = till.refused(bookForTwoThatComeBack(1_000, -511));
        var sale = (SaleCompleted) till.recordedEvent(bookForTwoThatComeBack(999, -510));

        assertThat(more.why()).contains("only for goods that come back, up to what they come to");
        assertThat(sale.total()).isEqualTo(till.money(489));
        assertThat(till.cash().expected()).isEqualTo(till.money(10_999));
    }

    /** One heart of 2.55. */
    private Ask.Sell heart(Tender... tenders) {
        return till.sale(List.of(line("85123A", "1")), tenders);
    }

    private Tender cash(long minor) {
        return till.tender(TenderType.CASH, minor);
    }

    private Tender card(long minor) {
        return till.tender(TenderType.CARD, minor);
    }

    @Test
    void a_card_gets_no_more_than_goods_that_come_back_come_to_where_nothing_is_bought() {
        till.open();

        Refusal more = till.refused(heartBack(cash(1), card(-256)));
        var back = (SaleCompleted) till.recordedEvent(heartBack(card(-255)));

        assertThat(more.why()).contains("only for goods that come back, up to what they come to");
        assertThat(back.total()).isEqualTo(till.money(-255));
    }

    private Ask.Sell heartBack(Tender... tenders) {
        return till.sale(List.of(line("85123A", "-1")), tenders);
    }

    private Ask.Sell bookForTwoThatComeBack(long inCash, long byCard) {
        return till.sale(
                List.of(line("BOOK", "1"), line("85123A", "-2")), cash(inCash), card(byCard));
    }

    @Test
    void a_card_is_not_paid_cash_and_cash_back_is_paid_by_card() {
        till.open();

        Refusal refusal = till.refused(heart(cash(10_255), card(-10_000)));
        var cashBack = (SaleCompleted) till.recordedEvent(heart(card(5_255), cash(-5_000)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TENDERS);
        assertThat(refusal.why()).contains("only for goods that come back");
        assertThat(cashBack.change()).isEqualTo(till.money(0));
        assertThat(till.cash().expected()).isEqualTo(till.money(5_000));
    }

    @Test
    void a_card_gives_no_change() {
        till.open();

        Refusal refusal = till.refused(heart(card(300)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TENDERS);
        assertThat(refusal.why()).contains("0.45 GBP more").contains("only cash gives change");
    }

    @Test
    void change_is_never_more_than_the_cash_that_came() {
        till.open();

        Refusal refusal = till.refused(heart(card(500), cash(100)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TENDERS);
    }

    @Test
    void what_is_still_owed_is_named() {
        till.open();

        assertThat(till.refused(heart(cash(200))).why()).contains("0.55 GBP is still owed");
    }

    @Test
    void a_tender_that_no_shop_has_is_refused_with_those_there_are() {
        till.open();
        Tender mistyped = till.tender(new TenderType("CRAD"), 255);

        Refusal refusal = till.refused(heart(mistyped));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TENDERS);
        assertThat(refusal.why())
                .startsWith(
                        "there is no tender type 'CRAD': use one of CASH, CARD, DEBIT_CARD, CREDIT_CARD");
    }

    @Test
    void a_foreign_tender_is_refused_where_there_is_no_rate() {
        till.open();
        var euros = Tender.of(TenderType.CASH, new Money(300, new CurrencyCode("EUR")));

        assertThat(till.refused(heart(euros)).why()).contains("paid in GBP, not in EUR");
    }

    @Test
    void a_total_of_zero_needs_no_tender() {
        till.open();

        var sale = (SaleCompleted) till.recordedEvent(till.sale(List.of(line("85123A", "1", "0"))));

        assertThat(sale.total().isZero()).isTrue();
        assertThat(till.view().lastReceipt()).isEqualTo(1);
    }

    @Test
    void a_return_pays_back() {
        till.open(10_000);
        Basket basket = new Basket(List.of(line("85123A", "-2")), List.of(cash(-510)), null);

        var returned =
                (GoodsReturned) till.recordedEvent(new Ask.TakeBack(newId(), OPERATOR, basket));

        assertThat(returned.total()).isEqualTo(till.money(-510));
        assertThat(till.cash().expected()).isEqualTo(till.money(9_490));
    }

    @Test
    void a_sale_may_have_a_negative_total() {
        till.open();

        var sale =
                (SaleCompleted)
                        till.recordedEvent(
                                till.sale(
                                        List.of(line("85123A", "1"), line("BOOK", "-1")),
                                        cash(-744)));

        assertThat(sale.total()).isEqualTo(till.money(-744));
    }

    @Test
    void paying_back_too_much_or_too_little_is_refused() {
        till.open();
        List<BasketLine> back = List.of(line("85123A", "-2"));

        assertThat(till.refused(till.sale(back, cash(-511))).why()).contains("0.01 GBP too much");
        assertThat(till.refused(till.sale(back, cash(-509))).why()).contains("0.01 GBP too little");
    }

    @Test
    void a_total_other_than_the_customer_was_told_is_refused() {
        till.open();
        Basket basket =
                new Basket(List.of(line("85123A", "1")), List.of(cash(255)), till.money(250));

        Refusal refusal = till.refused(new Ask.Sell(newId(), OPERATOR, basket));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOTAL_CHANGED);
    }
}
