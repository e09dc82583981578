package io.tidemark.fog.forks;

import io.tidemark.fog.forward.HeadOffice;
import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.home.Halting;
import java.time.Duration;
import java.util.List;

/**
 * Tells head office which forks stand, whenever that changes. What it cannot be told now it is told
 * later: nothing in the store waits for it.
 */
public final class ForkReporting implements AutoCloseable {
    /** Between two looks. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private final Forks forks;
    private final HeadOffice headOffice;
    private final Duration every;
    private final Thread thread = new Thread(this::run, "forks");
    private volatile boolean closing;
    private List<Evidence> told = List.of();
    private boolean toldSinceStart;

    public ForkReporting(Forks forks, HeadOffice headOffice, Duration every) {
        this.forks = forks;
        this.headOffice = headOffice;
        this.every = every;
    }

    /**
     * @param halting for a bug: a fork that nobody hears of must not go unnoticed
     */
    public ForkReporting start(Halting halting) {
        thread.setUncaughtExceptionHandler((_, why) -> {
            if (!closing) halting.halt(why);
        });
        thread.start();
        return this;
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try {
                tell(forks.evidence());
                Thread.sleep(every);
            } catch (InterruptedException e) {
                if (!closing) throw new IllegalStateException("only a stop interrupts this", e);
            }
        }
    }

    /** After a start head office is told once in any case: it may hold what no longer stands. */
    private void tell(List<Evidence> standing) {
        if (toldSinceStart && standing.equals(told)) return;
        try {
            headOffice.report(standing);
            told = standing;
            toldSinceStart = true;
        } catch (HeadOfficeAway away) {
            // Forwarding shows that head office is away; the report is made again at the next look.
            toldSinceStart = false;
        }
    }
}
