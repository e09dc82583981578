package io.tidemark.node.projection;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.projection.ProjectionStatus.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the following thread and everybody else tell each other. */
final class Progress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private State state = State.OPENING;
    private String detail = "it is being opened";
    private Map<JournalId, Head> applied = Map.of();
    private int rebuilds;
    private @Nullable Readers readers;
    private @Nullable String suspicion;
    private boolean more = true;
    private int waiting;
    private boolean closing;

    void say(State newState, String newDetail) {
        locked(() -> {
            state = newState;
            detail = newDetail;
            if (newState != State.FOLLOWING) readers = null;
            if (newState == State.REBUILDING) suspicion = null;
        });
    }

    void rebuilding(String why) {
        say(State.REBUILDING, "it is being built from the journals: " + why);
        locked(() -> rebuilds++);
    }

    void readable(Readers open) {
        say(State.FOLLOWING, "it follows the journals");
        locked(() -> readers = open);
    }

    void applied(Map<JournalId, Head> positions) {
        locked(() -> applied = positions);
    }

    /** There is more to follow, or to look at. */
    void wake() {
        locked(() -> more = true);
    }

    void suspect(String why) {
        locked(() -> {
            suspicion = why;
            more = true;
        });
    }

    void close() {
        locked(() -> {
            closing = true;
            more = true;
        });
    }

    boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** What a reader came upon, once. */
    Optional<String> takeSuspicion() {
        lock.lock();
        try {
            Optional<String> taken = Optional.ofNullable(suspicion);
            suspicion = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when {@link #wake} was called since the last return, at once if a reader waits, else
     * a little later: what comes meanwhile shares a transaction, and whoever woke it has the core
     * for what its own caller waits for.
     */
    void awaitMore(Duration gathering) {
        lock.lock();
        try {
            while (!more) changed.awaitUninterruptibly();
            rest(gathering);
            more = false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets this long go by, unless a reader waits, or comes to wait. */
    void rest(Duration most) {
        lock.lock();
        try {
            long nanos = most.toNanos();
            while (nanos > 0 && waiting == 0 && !closing && suspicion == null)
                nanos = changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    Readers readers() {
        lock.lock();
        try {
            if (readers == null)
                throw new ProjectionUnavailable(
                        "nothing can be read from the projection just now: " + detail);
            return readers;
        } finally {
            lock.unlock();
        }
    }

    ProjectionStatus status() {
        lock.lock();
        try {
            return new ProjectionStatus(state, detail, applied, rebuilds);
        } finally {
            lock.unlock();
        }
    }

    boolean awaitReadable(Duration limit) {
        return await(limit, () -> readers != null, () -> state == State.CLOSED);
    }

    boolean awaitApplied(JournalId journal, long sequence, Duration limit) {
        locked(() -> waiting++);
        try {
            return await(
                    limit,
                    () -> readers != null && appliedOf(journal) >= sequence,
                    () -> state == State.FAILED || state == State.CLOSED);
        } finally {
            locked(() -> waiting--);
        }
    }

    private long appliedOf(JournalId journal) {
        return applied.getOrDefault(journal, Head.genesis(journal)).sequence();
    }

    void awaitClosing(Duration limit) {
        await(limit, () -> closing, () -> false);
    }

    private boolean await(Duration limit, BooleanSupplier reached, BooleanSupplier hopeless) {
        lock.lock();
        try {
            long nanos = limit.toNanos();
            while (!reached.getAsBoolean()) {
                if (nanos <= 0 || hopeless.getAsBoolean()) return false;
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
