package io.tidemark.fog.forward;

import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * Gives the archive its turns: last in priority, one segment at a time. A failure is its own, makes
 * it wait longer each time, and holds up nothing else.
 */
final class Archiving {
    /** How long there may be nothing to do before someone looks again. */
    static final Duration REST_MAX = Duration.ofSeconds(30);

    private static final Duration WAIT_FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS_MAX = 5;

    private final Archive archive;
    private final HeadOffice headOffice;
    private final Alerts alerts;
    private final BooleanSupplier stopping;
    private Instant dueAt = Instant.MIN;
    private int failures;

    /**
     * @param stopping what fails then is no news
     */
    Archiving(Archive archive, HeadOffice headOffice, Alerts alerts, BooleanSupplier stopping) {
        this.archive = archive;
        this.headOffice = headOffice;
        this.alerts = alerts;
        this.stopping = stopping;
    }

    /** Sends a segment if one is due; false if none is, or it came to nothing. */
    boolean sendNext(Instant now) {
        if (now.isBefore(dueAt)) return false;
        try {
            boolean sent = archive.sendNext(headOffice);
            failures = 0;
            alerts.clear(Alert.Kind.ARCHIVE, Forwarding.SUBJECT);
            return sent;
        } catch (IOException | UncheckedIOException e) {
            dueAt = now.plus(wait(failures));
            failures = Math.min(failures + 1, DOUBLINGS_MAX);
            if (!stopping.getAsBoolean())
                alerts.raise(
                        Alert.Kind.ARCHIVE,
                        Forwarding.SUBJECT,
                        "a closed segment waits for the archive: " + e.getMessage());
            return false;
        }
    }

    /** How long until the next turn. */
    Duration rest(Instant now) {
        if (failures == 0) return REST_MAX;
        Duration left = Duration.between(now, dueAt);
        return left.compareTo(REST_MAX) < 0 ? left : REST_MAX;
    }

    private static Duration wait(int failures) {
        long ceiling = Math.min(REST_MAX.toMillis(), WAIT_FIRST.toMillis() << failures);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, ceiling + 1));
    }
}
