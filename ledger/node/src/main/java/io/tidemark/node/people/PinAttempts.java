package io.tidemark.node.people;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wrong PINs in a row, for each number: after a few of them one waits, and twice as long after each
 * further one. A right one forgets them; a restart does not. Not safe for use by several threads.
 */
final class PinAttempts {
    /** Wrong ones in a row before the first pause. */
    static final int FREE = 5;

    static final Duration PAUSE = Duration.ofSeconds(30);
    static final Duration PAUSE_MAX = Duration.ofMinutes(15);

    /** Beyond it nobody waits any longer, so none is counted. */
    static final int TIMES_MAX = 1_000;

    private static final int DOUBLINGS_MAX = 10;

    private final Map<String, Failed> failed = new HashMap<>();

    private record Failed(int times, long untilNanos) {}

    /**
     * Goes on from what was kept of an earlier run. A pause that was not over, or may not have
     * been, begins again whole: how long the till was off, only a clock could say that somebody may
     * have set.
     *
     * @param kept wrong ones in a row, for each number
     */
    PinAttempts(Map<String, Integer> kept, long nanos) {
        kept.forEach((number, times) -> failed.put(number, failed(times, nanos)));
    }

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
        int before = failed.getOrDefault(number, new Failed(0, nanos)).times;
        Failed now = failed(Math.min(before, TIMES_MAX - 1) + 1, nanos);
        failed.put(number, now);
        return pauseAfter(now.times);
    }

    /** Whether there was anything to forget. */
    boolean right(String number) {
        return failed.remove(number) != null;
    }

    /** What another run needs to go on. */
    Map<String, Integer> kept() {
        Map<String, Integer> kept = new TreeMap<>();
        failed.forEach((number, failed) -> kept.put(number, failed.times));
        return kept;
    }

    private static Failed failed(int times, long nanos) {
        return new Failed(times, nanos + pauseAfter(times).toNanos());
    }

    private static Duration pauseAfter(int times) {
        if (times < FREE) return Duration.ZERO;
        Duration doubled = PAUSE.multipliedBy(1L << Math.min(times - FREE, DOUBLINGS_MAX));
        return doubled.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : doubled;
    }
}
