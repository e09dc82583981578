package io.tidemark.fog.watch;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Says that something a page shows may have changed; not what. */
public final class Changes {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;

    public void happened() {
        lock.lock();
        try {
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are more changes than these, or the time is over; gives how many. */
    public long awaitBeyond(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (count <= seen && nanos > 0) nanos = changed.awaitNanos(nanos);
            return count;
        } finally {
            lock.unlock();
        }
    }
}
