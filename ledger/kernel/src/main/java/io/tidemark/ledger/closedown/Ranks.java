package io.tidemark.ledger.closedown;

import java.util.Arrays;
import java.util.List;

/**
 * Which of many numbers stands at a place of their order, without putting them all into it: they
 * are counted by where they are between the least and the greatest, and only those that share a
 * place with the wanted one are sorted. A day's baskets are all between nothing and a trolley, so
 * few do.
 */
final class Ranks {
    private static final int PLACES = 1 << 12;

    private final List<Numbers> all;
    private final int[] counted = new int[PLACES];
    private final long least;
    private final long sum;
    private final long count;
    private final int shift;

    /**
     * Some of them.
     *
     * @param count how many of the values there are
     */
    record Numbers(long[] values, int count) {}

    private Ranks(List<Numbers> all, long least, long greatest, long sum) {
        this.all = all;
        this.least = least;
        this.sum = sum;
        // Unsigned: the distance of any two longs has 64 bits.
        int bits = Long.SIZE - Long.numberOfLeadingZeros(greatest - least);
        this.shift = Math.max(0, bits - Integer.numberOfTrailingZeros(PLACES));
        long found = 0;
        for (Numbers numbers : all) {
            for (int i = 0; i < numbers.count(); i++) counted[place(numbers.values()[i])]++;
            found += numbers.count();
        }
        this.count = found;
    }

    static Ranks of(List<Numbers> all) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        long sum = 0;
        for (Numbers numbers : all)
            for (int i = 0; i < numbers.count(); i++) {
                long value = numbers.values()[i];
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                sum = Math.addExact(sum, value);
            }
        return new Ranks(all, least, greatest, sum);
    }

    long count() {
        return count;
    }

    long sum() {
        return sum;
    }

    /**
     * @param rank from 0, below the number of them
     */
    long at(long rank) {
        long left = rank;
        int place = 0;
        while (left >= counted[place]) left -= counted[place++];
        return sharing(place)[(int) left];
    }

    private long[] sharing(int place) {
        long[] shared = new long[counted[place]];
        int found = 0;
        for (Numbers numbers : all)
            for (int i = 0; i < numbers.count(); i++) {
                long value = numbers.values()[i];
                if (place(value) == place) shared[found++] = value;
            }
        Arrays.sort(shared);
        return shared;
    }

    private int place(long number) {
        return (int) ((number - least) >>> shift);
    }
}
