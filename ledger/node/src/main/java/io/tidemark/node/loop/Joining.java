package io.tidemark.node.loop;

/** Waits for the end of a thread that was told to end. */
public final class Joining {
    private Joining() {}

    /**
     * Returns when it has ended, and not before: what it holds is closed next. Who is interrupted
     * meanwhile is so afterwards.
     */
    public static void join(Thread ending) {
        boolean interrupted = false;
        while (ending.isAlive()) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
