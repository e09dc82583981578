package io.tidemark.lab.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.shop.Scripted.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final Told ONE = told("a", 1, 100);
    private static final Told TWO = told("b", 2, 250);

    @Test
    void the_same_receipts_match() {
        Matching matching =
                Matching.of(
                        "till-1", List.of(ONE, TWO), List.of(seen("b", 2, 250), seen("a", 1, 100)));

        assertThat(matching.isTrue()).isTrue();
        assertThat(matching.differences()).isEmpty();
    }

    @Test
    void a_receipt_that_was_told_and_is_not_there_is_lost() {
        Matching matching = Matching.of("till-1", List.of(ONE, TWO), List.of(seen("a", 1, 100)));

        assertThat(matching.lost()).isEqualTo(1);
        assertThat(matching.duplicated()).isZero();
    }

    @Test
    void a_receipt_that_is_there_twice_or_was_never_told_is_duplicated() {
        Matching matching =
                Matching.of(
                        "till-1",
                        List.of(ONE),
                        List.of(seen("a", 1, 100), seen("a", 2, 100), seen("c", 3, 100)));

        assertThat(matching.lost()).isZero();
        assertThat(matching.duplicated()).isEqualTo(2);
    }

    @Test
    void an_altered_receipt_is_lost_even_if_the_sums_agree() {
        Matching matching =
                Matching.of(
                        "till-1", List.of(ONE, TWO), List.of(seen("a", 1, 101), seen("b", 2, 249)));

        assertThat(matching.lost()).isEqualTo(2);
        assertThat(matching.differences()).hasSize(3);
    }

    private static Told told(String command, long number, long gross) {
        return new Told(
                new Told.Origin("store-1", "till-1"),
                command,
                Kind.SALE,
                number,
                "id-" + number,
                1,
                gross,
                number);
    }

    private static Seen seen(String command, long number, long gross) {
        return new Seen("till-1", command, "SALE", number, "id-" + number, 1, gross);
    }
}
