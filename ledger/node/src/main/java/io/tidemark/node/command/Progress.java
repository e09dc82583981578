package io.tidemark.node.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long command has come, for the person who waits: a bar on a terminal, else a line now
 * and then.
 */
final class Progress implements AutoCloseable {
    /** Steps after which the clock is read: a step costs nothing. */
    private static final int LOOK_EVERY = 1_024;

    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int BAR_CELLS = 30;
    private static final long NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;

    private String what = "";
    private long total;
    private long done;
    private long began;
    private long toldAt;
    private boolean drawn;

    Progress(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    /**
     * Something else begins.
     *
     * @param total steps that it takes; 0 if nobody knows
     */
    void begin(String what, long total) {
        end();
        this.what = what;
        this.total = total;
        done = 0;
        began = nanos.getAsLong();
        toldAt = began;
    }

    void step() {
        done++;
        if (done % LOOK_EVERY == 0) look();
    }

    void at(long steps) {
        done = steps;
        look();
    }

    private void look() {
        long now = nanos.getAsLong();
        if (now - toldAt < (terminal ? REDRAW_NANOS : LINE_NANOS)) return;
        toldAt = now;
        if (terminal) draw(now);
        else tell(now);
    }

    private void draw(long now) {
        err.print("\r\u001b[K" + (total > 0 ? bar() : "") + text(now));
        err.flush();
        drawn = true;
    }

    private void tell(long now) {
        err.println(text(now));
        err.flush();
    }

    private String bar() {
        int full = (int) Math.min(BAR_CELLS, BAR_CELLS * done / total);
        return "[" + "#".repeat(full) + "-".repeat(BAR_CELLS - full) + "] ";
    }

    private String text(long now) {
        long rate = done * NANOS_A_SECOND / Math.max(1, now - began);
        String of = total > 0 ? String.format(Locale.ROOT, " of %,d", total) : "";
        String left =
                total > done && rate > 0
                        ? String.format(Locale.ROOT, ", %,d s left", (total - done) / rate)
                        : "";
        return String.format(Locale.ROOT, "%s: %,d%s, %,d a second%s", what, done, of, rate, left);
    }

    /** Leaves the terminal to what is told next. */
    void end() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
        }
        drawn = false;
    }

    @Override
    public void close() {
        end();
    }
}
