package io.tidemark.fog.question;

import static io.tidemark.fog.ledger.Returns.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.ledger.Returns;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.question.ParkedBasket;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ResumedBasket;
import io.tidemark.ledger.question.ReturnedPart;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreAnswersTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final CurrencyCode USD = new CurrencyCode("USD");

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final OriginalReceipt FIRST = receipt("W1", 1);

    @TempDir private Path directory;

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2", "till-3");
    private final NodeName two = store.device("till-2");
    private final NodeName three = store.device("till-3");
    private final LaboratoryTill w1 = store.till("till-1").at("W1").opens(DAY);
    private final LaboratoryTill w2 = store.till("till-2").at("W2").opens(DAY);
    private Instant now = CLOCK.instant();
    private Instant business = Instant.parse("2010-12-01T09:30:00Z");
    private LaboratoryGateway gateway;
    private Projection projection;
    private StoreAnswers answers;
    private Doubles doubles;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, CLOCK);
        projection =
                Projection.start(
                        new ProjectionPlace(directory.resolve("projection"), new byte[32]),
                        new GatewaySchema(),
                        gateway.journals.all().stream()
                                .map(each ->
                                        gateway.journals.repetitions().followed(each.journal()))
                                .toList());
        assertThat(projection.awaitReadable(Duration.ofSeconds(30))).isTrue();
        answers =
                new StoreAnswers(
                        new StoreAnswers.Known(
                                store.gateway(),
                                gateway.journals,
                                projection,
                                plu ->
                                        plu.equals("22423")
                                                ? Optional.of(
                                                        new Reply.Stock(
                                                                plu, Quantity.pieces(7), null))
                                                : Optional.empty(),
                                () -> gateway.storeJournal.state().history()),
                        () -> now,
                        () -> business);
        GatewayReturns returns = new GatewayReturns(projection);
        doubles =
                new Doubles(
                        store.gateway().store(),
                        new StoreReceipts(store.gateway(), gateway.journals, returns),
                        returns,
                        new GatewayBaskets(projection),
                        new GatewayCards(projection));
    }

    @AfterEach
    void close() {
        projection.close();
        gateway.close();
    }

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
    void a_gift_card_is_told_by_what_the_asking_till_did_and_what_others_did() {
        w1.record(Returns.giftCard("6006", 5_000));
        w2.record(Returns.redeemed("6006", 1_500, true));
        arrived();

        Reply reply = ask(two, new Subject.GiftCard("6006"));

        assertThat(reply)
                .isEqualTo(
                        new Reply.GiftCard(
                                new CardMovement("6006", 0, 1_500),
                                new CardMovement("6006", 5_000, 0)));
        assertThat(ask(two, new Subject.GiftCard("unknown")))
                .isEqualTo(
                        new Reply.GiftCard(
                                new CardMovement("unknown", 0, 0),
                                new CardMovement("unknown", 0, 0)));
    }

    @Test
    void what_a_customer_exchanged_at_all_tills_is_told_to_each_and_what_the_store_holds() {
        w1.record(exchanged(40_000, -30_000, "C-77")).record(exchanged(10_000, -7_500, ""));
        w2.record(exchanged(-20_000, 16_200, "c-77"));
        arrived();

        assertThat(ask(two, exchangedBy("C-77", DAY)))
                .isEqualTo(new Reply.Exchanged(16_200, 30_000, 30_000));
        assertThat(ask(three, exchangedBy("c-77 ", DAY)))
                .isEqualTo(new Reply.Exchanged(0, 46_200, 30_000));
        assertThat(ask(two, exchangedBy("C-77", DAY.minusDays(1))))
                .isEqualTo(new Reply.Exchanged(0, 0, 30_000));
        assertThat(ask(two, exchangedBy("", DAY))).isEqualTo(new Reply.Exchanged(0, 0, 30_000));
    }

    @Test
    void what_the_store_holds_counts_each_day_once_though_a_supplement_to_an_older_one_came_last() {
        LocalDate next = DAY.plusDays(1);
        w1.record(exchanged(10_000, -7_500, "")).closesDay();
        w1.opens(next).record(exchanged(20_000, -15_000, "")).closesDay();
        gateway.receives(w1);
        gateway.closed(DAY, "till-2", "till-3");
        gateway.closed(next, "till-2", "till-3");
        w2.record(exchanged(3_000, -2_250, ""));
        arrived();

        assertThat(gateway.closed(DAY, "till-2", "till-3").supplement()).isEqualTo(1);

        assertThat(ask(three, exchangedBy("", next))).isEqualTo(new Reply.Exchanged(0, 0, 33_000));
    }

    private static Subject exchangedBy(String customer, LocalDate to) {
        return new Subject.Exchanged(customer, to.minusDays(1), to, USD);
    }

    private static CurrencyExchanged exchanged(long dollars, long pounds, String customer) {
        ExchangeRate rate = new ExchangeRate(new BigDecimal("0.78"));
        return new CurrencyExchanged(
                new Money(dollars, USD),
                new Money(pounds, GBP),
                Money.zero(GBP),
                rate,
                rate,
                new CurrencyExchanged.Customer(customer, ""),
                List.of(),
                null);
    }

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

    private static OriginalReceipt receipt(String workstation, long number) {
        return new OriginalReceipt("s001", workstation, DAY, number);
    }

    private List<Optional<Quantity>> sold() {
        ask(two, new Subject.SuspendedBaskets());
        return doubles.returned().stream().map(Doubles.ReturnedTwice::sold).toList();
    }

    private Reply ask(NodeName device, Subject subject) {
        projection.forced();
        return answers.to(device, subject);
    }

    private boolean hasAllOf(LaboratoryTill till) {
        return gateway.journals.of(till.journal()).orElseThrow().received().equals(till.head());
    }

    private void arrived() {
        for (LaboratoryTill till : List.of(w1, w2)) if (!hasAllOf(till)) gateway.receives(till);
        ask(two, new Subject.SuspendedBaskets());
    }
}
