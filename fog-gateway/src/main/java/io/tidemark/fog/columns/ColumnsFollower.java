package io.tidemark.fog.columns;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.time.Duration;

/**
 * Reads what was forced into columns, a moment later and several receipts at a time. While a
 * backlog comes in it rests three times as long as it worked, so that whoever waits for a mark has
 * the cores.
 */
public final class ColumnsFollower implements AutoCloseable {
    /** So that a till's receipts are read a few at a time. */
    private static final Duration GATHERING = Duration.ofMillis(200);

    /** It is woken for whatever is forced; this is for what it was not told of. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** Of a slice's own time. */
    private static final int RESTS = 3;

    private final DeviceJournals journals;
    private final Columns columns;
    private final BackgroundLoop loop = new BackgroundLoop("columns", this::turn);
    private boolean hasRead;

    public ColumnsFollower(DeviceJournals journals, Columns columns) {
        this.journals = journals;
        this.columns = columns;
    }

    public ColumnsFollower start(Halting halting) {
        loop.start(halting);
        return this;
    }

    public Columns columns() {
        return columns;
    }

    /** Something was forced. Returns at once. */
    public void forced() {
        loop.wake();
    }

    @Override
    public void close() {
        loop.close();
    }

    private Rest turn() {
        long start = System.nanoTime();
        boolean more = false;
        for (DeviceJournal journal : journals.all()) more |= columns.follow(journal);
        if (more) return new Rest.Pause(Duration.ofNanos(RESTS * (System.nanoTime() - start)));
        // Woken, it reads and gathers in turn.
        hasRead = !hasRead;
        return hasRead ? new Rest.Pause(GATHERING) : new Rest.Idle(IDLE);
    }
}
