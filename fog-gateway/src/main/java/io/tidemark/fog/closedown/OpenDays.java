package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which days wait to be closed, or to be closed again. For any thread. */
public final class OpenDays {
    private final DeviceJournals journals;
    private final StoreJournal store;
    private final Deadline deadline;

    public OpenDays(DeviceJournals journals, StoreJournal store, Deadline deadline) {
        this.journals = journals;
        this.store = store;
        this.deadline = deadline;
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
}
