package io.tidemark.fog.forward;

import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Gives the archive its turns, on a thread of its own: last in priority, one segment at a time. A
 * failure is its own, makes it wait longer each time, and holds up nothing else.
 */
public final class Archiving implements AutoCloseable {
    /** How long there may be nothing to do before someone looks again. */
    static final Duration REST_MAX = Duration.ofSeconds(30);

    /** How often head office's list is held against the receipts, beside after each failure. */
    static final Duration COMPARE_EVERY = Duration.ofMinutes(15);

    private static final Duration WAIT_FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS_MAX = 5;
    private static final String LACKING = "head office's archive";
    private static final String HERE = "this gateway's disk";

    private final Archive archive;
    private final HeadOffice headOffice;
    private final First first;
    private final Alerts alerts;
    private final InstantSource elapsed = () -> Instant.EPOCH.plusNanos(System.nanoTime());
    private final BackgroundLoop loop = new BackgroundLoop("archive", this::turn);
    private int failures;
    private Instant compareAt = Instant.MIN;

    /**
     * What comes before a segment is sent.
     *
     * @param open segments that may be closed early
     * @param behind whether the store journal has anything to send: that goes first
     */
    public record First(OpenSegments open, BooleanSupplier behind) {}

    public Archiving(Archive archive, HeadOffice headOffice, First first, Alerts alerts) {
        this.archive = archive;
        this.headOffice = headOffice;
        this.first = first;
        this.alerts = alerts;
        archive.refused().forEach(this::raiseRefused);
    }

    /**
     * @param halting for a bug: a gateway that archives nothing must not go on unnoticed
     */
    public Archiving start(Halting halting) {
        loop.start(halting);
        return this;
    }

    /** A segment may have been closed. Returns at once. */
    public void wake() {
        loop.wake();
    }

    @Override
    public void close() {
        loop.close();
    }

    private Rest turn() {
        first.open().closeEarly(elapsed.instant());
        if (first.behind().getAsBoolean()) return new Rest.Idle(WAIT_FIRST);
        try {
            compare(elapsed.instant());
            Archive.Turn turn = archive.sendNext(headOffice);
            failures = 0;
            alerts.clear(Alert.Kind.ARCHIVE, Forwarding.SUBJECT);
            alerts.clear(Alert.Kind.ARCHIVE, HERE);
            return switch (turn) {
                case Archive.Turn.NothingDue _ -> new Rest.Idle(REST_MAX);
                case Archive.Turn.Sent _ -> Rest.NONE;
                case Archive.Turn.Refused(String segment, String why) -> {
                    raiseRefused(segment, why);
                    yield Rest.NONE;
                }
            };
        } catch (HeadOfficeAway e) {
            archive.doubt();
            return failed(Forwarding.SUBJECT, e);
        } catch (IOException | UncheckedIOException e) {
            return failed(HERE, e);
        }
    }

    /** Before anything is sent or released: head office may have been put back from a backup. */
    private void compare(Instant now) throws IOException {
        if (archive.isCompared() && now.isBefore(compareAt)) return;
        int forgotten = archive.compare();
        compareAt = now.plus(COMPARE_EVERY);
        if (forgotten > 0)
            alerts.raise(
                    Alert.Kind.ARCHIVE,
                    LACKING,
                    "head office lacks "
                            + forgotten
                            + " archived segments that it gave receipts for, as after a restore from"
                            + " a backup. They are sent again where this gateway still has them");
    }

    private Rest failed(String where, Exception why) {
        if (!loop.isClosing())
            alerts.raise(
                    Alert.Kind.ARCHIVE,
                    where,
                    "a closed segment waits for the archive: " + why.getMessage());
        long ceiling = Math.min(REST_MAX.toMillis(), WAIT_FIRST.toMillis() << failures);
        failures = Math.min(failures + 1, DOUBLINGS_MAX);
        return Rest.about(Duration.ofMillis(ceiling));
    }

    private void raiseRefused(String segment, String why) {
        alerts.raise(
                Alert.Kind.ARCHIVE,
                segment,
                "head office will not keep this segment: "
                        + why
                        + ". The others go on; tell head office");
    }
}
