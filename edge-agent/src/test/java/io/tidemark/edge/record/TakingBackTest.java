package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.named;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Goods that come back with their receipt, and receipts that are taken back. */
class TakingBackTest {
    private static final LocalDate DAY = LocalDate.of(2010, 12, 1);

    private final TillAtWork till = new TillAtWork().open();
    private final RetailTransaction sale = sell();

    @Test
    void goods_come_back_at_what_was_paid_and_say_that_they_were_checked() {
        GoodsReturned back = (GoodsReturned) event(decide(back(2, -510), found(0, 0)));

        Line line = back.lines().getFirst();
        assertThat(line.gross()).isEqualTo(till.money(-510));
        assertThat(line.original()).isEqualTo(original().held());
    }

    @Test
    void no_more_comes_back_than_was_sold_whoever_took_it_back_before() {
        decide(back(1, -255), found(0, 0));

        assertThat(refused(decide(back(3, -765), found(0, 0))))
                .contains("of 3 sold, at most 2 can come back", "with receipt 2");
        assertThat(refused(decide(back(2, -510), found(0, 1_000))))
                .contains("at most 1 can come back");
        assertThat(refused(decide(back(3, -765), found(1_000, 0))))
                .as("what the gateway knows of this till is counted once")
                .contains("at most 2");
        event(decide(back(2, -510), found(0, 0)));
        assertThat(refused(decide(back(1, -255), found(0, 0)))).contains("returned already");
    }

    @Test
    void what_came_back_is_remembered_over_a_restart() {
        decide(back(3, -765), found(0, 0));

        till.restarted();

        assertThat(refused(decide(back(1, -255), found(0, 0)))).contains("returned already");
    }

    @Test
    void one_line_cannot_come_back_twice_in_one_basket() {
        Ask.TakeBack twice = back(List.of(asked(2), asked(2)), -1_020, false);

        assertThat(refused(decide(twice, found(0, 0)))).startsWith("line 2: ");
    }

    @Test
    void a_line_whose_receipt_could_not_be_looked_at_is_taken_only_if_somebody_says_so() {
        Found lacking = Found.lines(Map.of(), Map.of(original(), "the gateway is not reached"));

        assertThat(refused(decide(back(1, -255), lacking)))
                .contains("the gateway is not reached", "unchecked");
        GoodsReturned taken =
                (GoodsReturned) event(decide(back(List.of(asked(1)), -255, true), lacking));

        assertThat(taken.lines().getFirst().original()).isEqualTo(original());
    }

    @Test
    void a_receipt_of_the_day_is_taken_back_as_a_whole_and_once() {
        PostVoided undone = (PostVoided) event(undo(receipt(DAY), ""));

        assertThat(undone.total()).isEqualTo(till.money(-765));
        assertThat(undone.original()).isEqualTo(receipt(DAY));
        assertThat(refused(undo(receipt(DAY), ""))).contains("taken back already, with receipt 2");
        assertThat(refused(decide(back(1, -255), found(0, 0)))).contains("returned already");
    }

    @Test
    void a_return_is_taken_back_as_a_whole_once_too() {
        GoodsReturned back = (GoodsReturned) event(decide(back(2, -510), found(0, 0)));
        event(undo(2, back));

        assertThat(refused(undo(2, back))).contains("taken back already, with receipt 3");
        assertThat(till.restarted().view().lastReceipt()).isEqualTo(3);
        assertThat(refused(undo(2, back))).contains("taken back already, with receipt 3");
        event(decide(back(3, -765), found(0, 0)));
    }

    @Test
    void a_receipt_of_which_something_came_back_or_of_another_day_is_not_taken_back() {
        assertThat(refused(undo(receipt(DAY.minusDays(1)), ""))).contains("open day");
        assertThat(refused(undo(receipt(DAY), "on 2010-12-01 at W2, with receipt 9")))
                .contains("at W2, with receipt 9");
        decide(back(1, -255), found(0, 0));
        assertThat(refused(undo(receipt(DAY), ""))).contains("came back already, with receipt 2");
    }

    @Test
    void a_post_void_is_not_taken_back_itself() {
        PostVoided undone = (PostVoided) event(undo(receipt(DAY), ""));

        assertThat(refused(undo(2, undone))).contains("sell the goods again");
    }

    private RetailTransaction sell() {
        Ask.Sell ask = till.sale(List.of(line("85123A", "3")), till.tender(TenderType.CASH, 765));
        return (RetailTransaction) till.recordedEvent(ask);
    }

    private Ask.TakeBack back(int pieces, long refund) {
        return back(List.of(asked(pieces)), refund, false);
    }

    private Ask.TakeBack back(List<BasketLine> lines, long refund, boolean unchecked) {
        return new Ask.TakeBack(
                newId(),
                OPERATOR,
                new Basket(
                        lines,
                        List.of(till.tender(TenderType.CASH, refund)),
                        null,
                        new Basket.Extras(List.of(), null, "", null, unchecked)));
    }

    private static BasketLine asked(int pieces) {
        return new BasketLine(
                named("85123A"), Quantity.of("-" + pieces, Unit.PIECE), null, original());
    }

    private static OriginalLine original() {
        return new OriginalLine("s001", "Till 1", DAY, 1, 1);
    }

    private static OriginalReceipt receipt(LocalDate day) {
        return new OriginalReceipt("s001", "Till 1", day, 1);
    }

    private Found found(long here, long elsewhere) {
        return Found.lines(
                Map.of(
                        original(),
                        new Found.Sold(sale.lines().getFirst(), here, elsewhere, "at W2")),
                Map.of());
    }

    private Decision decide(Ask.TakeBack ask, Found found) {
        return till.decide(
                new Command(ask, till.priced(ask.basket()), Authority.ANYBODY).with(found));
    }

    private Decision undo(OriginalReceipt receipt, String elsewhere) {
        return till.decide(
                Command.of(new Ask.PostVoid(newId(), OPERATOR, 1, "wrong goods", null))
                        .with(Found.undoing(new Found.Undone(receipt, sale, elsewhere))));
    }

    private Decision undo(long number, RetailTransaction given) {
        OriginalReceipt receipt = new OriginalReceipt("s001", "Till 1", DAY, number);
        return till.decide(
                Command.of(new Ask.PostVoid(newId(), OPERATOR, number, "", null))
                        .with(Found.undoing(new Found.Undone(receipt, given, ""))));
    }

    private static Event event(Decision decision) {
        if (decision instanceof Decision.Append(List<Entry> entries))
            return entries.getLast().event();
        throw new AssertionError(decision);
    }

    private static String refused(Decision decision) {
        if (decision instanceof Decision.Refused(Refusal refusal)) return refusal.why();
        throw new AssertionError(decision);
    }
}
