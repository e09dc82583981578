package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Devices;
import io.tidemark.fog.watch.Sighting;
import io.tidemark.ledger.closedown.StoreHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through the devices and names what stands in the way of closing a day. */
public final class Checks {
    private final DeviceJournals journals;
    private final Devices devices;
    private final StoreCalendar calendar;

    public Checks(DeviceJournals journals, Devices devices, StoreCalendar calendar) {
        this.journals = journals;
        this.devices = devices;
        this.calendar = calendar;
    }

    Checklist of(LocalDate day, StoreState state) {
        StoreHistory history = state.history();
        return new Checklist(
                day,
                state.isWhole() ? List.of() : List.of(historyMissing()),
                journals.all().stream().map(journal -> check(day, journal, history)).toList(),
                history.of(day));
    }

    private DeviceCheck check(LocalDate day, DeviceJournal journal, StoreHistory history) {
        Optional<DaySpan> span = journal.day(day);
        long taken = history.takenUpTo(day, journal.id());
        boolean late =
                history.isClosed(day) && span.filter(found -> found.last() > taken).isPresent();
        return new DeviceCheck(
                journal.device().device(),
                journal.workstation(),
                journal.received().sequence(),
                devices.of(journal.device()),
                span,
                late,
                blockers(day, journal));
    }

    private List<Blocker> blockers(LocalDate day, DeviceJournal journal) {
        String device = journal.device().device();
        Optional<DaySpan> span = journal.day(day);
        List<Blocker> blockers = new ArrayList<>();
        span.flatMap(DaySpan::unknownCritical)
                .ifPresent(unknown ->
                        blockers.add(updateNeeded(device, unknown.sequence(), unknown.type())));
        if (span.filter(DaySpan::isClosed).isPresent()) return blockers;
        if (journal.isQuarantined())
            blockers.add(
                    new Blocker(
                            Blocker.Kind.FORKED,
                            device,
                            device + ": its journal forked; decide which branch stands"));
        blockers.add(
                new Blocker(
                        Blocker.Kind.TILL_DAY_NOT_CLOSED,
                        device,
                        device
                                + (span.isPresent()
                                        ? ": its day is not closed; close the day at the till"
                                        : ": nothing of this day has come from it")));
        addWhyNothingComes(journal, blockers);
        return blockers;
    }

    private void addWhyNothingComes(DeviceJournal journal, List<Blocker> blockers) {
        String device = journal.device().device();
        Sighting seen = devices.of(journal.device());
        long missing = seen.told() - journal.received().sequence();
        if (missing > 0)
            blockers.add(
                    new Blocker(
                            Blocker.Kind.ENTRIES_MISSING,
                            device,
                            device
                                    + ": "
                                    + missing
                                    + (missing == 1 ? " entry has" : " entries have")
                                    + " not come yet (it has recorded "
                                    + seen.told()
                                    + ", "
                                    + journal.received().sequence()
                                    + " are here)"));
        if (!seen.online())
            blockers.add(
                    new Blocker(
                            Blocker.Kind.DEVICE_SILENT,
                            device,
                            device
                                    + ": silent since "
                                    + calendar.wallTime(seen.since())
                                    + "; see to its network or power"));
    }

    static Blocker historyMissing() {
        return new Blocker(
                Blocker.Kind.HISTORY_MISSING,
                "gateway",
                "this gateway was replaced, and what the store closed before is not all here: wait"
                        + " until head office has been reached");
    }

    static Blocker updateNeeded(String device, long sequence, int type) {
        return new Blocker(
                Blocker.Kind.UPDATE_NEEDED,
                device,
                device
                        + ": entry "
                        + sequence
                        + " is of type "
                        + type
                        + ", which this version does not know: update the gateway");
    }
}
