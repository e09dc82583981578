package io.tidemark.fog.pruning;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.ledger.retention.Releasing;
import io.tidemark.ledger.retention.Settled;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Up to where each device's journal is released. Found out anew every few seconds on a thread of
 * its own; what was found may be asked by any.
 */
public final class Releases implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Evidence evidence;
    private final DeviceJournals journals;
    private final Releasing releasing;
    private final BackgroundLoop loop = new BackgroundLoop("releases", this::look);
    private Marked marked = new Marked(-1, Optional.empty());

    /**
     * What head office has said.
     *
     * @param marked the last entry of the store's journal that it has marked in this process, 0 for
     *     none or while its journal is another
     * @param archived whether it has given its receipt for a segment of a journal
     */
    public record Evidence(
            StoreJournal store,
            LongSupplier marked,
            BiPredicate<JournalId, SegmentInfo> archived) {}

    private record Closed(StoreHistory history, LocalDate lastDay) {}

    /** What was closed up to a mark of head office. */
    private record Marked(long sequence, Optional<StoreHistory> history) {}

    /**
     * @param self in whose name this gateway states
     * @param tell told of each release that is new
     */
    public Releases(
            Evidence evidence,
            DeviceJournals journals,
            ReceivedJournal.Self self,
            Consumer<Release> tell) {
        this.evidence = evidence;
        this.journals = journals;
        this.releasing = new Releasing(self.receiver(), self.signer(), tell);
    }

    /**
     * @param halting for a bug
     */
    public Releases start(Halting halting) {
        loop.start(halting);
        return this;
    }

    /** The newest for this journal; none while nothing of it was ever released. */
    public Optional<Release> of(JournalId journal) {
        return releasing.of(journal);
    }

    @Override
    public void close() {
        loop.close();
    }

    Rest look() {
        history()
                .flatMap(history -> history.lastDay().map(closed -> new Closed(history, closed)))
                .ifPresentOrElse(
                        known -> journals.all().forEach(journal -> find(journal, known)),
                        releasing::foundNothing);
        return new Rest.Idle(EVERY);
    }

    /** Empty while what earlier lives of this gateway closed is not here. */
    private Optional<StoreHistory> history() {
        long now = evidence.marked().getAsLong();
        if (now != marked.sequence()) {
            StoreState state = evidence.store().stateAt(now);
            marked =
                    new Marked(
                            now, state.isWhole() ? Optional.of(state.history()) : Optional.empty());
        }
        return marked.history();
    }

    private void find(DeviceJournal journal, Closed known) {
        releasing.found(journal.id(), upTo(journal, known.history()), known.lastDay());
    }

    private Head upTo(DeviceJournal journal, StoreHistory history) {
        if (!journal.isUndisputed()) return Head.genesis(journal.id());
        Journal entries = journal.journal();
        long archived =
                Settled.archivedUpTo(
                        entries.segments(),
                        segment -> evidence.archived().test(journal.id(), segment));
        List<Settled.Day> days =
                journal.days().entrySet().stream()
                        .map(day -> day(day.getKey(), day.getValue(), journal.id(), history))
                        .toList();
        long upTo = Settled.upTo(archived, days);
        return new Head(upTo, entries.hashAt(upTo));
    }

    private static Settled.Day day(
            LocalDate day, DaySpan span, JournalId journal, StoreHistory history) {
        return new Settled.Day(span.first(), span.last(), history.takenUpTo(day, journal));
    }
}
