package io.tidemark.node.command;

import io.tidemark.ledger.journal.JournalView;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "tail",
        description = "Shows the last entries of a journal, and with --follow those to come.",
        mixinStandardHelpOptions = true)
final class Tail implements Callable<Integer> {
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final Deployable deployable;

    @Mixin private final LedgerOptions ledger = new LedgerOptions();
    @Mixin private final Told told = new Told();
    @Mixin private final Show.Form form = new Show.Form();

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "ENTRIES",
            defaultValue = "10",
            description = "How many; 10 unless given.")
    private long count;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until it is interrupted, while the node runs.")
    private boolean follow;

    Tail(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() {
        if (count < 0)
            throw new CannotRun(
                    ExitCode.BAD_USAGE, "--lines is " + count + "; give 0 or more entries");
        try (NodeHome home = ledger.home().look(deployable.role());
                Lines lines = told.lines()) {
            JournalView view = ledger.held(home).view();
            lines.telling(() -> tail(view, lines));
        }
        return ExitCode.OK.code();
    }

    private void tail(JournalView view, Lines lines) {
        long last = view.last();
        long next = Math.max(1, last - Math.min(count, last) + 1);
        while (true) {
            if (next <= last) show(view, next, last, lines);
            if (!follow) return;
            lines.flush();
            next = last + 1;
            last = awaited(view, last, lines);
        }
    }

    private void show(JournalView view, long from, long to, Lines lines) {
        view.show(from, to, Shown.each(shown -> lines.tell(form.of(shown))));
    }

    /** The node tells nobody when it forces; its note of how far is small, and is looked at. */
    private static long awaited(JournalView view, long known, Lines lines) {
        while (true) {
            lines.requireWanted();
            long last = view.last();
            if (last > known) return last;
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
