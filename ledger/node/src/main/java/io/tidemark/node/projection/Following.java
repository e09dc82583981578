package io.tidemark.node.projection;

import io.tidemark.ledger.JournalId;
import io.tidemark.node.projection.Follower.JournalUnreadable;
import io.tidemark.node.projection.Follower.PostedTwice;
import io.tidemark.node.projection.ProjectionStatus.State;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a projection, on a thread of its own.
 *
 * <pre>
 * OPENING     believed        catch up, then FOLLOWING
 * OPENING     doubted         REBUILDING
 * REBUILDING  caught up       FOLLOWING
 * FOLLOWING   the store fails REBUILDING
 * any         posted twice    REBUILDING
 * REBUILDING  fails again     FAILED, and REBUILDING after a pause
 * any         closing         CLOSED
 * </pre>
 */
final class Following implements Runnable {
    /** Attempts in a row before the first pause. */
    private static final int ATTEMPTS = 2;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** How long entries that nobody waits for are gathered before they are posted. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    /** Doublings of the pause: to about an hour. */
    private static final int DOUBLINGS_MAX = 6;

    /** A stop does not wait longer for the last check. */
    private static final Duration LAST_CHECK_MAX = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final H2File file;
    private final ProjectionSchema schema;
    private final CopyOnWriteArrayList<FollowedJournal> journals;
    private final Progress progress;

    private @Nullable String failure;
    private int failures;

    Following(
            H2File file,
            ProjectionSchema schema,
            CopyOnWriteArrayList<FollowedJournal> journals,
            Progress progress) {
        this.file = file;
        this.schema = schema;
        this.journals = journals;
        this.progress = progress;
    }

    @Override
    public void run() {
        while (!progress.isClosing()) {
            try {
                live();
            } catch (JournalUnreadable e) {
                progress.say(State.FAILED, String.valueOf(e.getMessage()));
                throw e;
            } catch (PostedTwice e) {
                failure = String.valueOf(e.getMessage());
            } catch (SQLException | IOException | RuntimeException | Error e) {
                failed(e);
            }
        }
        progress.say(State.CLOSED, "the node is stopping");
    }

    private void live() throws SQLException, IOException {
        H2Store store = opened();
        try {
            Follower follower = new Follower(store, schema, journals);
            catchUp(store, follower);
            if (!progress.isClosing()) follow(store, follower);
            close(store);
        } catch (SQLException | IOException | RuntimeException | Error e) {
            store.abandon();
            throw e;
        }
    }

    private H2Store opened() throws SQLException, IOException {
        if (failure != null) return rebuilt(failure);
        progress.say(State.OPENING, "it is being opened and checked");
        return switch (Belief.in(file, schema, journals)) {
            case Belief.Believed(H2Store store) -> store;
            case Belief.Doubted(String why) -> rebuilt(why);
        };
    }

    private H2Store rebuilt(String why) throws SQLException, IOException {
        LOG.info("projection {} is built from the journals: {}", schema.name(), why);
        progress.rebuilding(why);
        file.delete();
        return H2Store.create(file, schema);
    }

    /**
     * Nothing can be read before what was recorded before the start is there. What comes meanwhile
     * is not waited for: it may come faster than it can be posted.
     */
    private void catchUp(H2Store store, Follower follower) throws SQLException {
        Map<JournalId, Long> goal = follower.goal();
        CatchUp report = new CatchUp(schema.name(), follower.missing(goal));
        progress.applied(store.applied());
        while (!progress.isClosing() && follower.missing(goal) > 0 && follower.step()) {
            progress.applied(store.applied());
            report.now(follower.missing(goal)).ifPresent(this::tell);
        }
        failure = null;
        failures = 0;
    }

    private void tell(String detail) {
        LOG.info("{}", detail);
        progress.say(progress.status().state(), detail);
    }

    private void follow(H2Store store, Follower follower) throws SQLException {
        progress.readable(store.readers());
        while (!progress.isClosing()) {
            progress.awaitMore(GATHERING);
            Optional<String> suspicion = progress.takeSuspicion();
            if (suspicion.isPresent()) examine(store, suspicion.get());
            applyAll(store, follower);
        }
    }

    private void applyAll(H2Store store, Follower follower) throws SQLException {
        GivingWay way = new GivingWay(follower.forced(), System.nanoTime());
        long begun = System.nanoTime();
        while (!progress.isClosing() && follower.step()) {
            progress.applied(store.applied());
            long now = System.nanoTime();
            progress.rest(way.restAfter(follower.forced(), now, now - begun));
            begun = System.nanoTime();
        }
    }

    /**
     * A query may fail for reasons of its own; the tables are only given up if something is wrong
     * with them.
     */
    private void examine(H2Store store, String suspicion) throws SQLException {
        LOG.warn("projection {} is checked: {}", schema.name(), suspicion);
        Optional<String> wrong = new Inspection(store).ofRowsAndIndexes();
        if (wrong.isPresent()) throw new SQLException(wrong.get());
    }

    /**
     * Only a file that holds what was written gets its marker. Without it the next start checks, or
     * builds anew.
     */
    private void close(H2Store store) throws SQLException, IOException {
        progress.say(State.CLOSED, "the node is stopping");
        Optional<String> doubt = new Inspection(store).ofRows(LAST_CHECK_MAX);
        store.closeCleanly();
        if (doubt.isEmpty()) new CleanMarker(file).leave();
        else LOG.info("projection {} is not marked as sound: {}", schema.name(), doubt.get());
    }

    private void failed(Throwable thrown) {
        failure = "it failed (" + Reason.of(thrown) + ")";
        LOG.warn("projection {} failed; the ledger goes on", schema.name(), thrown);
        if (++failures < ATTEMPTS) return;
        progress.say(
                State.FAILED,
                "it could not be built, and will be tried again: " + Reason.of(thrown));
        progress.awaitClosing(
                FIRST_PAUSE.multipliedBy(1L << Math.min(failures - ATTEMPTS, DOUBLINGS_MAX)));
    }
}
