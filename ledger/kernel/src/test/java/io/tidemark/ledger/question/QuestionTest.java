package io.tidemark.ledger.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void every_question_and_reply_has_the_bytes_that_are_checked_in() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        QuestionExamples.questions()
                .forEach((name, question) -> all.put("question " + name, question.toBytes()));
        QuestionExamples.answers()
                .forEach((name, answer) -> all.put("answered " + name, answer.toBytes()));

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
        QuestionExamples.questions()
                .forEach((name, question) ->
                        assertThat(Question.parse(question.toBytes()))
                                .as(name)
                                .isEqualTo(question));
        QuestionExamples.answers()
                .forEach((name, answer) ->
                        assertThat(Answered.parse(answer.toBytes())).as(name).isEqualTo(answer));
    }

    @Test
    void what_is_cut_off_or_something_else_is_malformed() {
        for (Question question : QuestionExamples.questions().values()) {
            byte[] whole = question.toBytes();
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Question.parse(cut)).isInstanceOf(Malformed.class);
            }
            assertThatThrownBy(() -> Answered.parse(whole)).isInstanceOf(Malformed.class);
        }
        for (Answered answer : QuestionExamples.answers().values()) {
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

    private static String checkedIn() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        QuestionTest.class.getResourceAsStream("/golden/questions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
