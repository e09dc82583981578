package io.tidemark.fog.question;

import static io.tidemark.fog.ledger.Returns.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.Returns;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What two tills did that only one of them could. */
class DoublesTest extends AskedGateway {
    @Test
    void a_gift_card_that_two_tills_spent_is_found_in_whatever_order_they_come() {
        w1.record(Returns.giftCard("6006", 5_000)).record(Returns.redeemed("6006", 4_000, false));
        w2.record(Returns.redeemed("6006", 3_000, false));
        w2.record(Returns.giftCard("7007", 1_000)).record(Returns.redeemed("7007", 1_000, true));

        gateway.receives(w2);
        ask(two, new Subject.SuspendedBaskets());
        assertThat(doubles.overspent()).extracting(Doubles.Overspent::over).containsExactly(3_000L);
        arrived();
        ask(two, new Subject.SuspendedBaskets());

        assertThat(doubles.overspent())
                .extracting(Doubles.Overspent::number, Doubles.Overspent::over)
                .containsExactly(tuple("6006", 2_000L));
        assertThat(doubles.card("6006"))
                .extracting(GatewayCards.Move::spent, GatewayCards.Move::checked)
                .contains(tuple(4_000L, false), tuple(3_000L, false), tuple(0L, true));
    }

    @Test
    void a_line_that_came_back_more_often_than_it_was_sold_is_found_in_whatever_order_it_comes() {
        w1.record(Returns.sale(2)).record(Returns.of("W1", 1, 1));
        w2.record(Returns.of(unchecked(), 2));

        gateway.receives(w2);
        assertThat(sold()).containsExactly(Optional.empty());
        arrived();

        assertThat(sold()).containsExactly(Optional.of(Quantity.pieces(2)));
        assertThat(doubles.returned().getFirst().returned()).isEqualTo(Quantity.pieces(3));
        assertThat(doubles.returned().getFirst().returns())
                .extracting(GatewayReturns.Return::workstation)
                .containsExactly("W1", "W2");
    }

    @Test
    void it_is_still_found_when_the_receipt_was_pruned() {
        w1.record(Returns.sale(2)).record(Returns.of(unchecked().held(), 2));
        w2.record(Returns.of(unchecked().held(), 1));
        gateway.receives(w1.closesDay());
        gateway.receives(w1.opens(DAY.plusDays(1)).sells("9.00"));
        arrived();
        assertThat(sold()).containsExactly(Optional.of(Quantity.pieces(2)));

        gateway.journals
                .of(w1.journal())
                .orElseThrow()
                .journal()
                .prune(1, new Pruning(DAY.plusDays(40), 35));

        assertThat(ask(two, new Subject.FindReceipt(FIRST)))
                .isInstanceOf(Reply.ReceiptPruned.class);
        assertThat(sold()).containsExactly(Optional.of(Quantity.pieces(2)));
    }

    @Test
    void what_came_back_in_parts_and_no_more_than_was_sold_is_no_exception() {
        w1.record(Returns.sale(3)).record(Returns.of("W1", 1, 1));
        w2.record(Returns.of("W1", 1, 2));
        arrived();

        assertThat(doubles.returned()).isEmpty();
    }

    @Test
    void a_post_void_brings_back_every_line_and_a_return_that_is_post_voided_brings_back_none() {
        SaleCompleted sale = Returns.sale(2);
        GoodsReturned back = Returns.of("W1", 2, 2);
        w1.record(sale).record(sale).record(undo(sale, 1));
        w2.record(Returns.of(new OriginalLine("s001", "W1", DAY, 1, 1).held(), 1))
                .record(back)
                .record(PostVoided.of(back, receipt("W2", 2), TransactionDetails.NONE))
                .record(back);
        arrived();

        assertThat(doubles.returned())
                .extracting(twice -> twice.line().receipt(), Doubles.ReturnedTwice::returned)
                .containsExactly(tuple(1L, Quantity.pieces(3)));
    }

    @Test
    void a_basket_that_two_tills_took_up_offline_is_shown_with_what_it_became() {
        w1.record(Returns.parked("W1-3")).record(new BasketResumed("W1-3", "W1"));
        w2.record(new BasketResumed("W1-3", "W1"));
        arrived();

        List<Doubles.ResumedTwice> twice = doubles.resumed();

        assertThat(twice).hasSize(1);
        assertThat(twice.getFirst().basket()).isEqualTo("W1-3");
        assertThat(twice.getFirst().resumed())
                .extracting(GatewayBaskets.Resumed::workstation)
                .containsExactly("W1", "W2");
    }

    private static OriginalLine unchecked() {
        return new OriginalLine("s001", "W1", DAY, 1, 1);
    }

    private static PostVoided undo(SaleCompleted sale, long receipt) {
        return PostVoided.of(sale, receipt("W1", receipt), TransactionDetails.NONE);
    }

    private List<Optional<Quantity>> sold() {
        ask(two, new Subject.SuspendedBaskets());
        return doubles.returned().stream().map(Doubles.ReturnedTwice::sold).toList();
    }
}
