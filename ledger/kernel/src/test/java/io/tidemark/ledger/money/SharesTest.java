package io.tidemark.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");

    @Test
    void what_cannot_be_divided_goes_to_the_largest_remainders_first() {
        assertThat(minor(100, 1L, 1L, 1L)).containsExactly(34L, 33L, 33L);
        assertThat(minor(100, 400L, 500L)).containsExactly(44L, 56L);
        assertThat(minor(-100, 1L, 0L, 2L)).containsExactly(-33L, 0L, -67L);
    }

    @Test
    void shares_always_add_up_and_differ_from_their_due_by_less_than_one() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            long amount = random.nextLong(-1_000_000, 1_000_000);
            List<Long> weights =
                    Stream.generate(() -> random.nextLong(1, 1_000_000_000_000L))
                            .limit(random.nextInt(1, 40))
                            .toList();
            double sum = weights.stream().mapToDouble(Long::doubleValue).sum();

            List<Money> shares = Shares.of(new Money(amount, GBP), weights);

            assertThat(Money.sum(GBP, shares, share -> share).minor())
                    .as("seed %d", seed)
                    .isEqualTo(amount);
            for (int i = 0; i < shares.size(); i++)
                assertThat((double) shares.get(i).minor())
                        .as("seed %d", seed)
                        .isBetween(
                                amount * (weights.get(i) / sum) - 1.001,
                                amount * (weights.get(i) / sum) + 1.001);
        }
    }

    @Test
    void there_must_be_something_to_share_it_out_to() {
        assertThatThrownBy(() -> Shares.of(new Money(1, GBP), List.of(0L, 0L)))
                .hasMessageContaining("nothing to share 0.01 GBP out to");
    }

    private static List<Long> minor(long amount, Long... weights) {
        return Shares.of(new Money(amount, GBP), List.of(weights)).stream()
                .map(Money::minor)
                .toList();
    }
}
