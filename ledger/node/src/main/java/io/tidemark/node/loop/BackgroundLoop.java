package io.tidemark.node.loop;

import io.tidemark.node.home.Halting;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A thread of its own that takes one turn after the other until it is closed or a turn ends it.
 * Closing interrupts a turn and waits for its end: what a turn reads from is its own, and what it
 * writes stands half done as after a crash.
 */
public final class BackgroundLoop implements AutoCloseable {
    private final Turn turn;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean closing;

    /** One piece of the work. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Does it, and says when the next is due.
         *
         * @throws InterruptedException when it is closed
         */
        Rest take() throws InterruptedException;
    }

    /**
     * @param name of the thread
     */
    public BackgroundLoop(String name, Turn turn) {
        this.turn = turn;
        this.thread = new Thread(this::run, name);
    }

    /**
     * @param halting for a bug: work that nobody does any more must not go unnoticed
     */
    public void start(Halting halting) {
        thread.setUncaughtExceptionHandler((_, why) -> {
            // What fails when it is taken away from under a turn that is to end is no bug.
            if (!closing) halting.halt(why);
        });
        thread.start();
    }

    /** There may be something to do. Returns at once; during a turn it makes for one more. */
    public void wake() {
        woken.release();
    }

    /** Whether failures come of the closing, and are nothing to tell people of. */
    public boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn && !closing) {
            try {
                goesOn = rested(turn.take());
            } catch (InterruptedException e) {
                if (!closing) throw new IllegalStateException("only a close interrupts this", e);
            }
        }
    }

    /** False when there is no further turn. */
    private boolean rested(Rest rest) throws InterruptedException {
        switch (rest) {
            // A back-off is meant to take its time, whoever wakes: only a close cuts it short, and
            // that interrupts. There is nothing to await.
            case Rest.Pause(var length) -> Thread.sleep(length);
            case Rest.Idle(var longest) -> {
                var _ = woken.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
                woken.drainPermits();
            }
            case Rest.End _ -> {
                return false;
            }
        }
        return true;
    }
}
