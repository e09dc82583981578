package io.tidemark.edge.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connection that counts now, and by when it must be up. Used by the loop's thread only. */
final class Link {
    /**
     * How long a connection may take to come up. Paho has no such limit of its own for a silent
     * broker.
     */
    static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    private long number;
    private @Nullable Instant upBy;

    /** Its number: what other connections still say is not about it. */
    long begin(Instant now) {
        upBy = now.plus(CONNECT_MAX);
        return ++number;
    }

    /** How long it may still take to come up, not above zero once that is over; empty if it is. */
    Optional<Duration> patience(Instant now) {
        return Optional.ofNullable(upBy).map(by -> Duration.between(now, by));
    }

    void up() {
        upBy = null;
    }

    /** What the connection given up still says is not about the next one. */
    void drop() {
        upBy = null;
        number++;
    }

    boolean is(long connection) {
        return connection == number;
    }
}
