package io.tidemark.node.pruning;

import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.NotPruned;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.node.kept.Room;
import io.tidemark.node.loop.Joining;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prunes one segment after the other, on a thread of its own and at its leisure: the writer beside
 * it shares the disk with it and nothing else. It is never interrupted, for that would close the
 * file under it; closing waits for the segment it is at.
 */
public final class Pruner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);

    /** Between two segments, so that the disk is mostly there for sales. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How long there may be nothing to do before it looks again. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    /** A stub beside its segment, before that goes; the largest day's is a fraction of it. */
    private static final long ROOM_BYTES = Room.BYTES_MIN + (64L << 20);

    private final Supplier<Optional<Due>> next;
    private final Room room;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A segment that may go. */
    public record Due(Journal journal, Retention.Due what) {}

    /**
     * @param next what to prune next, asked before each segment
     * @param broken told of a broken promise, such as a failed force: the node must stop
     */
    public Pruner(Supplier<Optional<Due>> next, Room room, Consumer<Throwable> broken) {
        this.next = next;
        this.room = room;
        this.thread = new Thread(this::run, "pruner");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, why) -> broken.accept(why));
    }

    public Pruner start() {
        thread.start();
        return this;
    }

    /** There may be something to prune. Returns at once. */
    public void wake() {
        woken.release();
    }

    @Override
    public void close() {
        closing.countDown();
        wake();
        Joining.join(thread);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) turn();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the pruner", e);
        }
    }

    private void turn() throws InterruptedException {
        Optional<Due> due = next.get();
        if (due.isPresent() && room.usableBytes() >= ROOM_BYTES && isPruned(due.get())) {
            var _ = closing.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
            return;
        }
        var _ = woken.tryAcquire(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
        woken.drainPermits();
    }

    /** False where the disk did not take a stub: that is no reason to stop selling. */
    private static boolean isPruned(Due due) {
        Retention.Due what = due.what();
        try {
            due.journal().prune(what.segment().number(), what.why());
        } catch (NotPruned e) {
            LOG.warn("{}; it is tried again later", e.getMessage());
            return false;
        }
        LOG.info(
                "receipts of {} in {} of journal {} are pruned {}",
                what.segment().day(),
                what.segment().name(),
                due.journal().id().label(),
                what.why());
        return true;
    }
}
