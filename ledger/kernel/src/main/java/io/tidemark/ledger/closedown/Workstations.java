package io.tidemark.ledger.closedown;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.MissingDevice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day's folds by workstation: which journals, one after the other, are one till's day. */
final class Workstations {
    private final LocalDate day;
    private final StoreHistory history;
    private final Map<JournalId, DeviceDayFold> folds;
    private final Lineage lineage;

    Workstations(LocalDate day, StoreHistory history, List<DeviceDayFold> folds) {
        this.day = day;
        this.history = history;
        this.folds =
                folds.stream()
                        .collect(Collectors.toMap(DeviceDayFold::journal, Function.identity()));
        this.lineage =
                new Lineage(
                        folds.stream()
                                .collect(
                                        Collectors.toMap(
                                                DeviceDayFold::journal,
                                                DeviceDayFold::predecessors)));
    }

    /** A journal that is no longer worked with has a part only in the days it touched. */
    boolean hasPart(DeviceDayFold fold) {
        return lineage.isCurrent(fold.journal())
                || fold.hasEntries()
                || history.hasPart(day, fold.journal());
    }

    /** Whether a till Z was the last that the journals before this one knew of the day. */
    boolean beginsEmpty(JournalId journal) {
        return lastState(ancestors(journal).stream()) == DeviceDayFold.State.CLOSED;
    }

    /** What it goes on from, the nearest first. */
    List<JournalId> ancestors(JournalId journal) {
        return lineage.ancestors(journal);
    }

    /** Whether the day is not over where this journal is worked with now. */
    boolean isWaitedFor(DeviceDayFold fold) {
        if (!lineage.isCurrent(fold.journal())) return false;
        DeviceDayFold.State last = lastState(line(fold.journal()));
        return fold.isWaitedForOnlyOpen()
                ? last == DeviceDayFold.State.OPEN
                : last != DeviceDayFold.State.CLOSED;
    }

    /**
     * Journals that others go on from and that are not here up to where they ended, or that are
     * known to go further: what is lacking may be of the day.
     */
    Stream<MissingDevice> endingShort() {
        Stream<JournalId> known =
                folds.values().stream().filter(DeviceDayFold::isShort).map(DeviceDayFold::journal);
        return Stream.concat(goneOnFrom(), known).distinct().map(this::missing);
    }

    private Stream<JournalId> goneOnFrom() {
        return folds.values().stream()
                .filter(fold -> lineage.isCurrent(fold.journal()))
                .map(DeviceDayFold::journal)
                .flatMap(this::line)
                .flatMap(journal -> Stream.ofNullable(folds.get(journal)))
                .flatMap(fold -> fold.grants().stream())
                .filter(grant -> endOf(grant.continued()) < grant.end().sequence())
                .map(EpochGrant::continued);
    }

    /** Where a journal that is waited for has come to. */
    MissingDevice missing(JournalId journal) {
        return new MissingDevice(journal.node().device(), journal.epoch(), endOf(journal));
    }

    private long endOf(JournalId journal) {
        DeviceDayFold fold = folds.get(journal);
        return fold == null ? 0 : fold.journalEnd();
    }

    /** A journal and all that it goes on from, the nearest first. */
    private Stream<JournalId> line(JournalId current) {
        return Stream.concat(Stream.of(current), ancestors(current).stream());
    }

    /**
     * The last journal of a workstation that touched the day says whether it is over.
     *
     * @param journals the last first
     */
    private DeviceDayFold.State lastState(Stream<JournalId> journals) {
        return journals.map(this::state)
                .filter(state -> state != DeviceDayFold.State.UNTOUCHED)
                .findFirst()
                .orElse(DeviceDayFold.State.UNTOUCHED);
    }

    private DeviceDayFold.State state(JournalId journal) {
        DeviceDayFold fold = folds.get(journal);
        if (fold != null && fold.state() != DeviceDayFold.State.UNTOUCHED) return fold.state();
        return history.hasTillZ(day, journal)
                ? DeviceDayFold.State.CLOSED
                : DeviceDayFold.State.UNTOUCHED;
    }
}
