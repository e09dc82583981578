package io.tidemark.ledger.question;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.entry;
import static io.tidemark.ledger.TestShop.gbp;

import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.stock.StockItem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of each question and reply, in the order in which the checked-in bytes have them. */
final class QuestionExamples {
    private static final Instant AT = Instant.parse("2010-12-01T09:30:00.125Z");

    private QuestionExamples() {}

    static Map<String, Question> questions() {
        Map<String, Question> all = new LinkedHashMap<>();
        all.put(
                "find receipt",
                new Question(
                        1,
                        new Subject.FindReceipt(new OriginalReceipt("kingston", "W1", DAY, 17))));
        all.put("suspended baskets", new Question(2, new Subject.SuspendedBaskets()));
        all.put("claim basket", new Question(3, new Subject.ClaimBasket("W1-17")));
        all.put("stock", new Question(Long.MAX_VALUE, new Subject.StockOnHand("85123A")));
        all.put("release basket", new Question(4, new Subject.ReleaseBasket("W1-17")));
        all.put("gift card", new Question(5, new Subject.GiftCard("6006-1")));
        all.put(
                "exchanged",
                new Question(
                        6,
                        new Subject.Exchanged(
                                "C-77", DAY.minusDays(1), DAY, new CurrencyCode("USD"))));
        all.put(
                "average costs",
                new Question(7, new Subject.AverageCosts(List.of("85123A", "CHEESE"))));
        return all;
    }

    static Map<String, Answered> answers() {
        Map<String, Answered> all = new LinkedHashMap<>();
        aboutReceipts(all);
        aboutBaskets(all);
        aboutStock(all);
        all.put("not answered", new Answered(5, new Reply.NotAnswered("ask a newer gateway")));
        all.put("released", new Answered(4, new Reply.BasketReleased()));
        aboutMoney(all);
        return all;
    }

    private static void aboutReceipts(Map<String, Answered> all) {
        all.put(
                "receipt",
                new Answered(
                        1,
                        new Reply.ReceiptFound(
                                "till-1",
                                entry(new NoSale("stands for a receipt"), 7),
                                List.of(
                                        new ReturnedPart(
                                                2, "W2", DAY.plusDays(1), 3, Quantity.pieces(2)),
                                        new ReturnedPart(
                                                2,
                                                "W2",
                                                DAY.plusDays(1),
                                                4,
                                                Quantity.pieces(-2))))));
        all.put("pruned", new Answered(1, new Reply.ReceiptPruned(DAY.plusDays(90))));
        all.put("not known", new Answered(1, new Reply.NotKnown()));
    }

    private static void aboutBaskets(Map<String, Answered> all) {
        all.put("no baskets", new Answered(2, new Reply.Baskets(List.of(), List.of())));
        all.put(
                "baskets",
                new Answered(
                        2,
                        new Reply.Baskets(
                                List.of(
                                        new ParkedBasket(
                                                "W1-17", "W1", DAY, AT, "ada", 3, gbp(1_250))),
                                List.of())));
        all.put(
                "baskets, one taken up elsewhere",
                new Answered(
                        2,
                        new Reply.Baskets(
                                List.of(), List.of(new ResumedBasket("W1-17", "W2", AT)))));
        all.put(
                "claimed",
                new Answered(3, new Reply.BasketClaimed("W1", entry(new NoSale("basket"), 7))));
        all.put("taken", new Answered(3, new Reply.BasketTaken("W2", AT)));
    }

    private static void aboutStock(Map<String, Answered> all) {
        all.put(
                "stock",
                new Answered(
                        4, new Reply.Stock("85123A", Quantity.of("-1.250", Unit.KILOGRAM), AT)));
        all.put(
                "stock never counted",
                new Answered(4, new Reply.Stock("85123A", Quantity.pieces(6), null)));
    }

    private static void aboutMoney(Map<String, Answered> all) {
        all.put(
                "gift card",
                new Answered(
                        5,
                        new Reply.GiftCard(
                                new CardMovement("6006-1", 5_000, 1_000),
                                new CardMovement("6006-1", 0, 2_500))));
        all.put("exchanged", new Answered(6, new Reply.Exchanged(30_000, 40_000, -500)));
        all.put(
                "average costs",
                new Answered(
                        7,
                        new Reply.AverageCosts(
                                List.of(
                                        new AverageCost(
                                                new StockItem("CHEESE", Unit.KILOGRAM),
                                                UnitPrice.of("3.751818"))))));
    }
}
