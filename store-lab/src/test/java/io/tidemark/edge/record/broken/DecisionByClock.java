package io.tidemark.edge.record.broken;

import java.time.Clock;
import java.time.Instant;

/** Breaks the rule that a core is handed the time. */
public record DecisionByClock(Clock clock) {
    public Instant at() {
        return clock.instant();
    }
}
