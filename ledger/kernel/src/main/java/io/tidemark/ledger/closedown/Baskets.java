package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The sizes and values of baskets, for their statistics. Not safe for use by several threads. */
public final class Baskets {
    private static final int FIRST_CAPACITY = 64;

    private long[] sizes = new long[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private int count;
    private final List<Baskets> others = new ArrayList<>();

    void add(List<Line> lines, Money total) {
        long goods = 0;
        for (Line line : lines) if (line.details().kind().isGoods()) goods++;
        add(goods, total.minor());
    }

    /**
     * @param size lines of goods
     * @param value minor units
     */
    public void add(long size, long value) {
        if (count == sizes.length) {
            // By a half, not to twice: what is not used yet takes memory, too.
            sizes = Arrays.copyOf(sizes, count + (count >> 1));
            values = Arrays.copyOf(values, count + (count >> 1));
        }
        sizes[count] = size;
        values[count++] = value;
    }

    /** Takes others in where they are, for a large store has millions; they may go on. */
    public void add(Baskets other) {
        others.add(other);
    }

    public BasketStatistics statistics(CurrencyCode currency) {
        List<Baskets> all = all().toList();
        List<Ranks> ranks =
                Stream.of(
                                all.stream().map(each -> new Ranks.Numbers(each.sizes, each.count)),
                                all.stream()
                                        .map(each -> new Ranks.Numbers(each.values, each.count)))
                        .parallel()
                        .map(numbers -> Ranks.of(numbers.toList()))
                        .toList();
        Ranks bySize = ranks.getFirst();
        Ranks byValue = ranks.getLast();
        return new BasketStatistics(
                bySize.count(),
                mean(bySize, 100),
                rank(bySize, 50),
                rank(bySize, 95),
                new Money(mean(byValue, 1), currency),
                new Money(rank(byValue, 50), currency),
                new Money(rank(byValue, 95), currency));
    }

    private Stream<Baskets> all() {
        return Stream.concat(Stream.of(this), others.stream().flatMap(Baskets::all));
    }

    /** HALF_UP, away from zero at the half. */
    private static long mean(Ranks all, int scale) {
        if (all.count() == 0) return 0;
        return BigDecimal.valueOf(all.sum())
                .multiply(BigDecimal.valueOf(scale))
                .divide(BigDecimal.valueOf(all.count()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Nearest rank: the value at ⌈n × percent ÷ 100⌉, counted from 1. */
    private static long rank(Ranks ranks, int percent) {
        if (ranks.count() == 0) return 0;
        return ranks.at(Math.ceilDiv(ranks.count() * percent, 100) - 1);
    }
}
