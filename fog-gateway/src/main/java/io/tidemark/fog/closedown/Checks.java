package io.tidemark.fog.closedown;

import io.tidemark.fog.forks.Forks;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Devices;
import io.tidemark.fog.watch.Sighting;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.TillDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through the journals and names what stands in the way of closing a day. */
public final class Checks {
    private static final String BROUGHT_BY_TILL =
            ": the till brings those it still has by itself, once it is connected";

    private final DeviceJournals journals;
    private final Devices devices;
    private final StoreCalendar calendar;
    private final Forks forks;
    private final CarriedOver carried;

    public Checks(DeviceJournals journals, Devices devices, StoreCalendar calendar, Forks forks) {
        this.journals = journals;
        this.devices = devices;
        this.calendar = calendar;
        this.forks = forks;
        this.carried = new CarriedOver(journals);
    }

    Checklist of(LocalDate day, StoreState state) {
        return new Checklist(
                day,
                ownBlockers(state),
                new OfDay(day, state.history()).checks(),
                state.history().of(day));
    }

    private List<Blocker> ownBlockers(StoreState state) {
        List<Blocker> own = new ArrayList<>();
        if (!state.isWhole()) own.add(historyMissing());
        journals.all().stream()
                .filter(journal -> journal.lost().isPresent())
                .findFirst()
                .ifPresent(journal -> own.add(diskLost(journal)));
        journals.healing().forEach(healing -> own.add(damaged(healing.journal())));
        return own;
    }

    /** Journals whose carried figures this gateway does not bear out, with what to do. */
    public Map<JournalId, String> carriedWrongly() {
        Map<JournalId, String> found = new LinkedHashMap<>();
        for (DeviceJournal journal : journals.all())
            carried.trouble(journal).ifPresent(text -> found.put(journal.id(), text));
        return found;
    }

    /** One day of the journals that there are now. */
    private final class OfDay {
        private final LocalDate day;
        private final StoreHistory history;
        private final Lineage lineage = journals.lineage();

        OfDay(LocalDate day, StoreHistory history) {
            this.day = day;
            this.history = history;
        }

        List<DeviceCheck> checks() {
            return journals.all().stream()
                    .filter(journal ->
                            lineage.isCurrent(journal.id()) || journal.day(day).isPresent())
                    .map(this::check)
                    .toList();
        }

        private DeviceCheck check(DeviceJournal journal) {
            Optional<DaySpan> span = journal.day(day);
            long taken = history.takenUpTo(day, journal.id());
            boolean late =
                    history.isClosed(day) && span.filter(found -> found.last() > taken).isPresent();
            boolean current = lineage.isCurrent(journal.id());
            return new DeviceCheck(
                    journal.id(),
                    journal.continues()
                            .map(from ->
                                    TillDay.Continued.of(from).label(journal.device().device()))
                            .orElse(""),
                    current,
                    journal.workstation(),
                    journal.received().sequence(),
                    devices.of(journal.device()),
                    span,
                    late,
                    current ? blockers(journal) : newer(journal));
        }

        /** A version to come wrote it: nothing is closed without knowing what it says. */
        private List<Blocker> newer(DeviceJournal journal) {
            String device = journal.device().device();
            return journal
                    .day(day)
                    .flatMap(DaySpan::unknownCritical)
                    .map(unknown -> updateNeeded(device, unknown.sequence(), unknown.type()))
                    .stream()
                    .toList();
        }

        private List<Blocker> blockers(DeviceJournal journal) {
            String device = journal.device().device();
            List<Blocker> blockers = new ArrayList<>(newer(journal));
            if (journal.day(day).isPresent())
                carried.trouble(journal)
                        .ifPresent(text ->
                                blockers.add(
                                        new Blocker(
                                                Blocker.Kind.CARRIED,
                                                device,
                                                device + ": " + text)));
            addMissingBefore(journal, blockers);
            if (isOver(journal)) return blockers;
            if (forks.stands(journal.id())) blockers.add(forked(journal));
            blockers.add(notClosed(journal));
            addWhyNothingComes(journal, blockers);
            return blockers;
        }

