package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.watch.Sighting;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.TillDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes through one day of the journals that there are now, and names what stands in its way. */
final class DayChecks {
    private static final String BROUGHT_BY_TILL =
            ": the till brings those it still has by itself, once it is connected";
    private static final String FROM_ARCHIVE =
            "If nobody brings them, stop this gateway and fetch them from head office's archive"
                    + " (`./tidemark gateway recover DIR --recovery-key FILE"
                    + " --recovery-passphrase-file FILE`)";

    private final LocalDate day;
    private final StoreHistory history;
    private final DeviceJournals journals;
    private final Checks.Around around;
    private final CarriedOver carried;
    private final Lineage lineage;

    DayChecks(LocalDate day, StoreHistory history, DeviceJournals journals, Checks.Around around) {
        this.day = day;
        this.history = history;
        this.journals = journals;
        this.around = around;
        this.carried = new CarriedOver(journals);
        this.lineage = journals.lineage();
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
                Stream.concat(
                                fresh ? takenNotHere(journal) : Stream.of(),
                                (current ? blockers(journal) : newer(journal)).stream())
                        .toList());
    }

    /**
     * What close-downs took in of its device's other epochs is here, or what comes of this one
     * cannot be held against it: a gateway that was replaced may lack it. Of a later day only a
     * person can know better, who may leave the device out.
     */
    private Stream<Blocker> takenNotHere(DeviceJournal fresh) {
        return otherEpochs(fresh).flatMap(other -> takenNotHere(other).stream());
    }

    private Stream<JournalId> otherEpochs(DeviceJournal own) {
        return history.closed().stream()
                .flatMap(closed -> closed.tills().stream())
                .filter(part -> part.device().equals(own.device().device()))
                .map(part -> new JournalId(own.device(), part.epoch()))
                .filter(other -> !other.equals(own.id()))
                .distinct();
    }

    private Optional<Blocker> takenNotHere(JournalId other) {
        return history.taken(other, day).stream()
                .map(StoreHistory.Taken::last)
                .max(Long::compare)
                .filter(last -> last > received(other))
                .map(last -> takenMissing(other, last));
    }

    private Blocker takenMissing(JournalId journal, long taken) {
        String device = journal.node().device();
        return new Blocker(
                Blocker.Kind.TAKEN_MISSING,
                device,
                device
                        + ": entries up to "
                        + taken
                        + " of its journal "
                        + journal.label()
                        + " are in a close-down, and "
                        + received(journal)
                        + " are here; what has come since may repeat them"
                        + BROUGHT_BY_TILL
                        + ". "
                        + FROM_ARCHIVE);
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
        addMissingBefore(journal, blockers);
        onlyArchived(journal).forEach((id, end) -> blockers.add(onlyArchived(id, end)));
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
     * Whether a branch that this device brought has entries of the day: it may repeat what an
     * earlier epoch has.
     */
    private boolean mayRepeat(JournalId earlier) {
        return journals.all().stream()
                .filter(journal -> journal.device().equals(earlier.node()))
                .filter(journal -> journal.id().epoch() > earlier.epoch())
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
                mayRepeat(grant.continued())
                        ? Blocker.Kind.EPOCH_MISSING
                        : Blocker.Kind.ENTRIES_MISSING,
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
                        + ". "
                        + FROM_ARCHIVE
                        + ", or restore them from a copy (`./tidemark ledger restore DIR --journal "
                        + label
                        + " --copy FILE`). If nobody has them any more, close without "
                        + device);
    }

    /**
     * Journals that may concern the day and are known to go further than is here: what nobody but
     * the archive knows of, and what a handheld has told of that had not begun the day by then.
     */
    Map<JournalId, Long> endings() {
        Map<JournalId, Long> found = onlyArchived();
        journals.all().stream()
                .filter(DeviceJournal::opensByItself)
                .filter(journal -> lineage.isCurrent(journal.id()))
                .filter(journal -> lastTouched(journal).isEmpty())
                .filter(journal -> told(journal) > journal.received().sequence())
                .forEach(journal -> found.put(journal.id(), told(journal)));
        return found;
    }

    /**
     * Epochs that no journal here goes on from, since their device's disk went back to before them:
     * only the archive tells a gateway on another disk that they were. With the last entry it has.
     */
    private Map<JournalId, Long> onlyArchived() {
        Map<JournalId, Long> found = new HashMap<>();
        journals.all().stream()
                .filter(journal -> lineage.isCurrent(journal.id()))
                .forEach(current -> found.putAll(onlyArchived(current)));
        return found;
    }

    private Map<JournalId, Long> onlyArchived(DeviceJournal current) {
        return around.archived().ends().entrySet().stream()
                .filter(archived -> archived.getKey().node().equals(current.device()))
                .filter(archived -> archived.getKey().epoch() < current.id().epoch())
                .filter(archived -> received(archived.getKey()) < archived.getValue())
                .filter(archived -> !lineage.ancestors(current.id()).contains(archived.getKey()))
                .filter(archived -> mayRepeat(archived.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Blocker onlyArchived(JournalId journal, long end) {
        String device = journal.node().device();
        return new Blocker(
                Blocker.Kind.EPOCH_MISSING,
                device,
                device
                        + ": of its earlier journal "
                        + journal.label()
                        + " head office's archive has entries up to "
                        + end
                        + ", and "
                        + received(journal)
                        + " are here. Stop this gateway and fetch them: `./tidemark gateway recover"
                        + " DIR --recovery-key FILE --recovery-passphrase-file FILE`. If that says that"
                        + " they cannot be had, close without "
                        + device
                        + ": what comes of them later makes a supplement");
    }

    private long received(JournalId journal) {
        return journals.of(journal).map(each -> each.received().sequence()).orElse(0L);
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
