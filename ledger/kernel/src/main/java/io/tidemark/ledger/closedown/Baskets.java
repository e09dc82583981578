package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** The sizes and values of baskets, for their statistics. Not safe for use by several threads. */
public final class Baskets {
    private static final int FIRST_CAPACITY = 64;

    private long[] sizes = new long[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private int count;

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
            sizes = Arrays.copyOf(sizes, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        sizes[count] = size;
        values[count++] = value;
    }

    public void add(Baskets other) {
        if (count + other.count > sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * (count + other.count));
            values = Arrays.copyOf(values, sizes.length);
        }
        System.arraycopy(other.sizes, 0, sizes, count, other.count);
        System.arraycopy(other.values, 0, values, count, other.count);
        count += other.count;
    }

    public BasketStatistics statistics(CurrencyCode currency) {
        long[] bySize = Arrays.copyOf(sizes, count);
        long[] byValue = Arrays.copyOf(values, count);
        Arrays.parallelSort(bySize);
        Arrays.parallelSort(byValue);
        return new BasketStatistics(
                count,
                mean(bySize, 100),
                rank(bySize, 50),
                rank(bySize, 95),
                new Money(mean(byValue, 1), currency),
                new Money(rank(byValue, 50), currency),
                new Money(rank(byValue, 95), currency));
    }

    /** HALF_UP, away from zero at the half. */
    private static long mean(long[] values, int scale) {
        if (values.length == 0) return 0;
        long sum = 0;
        for (long value : values) sum = Math.addExact(sum, value);
        return BigDecimal.valueOf(sum)
                .multiply(BigDecimal.valueOf(scale))
                .divide(BigDecimal.valueOf(values.length), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Nearest rank: the value at ⌈n × percent ÷ 100⌉, counted from 1. */
    private static long rank(long[] sorted, int percent) {
        if (sorted.length == 0) return 0;
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
