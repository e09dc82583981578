package io.tidemark.fog.closedown;

import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.store.Prepared;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.Group;
import io.tidemark.node.writer.SingleWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Closes business days, one decision at a time on the gateway's writer. */
public final class Closing {
    private final SingleWriter writer;
    private final StoreJournal store;
    private final DeviceJournals journals;
    private final Lanes lanes;
    private final Checks checks;
    private final Deadline deadline;
    private final Alerts alerts;
    private final Room room;
    private final Columns columns;
    private final Supplier<Exchange> exchange;
    private final Running running;

    public Closing(
            SingleWriter writer,
            StoreJournal store,
            DeviceJournals journals,
            Lanes lanes,
            Checks checks,
            Deadline deadline,
            Alerts alerts,
            Room room,
            Columns columns,
            Supplier<Exchange> exchange,
            Running running) {
        this.writer = writer;
        this.store = store;
        this.journals = journals;
        this.lanes = lanes;
        this.checks = checks;
        this.deadline = deadline;
        this.alerts = alerts;
        this.room = room;
        this.columns = columns;
        this.exchange = exchange;
        this.running = running;
    }

    /** Where the day stands now, for any thread. */
    public Checklist checklist(LocalDate day) {
        return checks.of(day, store.state());
    }

    /** Journals whose carried figures this gateway does not bear out, with what to do. */
    public Map<JournalId, String> carriedWrongly() {
        return checks.carriedWrongly();
    }

