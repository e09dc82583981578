package io.tidemark.edge.people;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Wrong PINs in a row, for each number: after a few of them one waits, and twice as long after each
 * further one. A right one forgets them; so does a restart, which takes longer than the attempts
 * that it gives. Not safe for use by several threads.
 */
final class PinAttempts {
    /** Wrong ones in a row before the first pause. */
    static final int FREE = 5;

    static final Duration PAUSE = Duration.ofSeconds(30);
    static final Duration PAUSE_MAX = Duration.ofMinutes(15);

    private static final int DOUBLINGS_MAX = 10;

    private final Map<String, Failed> failed = new HashMap<>();

    private record Failed(int times, long untilNanos) {}

    /**
     * How long this number still has to wait.
     *
     * @param nanos of a clock that only goes forward
     */
    Duration pause(String number, long nanos) {
        Failed before = failed.get(number);
        if (before == null || before.times < FREE) return Duration.ZERO;
        return Duration.ofNanos(Math.max(0, before.untilNanos - nanos));
    }

    /** The pause that this begins; zero while there are attempts left. */
    Duration wrong(String number, long nanos) {
        Failed before = failed.getOrDefault(number, new Failed(0, nanos));
        int times = before.times + 1;
        Duration pause = times < FREE ? Duration.ZERO : pauseAfter(times - FREE);
        failed.put(number, new Failed(times, nanos + pause.toNanos()));
        return pause;
    }

    void right(String number) {
        failed.remove(number);
    }

    private static Duration pauseAfter(int more) {
        Duration doubled = PAUSE.multipliedBy(1L << Math.min(more, DOUBLINGS_MAX));
        return doubled.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : doubled;
    }
}
