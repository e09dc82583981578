package io.tidemark.fog.question;

import io.tidemark.ledger.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many questions each device may put: so many at once, and then one as often as this. */
public final class QuestionRate {
    /** A person who looks things up, and a page that does it for them. */
    static final int AT_ONCE = 20;

    static final Duration EACH = Duration.ofMillis(100);

    private final InstantSource clock;
    private final Map<NodeName, Instant> free = new ConcurrentHashMap<>();

    /**
     * @param clock real time
     */
    public QuestionRate(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether this one may be put, which then counts. */
    boolean allows(NodeName device) {
        Instant now = clock.instant();
        Instant latest = now.plus(EACH.multipliedBy(AT_ONCE));
        boolean[] allowed = {false};
        // The moment by which all that it has asked is paid for, each with its part of the time.
        free.compute(
                device,
                (_, before) -> {
                    Instant from = before == null || before.isBefore(now) ? now : before;
                    Instant next = from.plus(EACH);
                    allowed[0] = !next.isAfter(latest);
                    return allowed[0] ? next : from;
                });
        return allowed[0];
    }
}