        /** What a journal goes on from is here whole, or the day is not. */
        private void addMissingBefore(DeviceJournal current, List<Blocker> blockers) {
            String device = current.device().device();
            Stream.concat(Stream.of(current.id()), lineage.ancestors(current.id()).stream())
                    .flatMap(id -> journals.of(id).stream())
                    .flatMap(journal -> journal.continues().stream())
                    .map(JournalContinued::grant)
                    .filter(grant -> received(grant.continued()) < grant.end().sequence())
                    .forEach(grant -> blockers.add(missingBefore(device, grant)));
        }

        /**
         * Whether a branch that this device brought has entries of the day: what it repeats of an
         * earlier epoch can be told only where that epoch is here whole.
         */
        private boolean mayRepeat(EpochGrant grant) {
            return journals.all().stream()
                    .filter(journal -> journal.device().equals(grant.continued().node()))
                    .filter(journal -> journal.id().epoch() > grant.continued().epoch())
                    .anyMatch(journal ->
                            journal.continues()
                                    .filter(from -> from.branchEntries() > 0)
                                    .filter(from -> reachesInto(journal, from.branchEntries()))
                                    .isPresent());
        }

        private boolean reachesInto(DeviceJournal journal, long branchEntries) {
            return journal.day(day).filter(span -> span.first() <= 1 + branchEntries).isPresent();
        }

        private Blocker missingBefore(String device, EpochGrant grant) {
            String label = grant.continued().label();
            long here = received(grant.continued());
            boolean isTills = !grant.replacesDevice() && here < grant.shared().sequence();
            return new Blocker(
                    mayRepeat(grant) ? Blocker.Kind.EPOCH_MISSING : Blocker.Kind.ENTRIES_MISSING,
                    device,
                    device
                            + ": entries "
                            + (here + 1)
                            + " to "
                            + grant.end().sequence()
                            + " of its journal before, "
                            + label
                            + ", are not here"
                            + (isTills ? BROUGHT_BY_TILL : "")
                            + ". If nobody brings them, stop this gateway and fetch them from head"
                            + " office's archive (`./tidemark gateway recover DIR --recovery-key"
                            + " F`), or restore them from a copy (`./tidemark ledger restore DIR"
                            + " --journal "
                            + label
                            + " --copy FILE`)");
        }

        private long received(JournalId journal) {
            return journals.of(journal).map(each -> each.received().sequence()).orElse(0L);
        }

        /** The last journal of the workstation that touched the day says whether it is over. */
        private boolean isOver(DeviceJournal current) {
            return Stream.concat(Stream.of(current.id()), lineage.ancestors(current.id()).stream())
                    .flatMap(id -> journals.of(id).stream())
                    .flatMap(journal -> journal.day(day).stream())
                    .filter(DaySpan::isTouched)
                    .findFirst()
                    .filter(DaySpan::isClosed)
                    .isPresent();
        }

        private Blocker notClosed(DeviceJournal journal) {
            String device = journal.device().device();
            return new Blocker(
                    Blocker.Kind.TILL_DAY_NOT_CLOSED,
                    device,
                    device
                            + (journal.day(day).isPresent()
                                    ? ": its day is not closed; close the day at the till"
                                    : ": nothing of this day has come from it"));
        }

        private Blocker forked(DeviceJournal journal) {
            String device = journal.device().device();
            String what =
                    forks.granted(journal.id())
                            .map(grant ->
                                    ": "
                                            + grant.approver()
                                            + " decided that its branch is taken in as epoch "
                                            + grant.successor().epoch()
                                            + "; it has not come from the till yet")
                            .orElse(": its journal forked; decide which branch stands");
            return new Blocker(Blocker.Kind.FORKED, device, device + what);
        }
    }

    private void addWhyNothingComes(DeviceJournal journal, List<Blocker> blockers) {
        String device = journal.device().device();
        Sighting seen = devices.of(journal.device());
        long told = seen.toldOf(journal.id().epoch());
        long missing = told - journal.received().sequence();
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
                                    + told
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

    private static Blocker damaged(JournalId journal) {
        return new Blocker(
                Blocker.Kind.DAMAGED,
                journal.node().device(),
                journal.node().device()
                        + ": what this gateway has of it is damaged and comes again from the till;"
                        + " see that the till runs and is connected");
    }

    private static Blocker diskLost(DeviceJournal journal) {
        return new Blocker(
                Blocker.Kind.DISK_LOST,
                "gateway",
                "this gateway's disk is an empty or an old one: "
                        + journal.device().device()
                        + " has shown that more was marked. Have head office replace the gateway,"
                        + " stop this one and run `./tidemark gateway recover DIR`");
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