    /** Completes when the close-down is on disk. */
    public CompletableFuture<Outcome> close(CloseDay wish) {
        running.begins(wish.day());
        CompletableFuture<Outcome> outcome = writer.submit(group -> decide(wish, group));
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
                    journals.all().stream()
                            .filter(journal -> endsWith(day, journal))
                            .forEach(lanes::closeSegment);
                    store.closeSegment();
                    return day;
                });
    }

    /** Whether the journal has nothing of a later day, and this one is over at the device. */
    private static boolean endsWith(LocalDate day, DeviceJournal journal) {
        return journal.day(day).filter(DaySpan::isClosed).isPresent()
                && journal.days().lastKey().equals(day);
    }

    /** By when a day should be closed. */
    public Instant due(LocalDate day) {
        return deadline.of(day);
    }

    /**
     * Days on which a device was worked with and that should have been closed by now, oldest first.
     */
    public SortedSet<LocalDate> overdue() {
        Set<LocalDate> closed = closedDays(store.state().history());
        SortedSet<LocalDate> open = new TreeSet<>();
        for (DeviceJournal journal : journals.all())
            journal.days()
                    .forEach((day, span) -> {
                        if (span.isOwed() && !closed.contains(day) && deadline.isPassed(day))
                            open.add(day);
                    });
        return open;
    }

    /** Closed days of which entries have come since. */
    public SortedSet<LocalDate> withLateEntries() {
        StoreHistory history = store.state().history();
        Set<LocalDate> closed = closedDays(history);
        Map<Part, Long> taken = taken(history);
        SortedSet<LocalDate> late = new TreeSet<>();
        for (DeviceJournal journal : journals.all())
            journal.days()
                    .forEach((day, span) -> {
                        Part part = Part.of(day, journal);
                        if (closed.contains(day) && span.last() > taken.getOrDefault(part, 0L))
                            late.add(day);
                    });
        return late;
    }

    /** One device's part of one day. */
    private record Part(LocalDate day, String device, int epoch) {
        static Part of(LocalDate day, DeviceJournal journal) {
            return new Part(day, journal.device().device(), journal.id().epoch());
        }
    }

    private static Set<LocalDate> closedDays(StoreHistory history) {
        return history.closed().stream().map(StoreDayClosed::day).collect(Collectors.toSet());
    }

    /** What {@link StoreHistory#takenUpTo} says of each part, for all days in one pass. */
    private static Map<Part, Long> taken(StoreHistory history) {
        Map<Part, Long> taken = new HashMap<>();
        for (StoreDayClosed closed : history.closed())
            for (TillDay till : closed.tills())
                taken.merge(
                        new Part(closed.day(), till.device(), till.epoch()),
                        till.last(),
                        Math::max);
        return taken;
    }

    private Outcome decide(CloseDay wish, Group group) {
        StoreState state = store.decided();
        StoreState.Filed before = state.commands().get(wish.command());
        if (before != null)
            return before.digest() == wish.digest()
                    ? new Outcome.Closed(before, true)
                    : new Outcome.IdReused();
        long usable = room.usableBytes();
        if (usable < Room.BYTES_MIN_TO_CLOSE)
            return new Outcome.NoRoom(usable, Room.BYTES_MIN_TO_CLOSE);
        if (!state.isWhole()) return new Outcome.Blocked(List.of(Checks.historyMissing()));
        Optional<Blocker> none = checks.noDayOfStore(wish.day(), state);
        if (none.isPresent()) return new Outcome.NoDayOfStore(none.get().text());
        Checklist checklist = checks.of(wish.day(), state);
        if (checklist.state() == Checklist.State.CLOSED)
            return new Outcome.AlreadyClosed(checklist.closed().getLast());
        List<Blocker> blockers = checklist.blockersWithout(wish.without());
        if (!blockers.isEmpty()) return new Outcome.Blocked(blockers);
        SortedSet<String> leftOut = checklist.leftOut(wish.without());
        if (!leftOut.isEmpty() && wish.authority().isEmpty())
            return new Outcome.AuthorityNeeded(List.copyOf(leftOut));
        return closed(wish, leftOut, state, group);
    }

    private Outcome closed(
            CloseDay wish, SortedSet<String> leftOut, StoreState state, Group group) {
        List<DeviceDayFold> folds =
                new DayFolds(wish.day(), state.history(), columns)
                        .of(journals, checks.endings(wish.day(), state));
        List<Blocker> unknown = folds.stream().flatMap(fold -> unknown(fold).stream()).toList();
        if (!unknown.isEmpty()) return new Outcome.Blocked(unknown);
        CloseDown.Folded folded =
                CloseDown.fold(wish.day(), state.history(), folds, facts(wish.day(), state));
        StoreJournal.Asked asked =
                new StoreJournal.Asked(wish.command(), wish.digest(), wish.operator());
        return switch (store.prepare(asked, folded, allowed(wish, leftOut, folded.closed()))) {
            case Prepared.TooLarge(String why) -> new Outcome.TooLarge(why);
            case Prepared.Ready ready -> closed(wish, ready, group);
        };
    }

    /** All of it fits, or none of it is written. */
    private Outcome closed(CloseDay wish, Prepared.Ready ready, Group group) {
        long usable = room.usableBytes();
        long needed = Room.BYTES_MIN_TO_CLOSE + ready.bytes();
        if (usable < needed) return new Outcome.NoRoom(usable, needed);
        store.close(ready, group);
        return new Outcome.Closed(
                Objects.requireNonNull(store.decided().commands().get(wish.command())), false);
    }

    /** By the current master data: where no version can be read, positions keep their rates. */
    private CloseDown.MasterFacts facts(LocalDate day, StoreState state) {
        Map<CurrencyCode, CloseDown.Quoted> quoted = new HashMap<>();
        for (ExchangeTerms terms : exchange.get().inForce(day))
            quoted.put(
                    terms.foreign(),
                    new CloseDown.Quoted(terms.rates().mid(), terms.positionMax()));
        return new CloseDown.MasterFacts(state.masterDataVersion(), quoted);
    }

    /** Stands before the close-down that it allows. */
    private static Optional<CloseDownAuthorised> allowed(
            CloseDay wish, SortedSet<String> leftOut, StoreDayClosed closed) {
        if (leftOut.isEmpty()) return Optional.empty();
        return wish.authority()
                .map(authority ->
                        new CloseDownAuthorised(
                                wish.day(),
                                closed.supplement(),
                                List.copyOf(leftOut),
                                authority.supervisor(),
                                authority.name(),
                                authority.role(),
                                authority.reason()));
    }

    private List<Blocker> unknown(DeviceDayFold fold) {
        List<Blocker> blockers = new ArrayList<>();
        for (DeviceDayFold.Problem problem : fold.problems())
            switch (problem) {
                case DeviceDayFold.Problem.UnknownCritical(
                                String device,
                                long sequence,
                                int type) ->
                        blockers.add(Checks.updateNeeded(device, sequence, type));
                case DeviceDayFold.Problem.Unreadable(String device, long sequence, String why) ->
                        alerts.raise(
                                Alert.Kind.UNREADABLE,
                                device,
                                "entry " + sequence + " is kept but was not posted: " + why);
                case DeviceDayFold.Problem.TillZDiffers(String device, long sequence, String why) ->
                        alerts.raise(
                                Alert.Kind.TILL_Z_DIFFERS,
                                device,
                                "the till Z in entry "
                                        + sequence
                                        + " says "
                                        + why
                                        + "; the store's close-down counts the entries");
            }
        return blockers;
    }
}
