package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Deposits, gift cards, tips, ages, and what is not for everybody. */
class KindsOfLinesTest {
    private static final CardMovement NOTHING = new CardMovement("6006", 0, 0);

    private final Bureau shop = Bureau.by(false, false);

    @Test
    void a_bottle_is_sold_with_its_deposit_at_the_vat_of_what_is_in_it() {
        RetailTransaction sale = (RetailTransaction) shop.article("COLA", "6").cash(1_000).sold();

        Line deposit = sale.lines().getLast();
        assertThat(sale.total().minor()).isEqualTo(870);
        assertThat(deposit.details().kind()).isEqualTo(LineKind.DEPOSIT);
        assertThat(deposit.quantity().toString()).isEqualTo("6 C62");
        assertThat(deposit.tax()).isEqualTo(Bureau.REDUCED);
    }

    @Test
    void what_is_weighed_is_in_one_jar() {
        RetailTransaction sale =
                (RetailTransaction) shop.article("OLIVES", "0.455").cash(1_000).sold();

        assertThat(sale.lines().getLast().quantity().toString()).isEqualTo("1 C62");
        assertThat(sale.total().minor()).isEqualTo(410 + 25);
    }

    @Test
    void empty_bottles_come_back_with_their_vat_and_nobody_is_called() {
        RetailTransaction back =
                (RetailTransaction) shop.article("BOTTLE", "-4").cash(-100).takenBack();

        assertThat(back.total().minor()).isEqualTo(-100);
        assertThat(back.lines().getFirst().taxAmount().minor()).isEqualTo(-7);
        assertThat(tally(Tally.RETURN_WITHOUT_RECEIPT)).isZero();
    }

    @Test
    void empties_pay_for_goods_in_one_receipt() {
        RetailTransaction sale =
                (RetailTransaction)
                        shop.article("COLA", "1").article("BOTTLE", "-5").cash(20).sold();

        assertThat(sale.total().minor()).isEqualTo(20);
    }

