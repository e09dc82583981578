package io.tidemark.fog.question;

import static io.tidemark.fog.ledger.Returns.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.ledger.Returns;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.question.AverageCost;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.ledger.stock.StockItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the store knows of gift cards, currencies and costs. */
class MoneyAnswersTest extends AskedGateway {
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

    @Test
    void goods_cost_on_average_what_the_last_close_down_left_them_with_and_others_are_not_told() {
        w1.record(delivery(10, "37.50")).record(delivery(1, "3.77")).closesDay();
        gateway.receives(w1);
        Subject asked = new Subject.AverageCosts(List.of("TEA", "none"));
        assertThat(ask(two, asked)).isEqualTo(new Reply.AverageCosts(List.of()));

        gateway.closed(DAY, "till-2", "till-3");

        assertThat(ask(two, asked))
                .isEqualTo(
                        new Reply.AverageCosts(
                                List.of(
                                        new AverageCost(
                                                new StockItem("TEA", Unit.PIECE),
                                                UnitPrice.of("3.751818")))));
    }

    private static StockMoved delivery(int pieces, String cost) {
        StockLine tea =
                new StockLine(
                        "TEA",
                        null,
                        "TEA",
                        "food",
                        Quantity.pieces(pieces),
                        Money.rounded(new BigDecimal(cost), GBP));
        return new StockMoved(StockMoved.Kind.DELIVERY, "D-1", "Mill Ltd", "", List.of(tea));
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
}
