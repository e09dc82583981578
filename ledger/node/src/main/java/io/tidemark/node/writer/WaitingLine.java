package io.tidemark.node.writer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who waits to be decided, and whose turn it is to decide: one thread's at a time, and what it has
 * changed is seen by the next.
 */
final class WaitingLine {
    /**
     * How long a group of which some are decided waits for the others who were answered together
     * before it: about what they take to come back, and less than the force that they then share.
     */
    private static final long GATHERING_NANOS_MAX = 100_000;

    /** After so long without a group nobody is expected back. */
    private static final long COMING_BACK_NANOS_MAX = 1_000_000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final SingleWriter.Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting<?>> waiting = new ArrayDeque<>();
    private boolean taken;
    private int answered;
    private long answeredAt;

    /** How many must wait for somebody to be woken; nobody while there is enough to do. */
    private int wanted = 1;

    private boolean closed;
    private @Nullable Throwable brokenBy;

    WaitingLine(SingleWriter.Limits limits) {
        this.limits = limits;
    }

    /** Queues it, or says why not: by a future that has failed. */
    void join(Waiting<?> command) {
        @Nullable Throwable refusal;
        lock.lock();
        try {
            refusal = refusal();
            if (refusal == null) {
                waiting.add(command);
                if (waiting.size() >= wanted) changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (refusal != null) command.fail(refusal);
    }

    /**
     * Takes the turn for one command that then need not wait: nobody decides, nobody waits, and
     * nobody is expected who would share its force. Give it back by {@link #answered}.
     */
    boolean takeTurnAlone() {
        lock.lock();
        try {
            boolean free = !taken && waiting.isEmpty() && expected() <= 1 && refusal() == null;
            if (free) take();
            return free;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is somebody, and takes the turn for all who wait. Nobody, and no turn, when
     * there is nothing left to wait for. Never interrupted: a decision half done is a broken
     * promise.
     */
    List<Waiting<?>> awaitGroup() {
        lock.lock();
        try {
            while (taken || (waiting.isEmpty() && !isOver())) changed.awaitUninterruptibly();
            return group();
        } finally {
            lock.unlock();
        }
    }

    /** Who waits now; takes the turn for them, if there are any. */
    List<Waiting<?>> groupNow() {
        lock.lock();
        try {
            while (taken) changed.awaitUninterruptibly();
            return group();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds who joins a group that is decided: who was answered together mostly asks again together,
     * and shall share a force again. While the first are decided, most come back.
     */
    void gatherInto(List<Waiting<?>> decided) {
        lock.lock();
        try {
            gather(Math.min(expected(), limits.groupMax()) - decided.size());
            fill(decided);
        } finally {
            lock.unlock();
        }
    }

    /** Gives the turn back. */
    void answered(int commands) {
        lock.lock();
        try {
            giveBack();
            answered = commands;
            answeredAt = System.nanoTime();
            if (!waiting.isEmpty() || isOver()) changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the turn back for the last time; nobody who waits is decided any more. */
    List<Waiting<?>> breakOff(Throwable cause) {
        lock.lock();
        try {
            brokenBy = cause;
            giveBack();
            List<Waiting<?>> left = List.copyOf(waiting);
            waiting.clear();
            changed.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        return closed || brokenBy != null;
    }

    private void take() {
        taken = true;
        wanted = Integer.MAX_VALUE;
    }

    private void giveBack() {
        taken = false;
        wanted = 1;
    }

    private void gather(int missing) {
        wanted = missing;
        long left = GATHERING_NANOS_MAX;
        try {
            while (waiting.size() < missing && !isOver() && left > 0)
                left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wanted = Integer.MAX_VALUE;
        }
    }

    private int expected() {
        return System.nanoTime() - answeredAt < COMING_BACK_NANOS_MAX ? answered : 0;
    }

    private List<Waiting<?>> group() {
        List<Waiting<?>> group = new ArrayList<>(Math.min(waiting.size(), limits.groupMax()));
        fill(group);
        if (!group.isEmpty()) take();
        return group;
    }

    /** Whoever leaves the line is in the group already, so that nobody is in neither. */
    private void fill(List<Waiting<?>> group) {
        while (!waiting.isEmpty() && group.size() < limits.groupMax()) {
            group.add(waiting.element());
            waiting.remove();
        }
    }

    private @Nullable Throwable refusal() {
        if (brokenBy != null) return brokenBy;
        if (closed)
            return new NotNow("the node is stopping; ask again when it is back", RETRY_AFTER);
        if (waiting.size() >= limits.waitingMax())
            return new NotNow(
                    limits.waitingMax() + " commands are waiting already; try again shortly",
                    RETRY_AFTER);
        return null;
    }
}
