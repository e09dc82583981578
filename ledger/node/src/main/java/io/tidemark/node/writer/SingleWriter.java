package io.tidemark.node.writer;

import io.tidemark.node.loop.Joining;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands one after the other and forces them in groups.
 *
 * <pre>
 * state    submit                    step
 * open     queued, or NotNow         decides a group, forces, answers
 * closed   NotNow                    decides what is left, then ends
 * broken   fails with the cause      ends
 * </pre>
 */
public final class SingleWriter implements AutoCloseable {
    /** Commands that may wait: at 1 ms a group, a caller waits for less than a second. */
    public static final int WAITING_MAX = 4_096;

    /** Commands that share a force. */
    public static final int GROUP_MAX = 512;

    /**
     * How long a group waits for as many as were answered together before it: about what they take
     * to come back, and less than the force that they then share.
     */
    private static final long GATHERING_NANOS_MAX = 100_000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Limits limits;
    private final Executor answers;
    private final Consumer<Throwable> broken;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting<?>> waiting = new ArrayDeque<>();
    private int answered;
    private int wanted = 1;
    private boolean closed;
    private @Nullable Throwable brokenBy;
    private @Nullable Thread thread;

    /**
     * @param waitingMax commands that may wait
     * @param groupMax commands that share a force
     */
    public record Limits(int waitingMax, int groupMax) {
        public Limits {
            if (waitingMax < 1 || groupMax < 1)
                throw new IllegalArgumentException("a writer takes at least one command");
        }

        public static Limits usual() {
            return new Limits(WAITING_MAX, GROUP_MAX);
        }
    }

    /**
     * @param answers where futures are completed, so that what a caller does with an answer never
     *     holds the writer up
     * @param broken told once, after every future has failed, when a force fails or a decision
     *     breaks off half done
     */
    public SingleWriter(Limits limits, Executor answers, Consumer<Throwable> broken) {
        this.limits = limits;
        this.answers = answers;
        this.broken = broken;
    }

    /**
     * Runs the writer on a thread of its own from now on; without it, {@link #step} is for the
     * caller.
     */
    public SingleWriter start(String name) {
        Thread started = new Thread(this::run, name);
        lock.lock();
        try {
            if (thread != null) throw new IllegalStateException("the writer runs already");
            thread = started;
        } finally {
            lock.unlock();
        }
        started.start();
        return this;
    }

    /**
     * Hands a command over.
     *
     * @return completes when the decision is on disk; fails with what the decision threw, with
     *     {@link NotNow} if nothing more is taken, or with the broken promise that stopped the
     *     writer
     */
    public <T> CompletableFuture<T> submit(Decision<T> decision) {
        return queued(new Waiting<>(decision, answers));
    }

    /**
     * The same, for a caller that does nothing but wait for it: the writer itself wakes it, without
     * a thread between. Nothing may be chained to what is returned, for it would hold the writer
     * up.
     */
    public <T> CompletableFuture<T> ask(Decision<T> decision) {
        return queued(new Waiting<>(decision, Runnable::run));
    }

    private <T> CompletableFuture<T> queued(Waiting<T> command) {
        lock.lock();
        try {
            if (brokenBy != null) return CompletableFuture.failedFuture(brokenBy);
            if (closed)
                return CompletableFuture.failedFuture(
                        new NotNow("the node is stopping; ask again when it is back", RETRY_AFTER));
            if (waiting.size() >= limits.waitingMax())
                return CompletableFuture.failedFuture(full());
            waiting.add(command);
            if (waiting.size() >= wanted) changed.signalAll();
        } finally {
            lock.unlock();
        }
        return command.answer;
    }

    /**
     * Decides one group of what waits now, if anything. For the writer's thread, or a caller that
     * has started none.
     */
    public void step() {
        List<Waiting<?>> group = taken();
        if (group.isEmpty()) return;
        Group journals = new Group();
        try {
            for (Waiting<?> command : group) command.decide(journals);
            journals.forceAll();
        } catch (RuntimeException | Error e) {
            breakDown(e, group);
            return;
        }
        answered = group.size();
        for (Waiting<?> command : group) command.answer();
    }

    /** Takes no more, decides what waits, and returns when all is answered. */
    @Override
    public void close() {
        @Nullable Thread running;
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            running = thread;
        } finally {
            lock.unlock();
        }
        if (running == null) while (hasWaiting()) step();
        else if (!running.equals(Thread.currentThread())) Joining.join(running);
    }

    private void run() {
        while (awaitWork()) step();
    }

    /**
     * False when there is nothing left to wait for. Never interrupted: a decision half done is a
     * broken promise.
     */
    private boolean awaitWork() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed && brokenBy == null) changed.awaitUninterruptibly();
            gather();
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Who was answered together mostly asks again together, and shall share a force again. */
    private void gather() {
        wanted = Math.min(answered, limits.groupMax());
        long left = GATHERING_NANOS_MAX;
        try {
            while (waiting.size() < wanted && !closed && left > 0) left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wanted = 1;
        }
    }

    private boolean hasWaiting() {
        lock.lock();
        try {
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting<?>> taken() {
        lock.lock();
        try {
            List<Waiting<?>> group = new ArrayList<>(Math.min(waiting.size(), limits.groupMax()));
            while (!waiting.isEmpty() && group.size() < limits.groupMax())
                group.add(waiting.remove());
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void breakDown(Throwable cause, List<Waiting<?>> group) {
        List<Waiting<?>> failed = new ArrayList<>(group);
        lock.lock();
        try {
            brokenBy = cause;
            failed.addAll(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        for (Waiting<?> command : failed) command.fail(cause);
        broken.accept(cause);
    }

    private NotNow full() {
        return new NotNow(
                limits.waitingMax() + " commands are waiting already; try again shortly",
                RETRY_AFTER);
    }
}
