package io.tidemark.fog.telemetry;

import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.telemetry.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What one device has said of itself lately. Safe for use by several threads. */
final class Track {
    /** At the usual interval, the last half hour. */
    static final int RECENT_MAX = 180;

    /** What may come at once, after which one comes a second. */
    static final int BURST_MAX = 5;

    private static final Duration EVERY_MIN = Duration.ofSeconds(1);

    private final Deque<Heard> recent = new ArrayDeque<>();
    private Instant paidUntil = Instant.MIN;
    private long lost;

    /** Whether it may say so much; who says more is not listened to. */
    synchronized boolean admits(Instant now) {
        Instant most = now.plus(EVERY_MIN.multipliedBy(BURST_MAX - 1L));
        if (paidUntil.isAfter(most)) return false;
        paidUntil = (paidUntil.isBefore(now) ? now : paidUntil).plus(EVERY_MIN);
        return true;
    }

    synchronized void add(Heard heard) {
        Heard before = recent.peekLast();
        if (before != null) lose(missing(before.telemetry(), heard.telemetry()));
        if (recent.size() == RECENT_MAX) recent.removeFirst();
        recent.addLast(heard);
    }

    /** Whatever a device counts, this stays a number that can be told. */
    private void lose(long missing) {
        lost = missing > Long.MAX_VALUE - lost ? Long.MAX_VALUE : lost + missing;
    }

    /** A device that was started anew counts from 1 again. */
    private static long missing(Telemetry before, Telemetry now) {
        return Math.max(0, now.number() - before.number() - 1);
    }

    synchronized Optional<Heard> last() {
        return Optional.ofNullable(recent.peekLast());
    }

    synchronized List<Heard> recent() {
        return List.copyOf(recent);
    }

    synchronized long lost() {
        return lost;
    }
}
