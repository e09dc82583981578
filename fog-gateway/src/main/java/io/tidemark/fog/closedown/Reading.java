package io.tidemark.fog.closedown;

import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One computation of a close-down as people see it. */
final class Reading {
    /** So often people see it go on, in entries. */
    private static final long SHOWN_EVERY = 5_000;

    private final StoreDayClosed signed;
    private final boolean isSent;
    private final Consumer<Sealing> shown;
    private final long entries;
    private final AtomicLong read = new AtomicLong();

    /**
     * @param isSent whether head office had it before
     */
    Reading(StoreDayClosed signed, boolean isSent, Consumer<Sealing> shown) {
        this.signed = signed;
        this.isSent = isSent;
        this.shown = shown;
        this.entries =
                signed.tills().stream()
                        .filter(till -> till.first() > 0)
                        .mapToLong(Reading::entries)
                        .sum();
    }

    private static long entries(TillDay till) {
        return till.last() - till.first() + 1;
    }

    /** One entry more. By any thread: journals are read beside each other. */
    void read() {
        if (read.incrementAndGet() % SHOWN_EVERY == 0) show(Sealing.State.READING, List.of());
    }

    /**
     * @param differences empty unless it is stopped
     */
    void show(Sealing.State state, List<String> differences) {
        shown.accept(
                new Sealing(
                        signed.day(),
                        signed.zNumber(),
                        signed.supplement(),
                        state,
                        Math.min(read.get(), entries),
                        entries,
                        isSent,
                        differences));
    }
}
