package io.tidemark.edge.sync;

import io.tidemark.node.loop.Joining;
import java.time.Duration;
import java.util.function.Consumer;

/** Steps the loop on a thread of its own, and wakes it when something happens. */
public final class SyncThread implements AutoCloseable {
    private final SyncLoop loop;
    private final Inbox inbox;
    private final Thread thread;
    private volatile boolean closing;

    private SyncThread(SyncLoop loop, Inbox inbox, Consumer<Throwable> broken) {
        this.loop = loop;
        this.inbox = inbox;
        this.thread =
                new Thread(
                        () -> {
                            try {
                                run();
                            } catch (InterruptedException e) {
                                // Nobody interrupts it on purpose; a till that sends no more
                                // without a word would be worse than one that starts again.
                                if (!closing) broken.accept(e);
                            } catch (RuntimeException | Error e) {
                                // Nobody else hears of what ends this thread.
                                broken.accept(e);
                            }
                        },
                        "sync");
    }

    /**
     * @param broken told if the loop cannot go on: a journal that cannot be read, or a bug
     */
    public static SyncThread start(SyncLoop loop, Inbox inbox, Consumer<Throwable> broken) {
        SyncThread sync = new SyncThread(loop, inbox, broken);
        sync.thread.start();
        return sync;
    }

    private void run() throws InterruptedException {
        while (!closing) {
            Duration quiet = loop.step();
            inbox.await(quiet).ifPresent(loop::handle);
        }
        loop.leave();
    }

    @Override
    public void close() {
        closing = true;
        inbox.wake();
        Joining.join(thread);
    }
}
