package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.recover.Archived;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.JournalContinued;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one day may lack of the journals that its devices had before those they work with now: what
 * close-downs took in of them, what a journal goes on from, and what only the archive knows of.
 */
final class EarlierJournals {
    private static final String BROUGHT_BY_TILL =
            ": the till brings those it still has by itself, once it is connected";
    private static final String FROM_ARCHIVE =
            "If nobody brings them, stop this gateway and fetch them from head office's archive"
                    + " (`./tidemark gateway recover DIR --recovery-key FILE"
                    + " --recovery-passphrase-file FILE`)";

    private final LocalDate day;
    private final StoreHistory history;
    private final DeviceJournals journals;
    private final Archived archived;
    private final Lineage lineage;

    EarlierJournals(
            LocalDate day, StoreHistory history, DeviceJournals journals, Archived archived) {
        this.day = day;
        this.history = history;
        this.journals = journals;
        this.archived = archived;
        this.lineage = journals.lineage();
    }

    /**
     * What close-downs took in of its device's other epochs is here, or what comes of this one
     * cannot be held against it: a gateway that was replaced may lack it. Of a later day only a
     * person can know better, who may leave the device out.
     */
    Stream<Blocker> takenNotHere(DeviceJournal fresh) {
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

    /** What stands in the way of a day of the journal that its workstation works with now. */
    List<Blocker> missing(DeviceJournal current) {
        Stream<Blocker> kept =
                onlyArchived(current).entrySet().stream()
                        .map(each -> onlyArchived(each.getKey(), each.getValue()));
        return Stream.concat(missingBefore(current), kept).toList();
    }

    /** What a journal goes on from is here whole, or the day is not. */
    private Stream<Blocker> missingBefore(DeviceJournal current) {
        String device = current.device().device();
        return Stream.concat(Stream.of(current.id()), lineage.ancestors(current.id()).stream())
                .flatMap(id -> journals.of(id).stream())
                .flatMap(journal -> journal.continues().stream())
                .map(JournalContinued::grant)
                .filter(grant -> received(grant.continued()) < grant.end().sequence())
                .map(grant -> missingBefore(device, grant));
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
     * Epochs that no journal here goes on from, since their device's disk went back to before them:
     * only the archive tells a gateway on another disk that they were. With the last entry it has.
     */
    Map<JournalId, Long> onlyArchived() {
        Map<JournalId, Long> found = new HashMap<>();
        journals.all().stream()
                .filter(journal -> lineage.isCurrent(journal.id()))
                .forEach(current -> found.putAll(onlyArchived(current)));
        return found;
    }

    private Map<JournalId, Long> onlyArchived(DeviceJournal current) {
        return archived.ends().entrySet().stream()
                .filter(each -> each.getKey().node().equals(current.device()))
                .filter(each -> each.getKey().epoch() < current.id().epoch())
                .filter(each -> received(each.getKey()) < each.getValue())
                .filter(each -> !lineage.ancestors(current.id()).contains(each.getKey()))
                .filter(each -> mayRepeat(each.getKey()))
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
}
