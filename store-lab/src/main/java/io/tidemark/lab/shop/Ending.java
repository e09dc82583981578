package io.tidemark.lab.shop;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/**
 * What happens when the process ends, by itself or by Ctrl-C: nodes and temporary data go first. A
 * run that is over and only stands there for people to look at ends with its own exit code.
 */
public final class Ending {
    private volatile OptionalInt codeWhenInterrupted = OptionalInt.empty();
    private volatile boolean begun;
    private volatile Runnable first = () -> {};
    private volatile Runnable last = () -> {};

    public Ending() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "ending"));
    }

    /** To be done first when the process ends. */
    public void first(Runnable cleaning) {
        first = cleaning;
    }

    /** To be done after that. */
    public void last(Runnable cleaning) {
        last = cleaning;
    }

    private void end() {
        begun = true;
        first.run();
        last.run();
        codeWhenInterrupted.ifPresent(Runtime.getRuntime()::halt);
    }

    /** Failures from now on are those of nodes that are being stopped. */
    public boolean hasBegun() {
        return begun;
    }

    /** Never returns: the process ends with this code on Ctrl-C. */
    public void stand(int code) {
        codeWhenInterrupted = OptionalInt.of(code);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
