package io.tidemark.node.writer;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread that may write a journal itself: an interrupt that comes meanwhile waits until that is
 * done. An interrupt inside a file would close it ({@link
 * java.nio.channels.ClosedByInterruptException}), and the journal would be broken.
 */
public final class UndisturbedThread extends Thread {
    private final Object guard = new Object();
    private boolean undisturbed;
    private boolean interruptedMeanwhile;

    public UndisturbedThread(Runnable task, String name) {
        super(task, name);
    }

    /** For a pool of them. */
    public static final class Factory implements ThreadFactory {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            return new UndisturbedThread(task, "counter-" + made.incrementAndGet());
        }
    }

    @Override
    public void interrupt() {
        synchronized (guard) {
            if (undisturbed) interruptedMeanwhile = true;
            else super.interrupt();
        }
    }

    /** For this thread itself: no interrupt is seen within, and none is lost. */
    void undisturbed(Runnable task) {
        synchronized (guard) {
            interruptedMeanwhile = Thread.interrupted();
            undisturbed = true;
        }
        try {
            task.run();
        } finally {
            synchronized (guard) {
                undisturbed = false;
                if (interruptedMeanwhile) super.interrupt();
            }
        }
    }
}