    @Test
    void goods_whose_deposit_is_no_article_of_the_store_are_refused() {
        Refusal refusal = shop.article("ORPHAN", "1").cash(125).refused();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN_ARTICLE);
        assertThat(refusal.why()).contains("line 1").contains("GONE");
    }

    @Test
    void spirits_are_sold_only_to_whom_somebody_has_looked_at() {
        Refusal refusal = shop.article("GIN", "1").cash(2_400).refused();
        Refusal tooYoung = shop.article("GIN", "1").aged(16).cash(2_400).refused();
        RetailTransaction sale =
                (RetailTransaction) shop.article("GIN", "1").aged(18).cash(2_400).sold();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.AGE);
        assertThat(tooYoung.kind()).isEqualTo(Refusal.Kind.AGE);
        assertThat(sale.details().age()).isEqualTo(new AgeCheck(18, AgeCheck.How.DOCUMENT));
        assertThat(tally(Tally.AGE_CHECK)).isEqualTo(1);
    }

    @Test
    void of_a_customer_whom_nobody_had_to_look_at_nothing_is_kept() {
        RetailTransaction sale = (RetailTransaction) shop.thing("1").aged(18).cash(100).sold();

        assertThat(sale.details().age()).isNull();
    }

    @Test
    void a_tip_is_paid_with_the_goods_and_is_no_turnover() {
        RetailTransaction sale = (RetailTransaction) shop.thing("10").tip(150).card(1_150).sold();

        Line tip = sale.lines().getLast();
        assertThat(tip.details().kind()).isEqualTo(LineKind.TIP);
        assertThat(tip.gross().minor()).isEqualTo(150);
        assertThat(tip.taxAmount().isZero()).isTrue();
        assertThat(totals().sales())
                .filteredOn(part -> part.kind() == LineKind.TIP)
                .singleElement()
                .satisfies(part -> assertThat(part.tax().isZero()).isTrue());
    }

    @Test
    void a_gift_card_is_sold_by_its_number_without_vat() {
        RetailTransaction sale = (RetailTransaction) shop.giftCard("6006", "50").card(5_000).sold();

        Line card = sale.lines().getFirst();
        assertThat(card.details().card()).isEqualTo("6006");
        assertThat(card.taxAmount().isZero()).isTrue();
        assertThat(card.details().override()).isNull();
        assertThat(shop.article("CARD", "1").cash(0).refused().why()).contains("by its number");
        assertThat(shop.giftCard("6006", "0").cash(0).refused().why()).contains("the amount");
    }

    @Test
    void a_card_that_this_till_sold_is_good_here_for_what_is_left_of_it_without_a_gateway() {
        shop.giftCard("6006", "50").card(5_000).sold();

        RetailTransaction first = (RetailTransaction) shop.thing("30").redeem("6006", 3_000).sold();
        Refusal more = shop.thing("30").redeem("6006", 3_000).refused();

        assertThat(first.tenders().getFirst().card()).isEqualTo(new CardUse("6006", false));
        assertThat(more.kind()).isEqualTo(Refusal.Kind.GIFT_CARD);
        assertThat(more.why()).contains("20.00 EUR left");
    }

    @Test
    void what_the_gateway_knows_of_other_tills_counts() {
        shop.giftCard("6006", "50").card(5_000).sold();
        shop.told(
                "6006",
                new CardKnown(
                        new CardMovement("6006", 5_000, 0), new CardMovement("6006", 0, 4_500)));

        Refusal refusal = shop.thing("10").redeem("6006", 1_000).refused();
        RetailTransaction sale = (RetailTransaction) shop.thing("5").redeem("6006", 500).sold();

        assertThat(refusal.why()).contains("5.00 EUR left");
        assertThat(Objects.requireNonNull(sale.tenders().getFirst().card()).checked()).isTrue();
    }

    @Test
    void what_this_till_spent_since_its_gateway_heard_of_it_counts_too() {
        CardKnown fresh = new CardKnown(NOTHING, new CardMovement("6006", 5_000, 0));
        shop.told("6006", fresh);
        shop.thing("40").redeem("6006", 4_000).sold();

        Refusal refusal = shop.thing("40").redeem("6006", 4_000).refused();

        assertThat(refusal.why()).contains("10.00 EUR left");
    }

    @Test
    void one_card_cannot_pay_twice_in_one_receipt_for_more_than_it_has() {
        shop.told("6006", new CardKnown(NOTHING, new CardMovement("6006", 5_000, 0)));

        Refusal refusal = shop.thing("60").redeem("6006", 3_000).redeem("6006", 3_000).refused();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.GIFT_CARD);
    }

    @Test
    void a_card_that_nobody_here_knows_is_taken_only_if_somebody_says_so() {
        Refusal refusal = shop.thing("10").redeem("6006", 1_000).refused();
        RetailTransaction sale =
                (RetailTransaction) shop.thing("10").redeem("6006", 1_000).unchecked().sold();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_CHECKED);
        assertThat(refusal.why()).contains("the gateway is not reached");
        assertThat(sale.details().approvals())
                .extracting(Approval::act)
                .containsExactly(Approval.GIFT_CARD_UNCHECKED);
        assertThat(tally(Tally.GIFT_CARD_UNCHECKED)).isEqualTo(1);
    }

    @Test
    void a_redemption_that_was_undone_says_nothing_of_what_a_card_of_elsewhere_has_left() {
        RetailTransaction sale =
                (RetailTransaction) shop.thing("10").redeem("6006", 1_000).unchecked().sold();
        assertThat(undone(sale, Map.of())).isInstanceOf(Decision.Append.class);

        Refusal refusal = shop.thing("10").redeem("6006", 1_000).refused();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_CHECKED);
    }

    @Test
    void what_a_till_did_to_cards_is_known_again_after_a_restart() {
        shop.giftCard("6006", "50").card(5_000).sold();
        shop.thing("30").redeem("6006", 3_000).sold();
        shop.till.restarted();

        assertThat(shop.thing("30").redeem("6006", 3_000).refused().why()).contains("20.00 EUR");
    }

    @Test
    void the_receipt_of_a_card_is_taken_back_only_while_all_of_it_is_there() {
        RetailTransaction sale = (RetailTransaction) shop.giftCard("6006", "50").cash(5_000).sold();
        CardMovement spent = new CardMovement("6006", 0, 1_000);
        CardKnown elsewhere = new CardKnown(new CardMovement("6006", 5_000, 0), spent);

        assertThat(undone(sale, Map.of("6006", elsewhere)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused ->
                                assertThat(refused.refusal().why())
                                        .contains("spent since and has 40.00 EUR left"));
        assertThat(undone(sale, Map.of())).isInstanceOf(Decision.Append.class);
    }

    @Test
    void the_receipt_of_a_card_that_was_spent_here_is_not_taken_back_without_a_gateway() {
        RetailTransaction sale = (RetailTransaction) shop.giftCard("6006", "50").cash(5_000).sold();
        shop.thing("50.00").redeem("6006", 5_000).sold();

        assertThat(undone(sale, Map.of())).isInstanceOf(Decision.Refused.class);
    }

    private Decision undone(RetailTransaction sale, Map<String, CardKnown> cards) {
        OriginalReceipt receipt =
                new OriginalReceipt("s001", "Till 1", LocalDate.of(2010, 12, 1), 1);
        return shop.till.decide(
                Command.of(new Ask.PostVoid(newId(), TillAtWork.OPERATOR, 1, "wrong card", null))
                        .with(Found.undoing(new Found.Undone(receipt, sale, "")).with(cards)));
    }

    @Test
    void a_gift_card_without_a_number_is_no_tender() {
        assertThat(
                        shop.thing("10")
                                .pay(TenderType.GIFT_CARD, new Money(1_000, Bureau.EUR))
                                .refused()
                                .why())
                .contains("by its number");
    }

    private long tally(String kind) {
        return totals().tally(kind).count();
    }

    private Totals totals() {
        return Objects.requireNonNull(shop.till.view().totals());
    }
}
