package io.tidemark.lab.demo;

import io.tidemark.lab.shop.Told;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shows how far the day is: a bar that redraws itself on a terminal, else a line at every tenth.
 * What happens besides gets a line of its own above the bar.
 */
final class Progress {
    private static final int WIDTH = 40;
    private static final int TENTH = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final AtomicInteger receipts = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private volatile int expected;
    private String bar = "";
    private int tenths;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void expect(int receipts) {
        expected = receipts;
    }

    synchronized void say(String line) {
        out.println(bar.isEmpty() ? line : "\r" + " ".repeat(bar.length()) + "\r" + line);
        draw();
    }

    void told(Told told) {
        if (told.kind().isReceipt()) advance(receipts.incrementAndGet());
    }

    /** A command got no answer and will be said again. */
    void unanswered() {
        repeats.incrementAndGet();
    }

    /** How often a command was said again because it got no answer. */
    int repeats() {
        return repeats.get();
    }

    /** The bar's last state stays on the screen. */
    synchronized void end() {
        if (!bar.isEmpty()) out.println();
        bar = "";
    }

    private synchronized void advance(int done) {
        if (expected == 0) return;
        int share = done * TENTH / expected;
        if (terminal) {
            bar = bar(done);
            draw();
        } else if (share > tenths) {
            tenths = share;
            out.println("  " + share * TENTH + " %  " + done + " of " + expected + " receipts");
        }
    }

    private String bar(int done) {
        int filled = done * WIDTH / expected;
        return "  ["
                + "█".repeat(filled)
                + "·".repeat(WIDTH - filled)
                + "] "
                + done
                + " of "
                + expected
                + " receipts";
    }

    private void draw() {
        if (bar.isEmpty()) return;
        out.print("\r" + bar);
        out.flush();
    }
}
