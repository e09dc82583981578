package io.tidemark.edge.sync;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What callbacks hand over and the loop works off. Nobody who hands over ever waits. */
public final class Inbox {
    /**
     * Events that may wait; more messages than that end the connection, and the next Hello sorts it
     * out.
     */
    public static final int WAITING_MAX = 1_024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<UplinkEvent> events = new ArrayDeque<>();
    private boolean woken;

    /**
     * Takes an event, or says that there is no room. The end of a connection always finds room:
     * there is one at most for each connection.
     */
    public boolean offer(UplinkEvent event) {
        lock.lock();
        try {
            if (events.size() >= WAITING_MAX && !(event instanceof UplinkEvent.Down)) return false;
            events.add(event);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Something was recorded, or the loop is to end. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next event, or nothing once woken or the time is over. */
    public Optional<UplinkEvent> await(Duration most) throws InterruptedException {
        lock.lock();
        try {
            long nanos = most.toNanos();
            while (events.isEmpty() && !woken && nanos > 0) nanos = changed.awaitNanos(nanos);
            woken = false;
            return Optional.ofNullable(events.poll());
        } finally {
            lock.unlock();
        }
    }
}
