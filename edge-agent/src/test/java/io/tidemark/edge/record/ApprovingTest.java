package io.tidemark.edge.record;

import static io.tidemark.edge.record.People.MARY;
import static io.tidemark.edge.record.People.SUE;
import static io.tidemark.edge.record.People.TOM;
import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a cashier may do alone, and who allowed the rest. */
class ApprovingTest {
    private static final Rules STRICT =
            new Rules(
                    List.of(
                            Approval.DISCOUNT,
                            Approval.PRICE_OVERRIDE,
                            Approval.BASKET_VOID,
                            Approval.RETURN,
                            Approval.NO_SALE,
                            Approval.PAID_OUT),
                    100_000);

    private final TillAtWork till = People.open(STRICT);

    @Test
    void a_cashier_alone_is_refused_what_the_rules_keep_from_cashiers() {
        Refusal refusal = till.refused(noSale(null));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.APPROVAL);
        assertThat(refusal.why()).contains("a supervisor must allow this (NO_SALE)");
    }

    @Test
    void a_supervisors_PIN_allows_it_and_is_recorded_with_the_reason() {
        NoSale opened = (NoSale) till.recordedEvent(noSale(new Approver(SUE, "coins")), SUE);

        assertThat(opened.approvals())
                .containsExactly(new Approval(Approval.NO_SALE, SUE, "coins"));
    }

    @Test
    void a_cashier_approves_nothing_not_even_with_a_right_PIN() {
        Refusal refusal = till.refused(noSale(new Approver(TOM, "coins")), TOM);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.APPROVAL);
        assertThat(refusal.why()).contains("12 may not approve");
    }

    @Test
    void a_supervisor_whose_PIN_did_not_come_along_allows_nothing() {
        assertThat(till.refused(noSale(new Approver(SUE, "coins"))).kind())
                .isEqualTo(Refusal.Kind.APPROVAL);
    }

    @Test
    void a_supervisor_at_the_till_allows_it_to_themselves_and_that_is_recorded() {
        People.signOn(till, SUE);

        NoSale opened = (NoSale) till.recordedEvent(noSale(null));

        assertThat(opened.approvals())
                .containsExactly(new Approval(Approval.NO_SALE, SUE, "change wanted"));
    }

    @Test
    void what_no_rule_asks_for_may_be_allowed_all_the_same() {
        CashMovement paidIn = new CashMovement(CashMovement.Kind.PAID_IN, till.money(500), "found");

        CashMovement moved =
                (CashMovement)
                        till.recordedEvent(
                                new Ask.MoveCash(newId(), "", paidIn, new Approver(SUE, ""), null),
                                SUE);

        assertThat(moved.approvals()).containsExactly(new Approval(Approval.PAID_IN, SUE, "found"));
    }

    @Test
    void a_discount_up_to_the_cashiers_share_needs_nobody_though_rounding_adds_to_it() {
        RetailTransaction sold = sold(sale(discounted(100_000), 229, null));

        assertThat(sold.details().approvals()).isEmpty();
        assertThat(sold.details().discounts().getFirst().amount()).isEqualTo(till.money(26));
    }

    @Test
    void a_larger_discount_needs_a_supervisor() {
        Ask.Sell alone = sale(discounted(110_000), 227, null);
        Ask.Sell allowed = sale(discounted(110_000), 227, new Approver(SUE, ""));

        assertThat(till.refused(alone).why()).contains("DISCOUNT");
        assertThat(sold(allowed, SUE).details().approvals())
                .containsExactly(new Approval(Approval.DISCOUNT, SUE, "worn"));
    }

    @Test
    void discounts_one_upon_the_other_are_judged_together() {
        Basket basket =
                new Basket(
                        List.of(discounted(100_000)),
                        List.of(till.tender(TenderType.CASH, 206)),
                        null,
                        extras(List.of(AskedDiscount.ofRate(100_000, "worn"))));

        assertThat(till.refused(new Ask.Sell(newId(), "", basket)).why()).contains("DISCOUNT");
    }

    @Test
    void a_price_of_ones_own_needs_a_reason_and_here_a_supervisor() {
        Ask.Sell unexplained = sale(priced("2.15", ""), 215, new Approver(SUE, "ok"));
        Ask.Sell alone = sale(priced("2.15", "shelf says so"), 215, null);
        Ask.Sell allowed = sale(priced("2.15", "shelf says so"), 215, new Approver(SUE, "ok"));

        assertThat(till.refused(unexplained, SUE).why())
                .contains("85123A is 2.55 and not 2.15: say why");
        assertThat(till.refused(alone).why()).contains("PRICE_OVERRIDE");
        assertThat(sold(allowed, SUE).details().approvals())
                .containsExactly(new Approval(Approval.PRICE_OVERRIDE, SUE, "ok"));
    }

    @Test
    void goods_that_come_back_within_a_sale_are_a_return_too() {
        Basket exchange =
                new Basket(
                        List.of(line("BOOK", "1"), line("85123A", "-1")),
                        List.of(till.tender(TenderType.CASH, 744)),
                        null);

        assertThat(till.refused(new Ask.Sell(newId(), "", exchange)).why()).contains("RETURN");
    }

    @Test
    void a_return_keeps_its_reason_and_who_allowed_it() {
        Basket back =
                new Basket(
                        List.of(line("85123A", "-1")),
                        List.of(till.tender(TenderType.CASH, -255)),
                        null,
                        new Basket.Extras(List.of(), null, "broken"));

        GoodsReturned returned =
                (GoodsReturned)
                        till.recordedEvent(
                                new Ask.TakeBack(newId(), "", back, new Approver(SUE, "")), SUE);

        assertThat(returned.details().reason()).isEqualTo("broken");
        assertThat(returned.details().approvals())
                .containsExactly(new Approval(Approval.RETURN, SUE, "broken"));
    }

    @Test
    void a_basket_given_up_is_an_entry_without_a_receipt_number() {
        Basket basket =
                new Basket(
                        List.of(line("85123A", "2")),
                        List.of(),
                        null,
                        new Basket.Extras(List.of(), null, "no money"));

        var entry =
                till.recorded(new Ask.VoidBasket(newId(), "", basket, new Approver(SUE, "")), SUE)
                        .getLast();

        BasketVoided voided = (BasketVoided) entry.event();
        assertThat(voided.total()).isEqualTo(till.money(510));
        assertThat(voided.details().reason()).isEqualTo("no money");
        assertThat(entry.header().receipt()).isZero();
        assertThat(till.cash().expected()).isEqualTo(till.money(10_000));
    }

    @Test
    void an_approval_without_any_reason_is_refused() {
        Ask.VoidBasket given =
                new Ask.VoidBasket(newId(), MARY, till.smallSale().basket(), new Approver(SUE, ""));

        assertThat(till.refused(given, SUE).why()).contains("an approval needs a reason");
    }

    @Test
    void a_drawer_is_opened_and_cash_paid_in_or_out_only_for_a_reason_that_can_be_read() {
        var allowed = new Approver(SUE, "ok");
        for (String nothing : List.of("", " ", "\u200b\u00a0")) {
            assertThat(till.refused(new Ask.OpenDrawer(newId(), "", nothing, allowed), SUE).why())
                    .isEqualTo("a reason is missing: say why the drawer is opened without a sale");
            assertThat(till.refused(moved(CashMovement.Kind.PAID_OUT, nothing), SUE).why())
                    .isEqualTo("a reason is missing: say why cash is paid out");
            assertThat(till.refused(moved(CashMovement.Kind.PAID_IN, nothing), SUE).why())
                    .isEqualTo("a reason is missing: say why cash is paid in");
            till.recorded(moved(CashMovement.Kind.PICKUP, nothing), SUE);
        }
    }

    private Ask.MoveCash moved(CashMovement.Kind kind, String reason) {
        return new Ask.MoveCash(
                newId(),
                "",
                new CashMovement(kind, till.money(100), reason),
                new Approver(SUE, "ok"),
                null);
    }

    private static Ask.OpenDrawer noSale(@Nullable Approver approver) {
        return new Ask.OpenDrawer(newId(), "", "change wanted", approver);
    }

    private Ask.Sell sale(BasketLine line, long cash, @Nullable Approver approver) {
        return new Ask.Sell(
                newId(),
                "",
                new Basket(List.of(line), List.of(till.tender(TenderType.CASH, cash)), null),
                approver);
    }

    private RetailTransaction sold(Ask.Sell sale, String... proven) {
        return (RetailTransaction) till.recordedEvent(sale, proven);
    }

    private static BasketLine discounted(int ppm) {
        return new BasketLine(
                TillAtWork.named("85123A"),
                Quantity.of("1", Unit.PIECE),
                null,
                null,
                AskedDiscount.ofRate(ppm, "worn"),
                "");
    }

    private static BasketLine priced(String price, String reason) {
        return new BasketLine(
                TillAtWork.named("85123A"),
                Quantity.of("1", Unit.PIECE),
                UnitPrice.of(price),
                null,
                null,
                reason);
    }

    private static Basket.Extras extras(List<AskedDiscount> discounts) {
        return new Basket.Extras(discounts, null, "");
    }
}
