package io.tidemark.node.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM while a command works: they ask it to end, and the process waits until it has.
 */
final class Interruption implements AutoCloseable {
    private static final long WAIT_SECONDS_MAX = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "interruption");
    private volatile boolean asked;

    private Interruption() {}

    static Interruption watched() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean isAsked() {
        return asked;
    }

    private void ask() {
        asked = true;
        try {
            boolean inTime = ended.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
            if (!inTime) System.err.println("the command did not end in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException underWay) {
            // The process is ending, and the hook has just been let go.
            return;
        }
    }
}
