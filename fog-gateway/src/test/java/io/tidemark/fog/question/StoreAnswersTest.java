package io.tidemark.fog.question;

import static io.tidemark.fog.ledger.Returns.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.fog.ledger.Returns;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.question.ParkedBasket;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ResumedBasket;
import io.tidemark.ledger.question.ReturnedPart;
import io.tidemark.ledger.question.Subject;
import org.junit.jupiter.api.Test;

class StoreAnswersTest extends AskedGateway {
    @Test
    void a_receipt_is_found_with_all_that_came_back_of_it() {
        w1.record(Returns.sale(3));
        w2.record(Returns.of("W1", 1, 2));
        arrived();

        Reply reply = ask(two, new Subject.FindReceipt(FIRST));

        assertThat(reply).isInstanceOf(Reply.ReceiptFound.class);
        Reply.ReceiptFound found = (Reply.ReceiptFound) reply;
        assertThat(found.device()).isEqualTo("till-1");
        assertThat(EntryCodec.decode(found.entry()).event()).isEqualTo(Returns.sale(3));
        assertThat(found.returned())
                .containsExactly(new ReturnedPart(1, "W2", DAY, 1, Quantity.pieces(2)));
    }

    @Test
    void a_receipt_that_has_not_come_or_is_another_stores_is_not_known() {
        w1.record(Returns.sale(3));
        arrived();

        assertThat(ask(two, new Subject.FindReceipt(receipt("W1", 2))))
                .isEqualTo(new Reply.NotKnown());
        assertThat(ask(two, new Subject.FindReceipt(new OriginalReceipt("s002", "W1", DAY, 1))))
                .isEqualTo(new Reply.NotKnown());
    }

    @Test
    void stock_is_told_where_somebody_knows_it() {
        assertThat(ask(two, new Subject.StockOnHand("22423")))
                .isEqualTo(new Reply.Stock("22423", Quantity.pieces(7), null));
        assertThat(ask(two, new Subject.StockOnHand("other"))).isEqualTo(new Reply.NotKnown());
    }

    @Test
    void a_question_of_a_later_version_is_answered_with_what_to_do() {
        assertThat(ask(two, new Subject.Unknown(99))).isInstanceOf(Reply.NotAnswered.class);
    }

    @Test
    void parked_baskets_are_listed_until_somebody_takes_them_up() {
        w1.record(Returns.parked("W1-3")).record(Returns.parked("W1-4"));
        w2.record(new BasketResumed("W1-3", "W1"));
        arrived();

        Reply reply = ask(two, new Subject.SuspendedBaskets());

        assertThat(((Reply.Baskets) reply).baskets())
                .extracting(ParkedBasket::basket, ParkedBasket::workstation, ParkedBasket::lines)
                .containsExactly(tuple("W1-4", "W1", 1));
    }

    @Test
    void who_suspended_a_basket_is_told_where_it_was_taken_up_and_nobody_else_is() {
        w1.record(Returns.parked("W1-3")).record(Returns.parked("W1-4"));
        w1.record(new BasketResumed("W1-4", "W1"));
        w2.record(new BasketResumed("W1-3", "W1"));
        arrived();

        Reply.Baskets own =
                (Reply.Baskets) ask(w1.journal().node(), new Subject.SuspendedBaskets());
        Reply.Baskets other = (Reply.Baskets) ask(two, new Subject.SuspendedBaskets());

        assertThat(own.resumed())
                .extracting(ResumedBasket::basket, ResumedBasket::workstation)
                .containsExactly(tuple("W1-3", "W2"));
        assertThat(other.resumed()).isEmpty();
    }

    @Test
    void a_basket_is_promised_to_one_till_and_after_a_minute_to_another() {
        w1.record(Returns.parked("W1-3"));
        arrived();
        Subject claim = new Subject.ClaimBasket("W1-3");

        Reply first = ask(two, claim);

        assertThat(first).isInstanceOf(Reply.BasketClaimed.class);
        Reply.BasketClaimed claimed = (Reply.BasketClaimed) first;
        assertThat(claimed.workstation()).isEqualTo("W1");
        assertThat(EntryCodec.decode(claimed.entry()).event()).isEqualTo(Returns.parked("W1-3"));
        assertThat(ask(three, claim)).isEqualTo(new Reply.BasketTaken("till-2", business));
        assertThat(ask(two, claim)).isEqualTo(first);

        now = now.plus(Claims.HELD);
        assertThat(ask(three, claim)).isEqualTo(first);
    }

    @Test
    void a_basket_that_the_till_gives_back_is_promised_to_the_next_at_once_and_only_it_can() {
        w1.record(Returns.parked("W1-3"));
        arrived();
        Subject claim = new Subject.ClaimBasket("W1-3");
        Subject release = new Subject.ReleaseBasket("W1-3");
        ask(two, claim);

        assertThat(ask(three, release)).isEqualTo(new Reply.BasketReleased());
        assertThat(ask(three, claim)).isInstanceOf(Reply.BasketTaken.class);
        assertThat(ask(two, release)).isEqualTo(new Reply.BasketReleased());

        assertThat(ask(three, claim)).isInstanceOf(Reply.BasketClaimed.class);
    }

    @Test
    void a_basket_that_was_taken_up_is_nobody_elses_and_is_told_again_to_who_has_it() {
        w1.record(Returns.parked("W1-3"));
        w2.record(new BasketResumed("W1-3", "W1"));
        arrived();
        Subject claim = new Subject.ClaimBasket("W1-3");

        assertThat(ask(two, claim)).isInstanceOf(Reply.BasketClaimed.class);
        assertThat(ask(three, claim)).isInstanceOf(Reply.BasketTaken.class);
        assertThat(ask(three, new Subject.ClaimBasket("W1-9"))).isEqualTo(new Reply.NotKnown());
    }
}
