package io.tidemark.lab.simulate;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What happens next, and when: the simulated world's only clock. */
final class Agenda {
    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private long now;
    private long count;

    private record Item(long at, long order, Runnable what) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** Milliseconds since the day began. */
    long now() {
        return now;
    }

    /** How many things were put on it so far. */
    long count() {
        return count;
    }

    void in(long millis, Runnable what) {
        items.add(new Item(now + Math.max(0, millis), count++, what));
    }

    /** Does the next thing; false if there is none before that time. */
    boolean step(long until) {
        @Nullable Item next = items.peek();
        if (next == null || next.at() > until) return false;
        items.poll();
        now = next.at();
        next.what().run();
        return true;
    }
}
