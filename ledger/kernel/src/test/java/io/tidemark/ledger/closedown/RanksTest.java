package io.tidemark.ledger.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static final long SEED = 5;

    @Test
    void every_rank_is_what_sorting_all_numbers_gives() {
        List<LongUnaryOperator> kinds =
                List.of(
                        any -> any >> 12,
                        any -> any % 7,
                        any -> 40_000 + any % 100_000,
                        any -> (any & 1) == 0 ? -(1L << 52) : 1L << 52,
                        _ -> -3);
        SplittableRandom random = new SplittableRandom(SEED);
        for (LongUnaryOperator kind : kinds)
            for (int count : new int[] {1, 2, 99, 1_000})
                requireSorted(
                        LongStream.generate(random::nextLong).limit(count).map(kind).toArray(),
                        random.nextInt(count));
    }

    private static void requireSorted(long[] numbers, int firstPart) {
        long[] rest = Arrays.copyOfRange(numbers, firstPart, numbers.length + 3);
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);

        Ranks ranks =
                Ranks.of(
                        List.of(
                                new Ranks.Numbers(numbers, firstPart),
                                new Ranks.Numbers(rest, numbers.length - firstPart)));

        assertThat(ranks.count()).isEqualTo(numbers.length);
        for (int rank = 0; rank < sorted.length; rank++)
            assertThat(ranks.at(rank)).as("seed %d, rank %d", SEED, rank).isEqualTo(sorted[rank]);
    }
}
