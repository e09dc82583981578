package io.tidemark.lab.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets bytes through at once or later, or holds whoever carries them until it opens. */
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final AtomicInteger holding = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private boolean shut;

    void shut() {
        lock.lock();
        try {
            shut = true;
        } finally {
            lock.unlock();
        }
    }

    /** Open, and without delay. */
    void open() {
        lock.lock();
        try {
            shut = false;
            delay = Duration.ZERO;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on every piece takes this much longer. */
    void slow(Duration eachPiece) {
        delay = eachPiece;
    }

    /** Pieces that wait for it to open. */
    int holding() {
        return holding.get();
    }

    /** The delay is what is asked for: it is a slow network, and nothing ends it early. */
    void pass() {
        if (delay.isPositive()) LockSupport.parkNanos(delay.toNanos());
        lock.lock();
        holding.incrementAndGet();
        try {
            while (shut) opened.awaitUninterruptibly();
        } finally {
            holding.decrementAndGet();
            lock.unlock();
        }
    }
}
