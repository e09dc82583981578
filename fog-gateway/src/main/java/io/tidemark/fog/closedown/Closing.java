package io.tidemark.fog.closedown;

import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.SingleWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Closes business days, one decision at a time on the gateway's writer. */
public final class Closing {
    private final SingleWriter writer;
    private final Lanes lanes;
    private final Ledgers ledgers;
    private final Checks checks;
    private final DayDecision decision;
    private final Running running;

    /** What a day is closed from, and into. */
    public record Ledgers(DeviceJournals journals, StoreJournal store, Columns columns) {}

    /**
     * What else a close-down looks at.
     *
     * @param exchange the current master data's
     */
    public record Around(Alerts alerts, Room room, Supplier<Exchange> exchange) {}

    public Closing(
            SingleWriter writer,
            Lanes lanes,
            Ledgers ledgers,
            Checks checks,
            Around around,
            Running running) {
        this.writer = writer;
        this.lanes = lanes;
        this.ledgers = ledgers;
        this.checks = checks;
        this.decision = new DayDecision(ledgers, checks, around);
        this.running = running;
    }

    /** Where the day stands now, for any thread. */
    public Checklist checklist(LocalDate day) {
        return checks.of(day, ledgers.store().state());
    }

    /** Journals whose carried figures this gateway does not bear out, with what to do. */
    public Map<JournalId, String> carriedWrongly() {
        return checks.carriedWrongly();
    }

    /** Completes when the close-down is on disk. */
    public CompletableFuture<Outcome> close(CloseDay wish) {
        running.begins(wish.day());
        CompletableFuture<Outcome> outcome = writer.submit(group -> decision.of(wish, group));
        var _ = outcome.whenComplete((came, _) -> running.ends(wish.day(), came));
        var _ = outcome.thenAccept(this::sealAfter);
        return outcome;
    }

    /**
     * What is closed may go to the archive: its segments are sealed, and the next day begins
     * others.
     */
    private void sealAfter(Outcome outcome) {
        if (!(outcome instanceof Outcome.Closed(StoreState.Filed filed, boolean repeated))
                || repeated) return;
        LocalDate day = filed.closed().day();
        var _ =
                writer.submit(_ -> {
                    ledgers.journals().all().stream()
                            .filter(journal -> endsWith(day, journal))
                            .forEach(lanes::closeSegment);
                    ledgers.store().closeSegment();
                    return day;
                });
    }

    /** Whether the journal has nothing of a later day, and this one is over at the device. */
    private static boolean endsWith(LocalDate day, DeviceJournal journal) {
        return journal.day(day).filter(DaySpan::isClosed).isPresent()
                && journal.days().lastKey().equals(day);
    }
}
