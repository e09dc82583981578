package io.tidemark.ledger.question;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.entry;
import static io.tidemark.ledger.TestShop.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.stock.StockItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Path WRITTEN = Path.of("target", "golden-questions.txt");
    private static final Instant AT = Instant.parse("2010-12-01T09:30:00.125Z");

    @Test
    void every_question_and_reply_has_the_bytes_that_are_checked_in() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        questions().forEach((name, question) -> all.put("question " + name, question.toBytes()));
        answers().forEach((name, answer) -> all.put("answered " + name, answer.toBytes()));

        String written =
                all.entrySet().stream()
                        .map(each ->
                                each.getKey()
                                        + " = "
                                        + HexFormat.of().formatHex(each.getValue())
                                        + "\n")
                        .collect(Collectors.joining());
        Files.writeString(WRITTEN, written);

        assertThat(written).isEqualTo(checkedIn());
    }

    @Test
    void every_question_and_reply_reads_back_as_it_was_written() {
        questions()
                .forEach((name, question) ->
                        assertThat(Question.parse(question.toBytes()))
                                .as(name)
                                .isEqualTo(question));
        answers()
                .forEach((name, answer) ->
                        assertThat(Answered.parse(answer.toBytes())).as(name).isEqualTo(answer));
    }

    @Test
    void what_is_cut_off_or_something_else_is_malformed() {
        for (Question question : questions().values()) {
            byte[] whole = question.toBytes();
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Question.parse(cut)).isInstanceOf(Malformed.class);
            }
            assertThatThrownBy(() -> Answered.parse(whole)).isInstanceOf(Malformed.class);
        }
        for (Answered answer : answers().values()) {
            byte[] whole = answer.toBytes();
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Answered.parse(cut)).isInstanceOf(Malformed.class);
            }
            assertThatThrownBy(() -> Question.parse(whole)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_question_beyond_its_limit_is_not_even_read() {
        byte[] large = new byte[Question.BYTES_MAX + 1];

        assertThatThrownBy(() -> Question.parse(large))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("beyond " + Question.BYTES_MAX);
    }

    @Test
    void articles_of_any_code_are_asked_for_in_questions_that_are_small_enough() {
        List<String> plus =
                IntStream.range(0, 40).mapToObj(at -> "\u20ac".repeat(62) + (10 + at)).toList();

        List<Subject.AverageCosts> asked = Subject.AverageCosts.of(plus);

        assertThat(asked).flatExtracting(Subject.AverageCosts::plus).isEqualTo(plus);
        assertThat(asked)
                .allSatisfy(each ->
                        assertThat(new Question(Long.MAX_VALUE, each).toBytes())
                                .hasSizeLessThan(Question.BYTES_MAX));
        assertThat(Subject.AverageCosts.of(List.of("A", "B"))).hasSize(1);
    }

    @Test
    void a_later_version_may_ask_and_reply_what_this_one_does_not_know() {
        byte[] question =
                new CborWriter()
                        .array(4)
                        .text("tidemark-question")
                        .integer(7)
                        .integer(99)
                        .array(2)
                        .text("what")
                        .integer(1)
                        .toBytes();
        byte[] answer =
                new CborWriter()
                        .array(4)
                        .text("tidemark-answered")
                        .integer(7)
                        .integer(98)
                        .array(1)
                        .bool(true)
                        .toBytes();

        assertThat(Question.parse(question)).isEqualTo(new Question(7, new Subject.Unknown(99)));
        assertThat(Answered.parse(answer)).isEqualTo(new Answered(7, new Reply.Unknown(98)));
    }

    @Test
    void fields_that_a_later_version_adds_are_passed_over() {
        byte[] longer =
                new CborWriter()
                        .array(5)
                        .text("tidemark-question")
                        .integer(7)
                        .integer(3)
                        .array(2)
                        .text("W1-17")
                        .bool(true)
                        .text("more")
                        .toBytes();

        assertThat(Question.parse(longer))
                .isEqualTo(new Question(7, new Subject.ClaimBasket("W1-17")));
    }

    private static Map<String, Question> questions() {
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

    private static Map<String, Answered> answers() {
        Map<String, Answered> all = new LinkedHashMap<>();
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
        all.put(
                "stock",
                new Answered(
                        4, new Reply.Stock("85123A", Quantity.of("-1.250", Unit.KILOGRAM), AT)));
        all.put(
                "stock never counted",
                new Answered(4, new Reply.Stock("85123A", Quantity.pieces(6), null)));
        all.put("not answered", new Answered(5, new Reply.NotAnswered("ask a newer gateway")));
        all.put("released", new Answered(4, new Reply.BasketReleased()));
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
        return all;
    }

    private static String checkedIn() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        QuestionTest.class.getResourceAsStream("/golden/questions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
