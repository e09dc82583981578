package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.watch.Sighting;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.TillDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through one day of the journals that there are now, and names what stands in its way. */
final class DayChecks {
    private final LocalDate day;
    private final StoreHistory history;
    private final DeviceJournals journals;
    private final Checks.Around around;
    private final CarriedOver carried;
    private final Lineage lineage;
    private final EarlierJournals earlier;

    DayChecks(LocalDate day, StoreHistory history, DeviceJournals journals, Checks.Around around) {
        this.day = day;
        this.history = history;
        this.journals = journals;
        this.around = around;
        this.carried = new CarriedOver(journals);
        this.lineage = journals.lineage();
        this.earlier = new EarlierJournals(day, history, journals, around.archived());
    }

    List<DeviceCheck> checks() {
        return journals.all().stream()
                .filter(journal -> lineage.isCurrent(journal.id()) || journal.day(day).isPresent())
                .map(this::check)
                .toList();
    }

    private DeviceCheck check(DeviceJournal journal) {
        Optional<DaySpan> span = journal.day(day);
        long taken = history.takenUpTo(day, journal.id());
        boolean fresh = span.filter(found -> found.last() > taken).isPresent();
        boolean current = lineage.isCurrent(journal.id());
        return new DeviceCheck(
                journal.id(),
                journal.continues()
                        .map(from -> TillDay.Continued.of(from).label(journal.device().device()))
                        .orElse(""),
                current,
                journal.workstation(),
                journal.received().sequence(),
                around.devices().of(journal.device()),
                span,
                fresh && history.isClosed(day),
                unconfirmedCash(journal),
                Stream.concat(
                                fresh ? earlier.takenNotHere(journal) : Stream.of(),
                                (current ? blockers(journal) : newer(journal)).stream())
                        .toList());
    }

    /**
     * But for what a journal tells of that goes on from this one: it repeats the branch that it
     * takes in, and a movement of before may be confirmed there.
     */
    private int unconfirmedCash(DeviceJournal journal) {
        if (journal.day(day).map(DaySpan::unconfirmed).orElse(0) == 0) return 0;
        List<DeviceJournal> later =
                journals.all().stream()
                        .filter(other -> lineage.ancestors(other.id()).contains(journal.id()))
                        .toList();
        return (int)
                journal.unconfirmedCash(day).stream()
                        .filter(movement ->
                                later.stream().noneMatch(other -> other.tellsOfCash(movement)))
                        .count();
    }

    /** A version to come wrote it: nothing is closed without knowing what it says. */
    private List<Blocker> newer(DeviceJournal journal) {
        String device = journal.device().device();
        return journal
                .day(day)
                .flatMap(DaySpan::unknownCritical)
                .map(unknown -> Checks.updateNeeded(device, unknown.sequence(), unknown.type()))
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
                                            Blocker.Kind.CARRIED, device, device + ": " + text)));
        blockers.addAll(earlier.missing(journal));
        Optional<DaySpan> last = lastTouched(journal);
        if (last.filter(DaySpan::isClosed).isPresent()) return blockers;
        if (journal.opensByItself() && last.isEmpty()) {
            if (missing(journal) > 0) addWhyNothingComes(journal, blockers);
            return blockers;
        }
        if (around.forks().stands(journal.id())) blockers.add(forked(journal));
        blockers.add(notClosed(journal));
        addWhyNothingComes(journal, blockers);
        return blockers;
    }

    /**
     * Journals that may concern the day and are known to go further than is here: what nobody but
     * the archive knows of, and what a handheld has told of that had not begun the day by then.
     */
    Map<JournalId, Long> endings() {
        Map<JournalId, Long> found = earlier.onlyArchived();
        journals.all().stream()
                .filter(DeviceJournal::opensByItself)
                .filter(journal -> lineage.isCurrent(journal.id()))
                .filter(journal -> lastTouched(journal).isEmpty())
                .filter(journal -> told(journal) > journal.received().sequence())
                .forEach(journal -> found.put(journal.id(), told(journal)));
        return found;
    }

    /** The last journal of the workstation that touched the day says whether it is over. */
    private Optional<DaySpan> lastTouched(DeviceJournal current) {
        return Stream.concat(Stream.of(current.id()), lineage.ancestors(current.id()).stream())
                .flatMap(id -> journals.of(id).stream())
                .flatMap(journal -> journal.day(day).stream())
                .filter(DaySpan::isTouched)
                .findFirst();
    }

    private Blocker notClosed(DeviceJournal journal) {
        String device = journal.device().device();
        return new Blocker(
                Blocker.Kind.TILL_DAY_NOT_CLOSED,
                device,
                device
                        + (journal.day(day).isPresent()
                                ? ": its day is not closed; "
                                        + (journal.opensByItself()
                                                ? "end the day at the handheld"
                                                : "close the day at the till")
                                : ": nothing of this day has come from it"));
    }

    private Blocker forked(DeviceJournal journal) {
        String device = journal.device().device();
        String what =
                around.forks()
                        .granted(journal.id())
                        .map(grant ->
                                ": "
                                        + grant.approver()
                                        + " decided that its branch is taken in as epoch "
                                        + grant.successor().epoch()
                                        + "; it has not come from the till yet")
                        .orElse(": its journal forked; decide which branch stands");
        return new Blocker(Blocker.Kind.FORKED, device, device + what);
    }

    private void addWhyNothingComes(DeviceJournal journal, List<Blocker> blockers) {
        String device = journal.device().device();
        Sighting seen = around.devices().of(journal.device());
        addEntriesMissing(journal, blockers);
        if (!seen.online())
            blockers.add(
                    new Blocker(
                            Blocker.Kind.DEVICE_SILENT,
                            device,
                            device
                                    + ": silent since "
                                    + around.calendar().wallTime(seen.since())
                                    + "; see to its network or power. If it does not come back,"
                                    + " close without "
                                    + device
                                    + " (what comes of it later makes a supplement), and have it"
                                    + " replaced: `./tidemark provision replace-till`"));
    }

    private void addEntriesMissing(DeviceJournal journal, List<Blocker> blockers) {
        String device = journal.device().device();
        long missing = missing(journal);
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
                                    + told(journal)
                                    + ", "
                                    + journal.received().sequence()
                                    + " are here)"));
    }

    /** How many entries the device said it has that are not here. */
    private long missing(DeviceJournal journal) {
        return told(journal) - journal.received().sequence();
    }

    /** The last entry that the device said it has. */
    private long told(DeviceJournal journal) {
        return around.devices().of(journal.device()).toldOf(journal.id().epoch());
    }
}
