package io.tidemark.lab.simulate;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.retention.Releasing;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.ledger.retention.Settled;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway does beside its trade: archives closed segments, finds out what need not be kept
 * any more, tells the devices, and prunes its own copies.
 */
final class Upkeep {
    private static final int TURN_MILLIS = 10_000;

    private final Machine machine;
    private final Of of;
    private final Archiving archiving;
    private final Releasing releasing;

    /** The gateway's parts that it is about. */
    record Of(StoreJournals store, StoreDays days, Reception reception, SyncLink link) {}

    Upkeep(Machine machine, Of of) {
        this.machine = machine;
        this.of = of;
        this.archiving = new Archiving(machine, this::journals);
        this.releasing =
                new Releasing(
                        machine.journalId(), machine.world().keysOf(machine).signer(), this::tell);
    }

    void begin() {
        machine.later(1 + machine.random().nextInt(TURN_MILLIS), this::turn);
    }

    private void turn() {
        machine.later(TURN_MILLIS, this::turn);
        look();
        archiving.turn(of.link().isBehind(), nextDue().isPresent());
    }

    /**
     * An answer of the archive. The last copy in the store is given up only upon what it says that
     * it has now.
     */
    void heard(Parcel parcel) {
        if (!archiving.heard(parcel)) return;
        look();
        nextDue().ifPresent(due -> new Pruning(machine).prune(due.journal(), due.what()));
    }

    private record Due(Journal journal, Retention.Due what) {}

    void greeted(JournalId journal) {
        releasing.of(journal).ifPresent(this::tell);
    }

    private void tell(Release release) {
        of.reception().peers().tell(release.origin(), Parcel.Kind.RELEASE, release.toBytes());
    }

    /** What is closed may go to the archive: its segments are sealed. */
    void sealAfter(LocalDate day) {
        for (Receiving receiving : of.reception().journals())
            if (of.days().endsWith(day, receiving.journal().id())) receiving.closeSegment();
    }

    private List<Journal> journals() {
        return of.reception().journals().stream().map(Receiving::journal).toList();
    }

    private void look() {
        long heard = of.link().heardMark();
        StoreHistory history =
                of.store().historyAt(machine.world().parts().marked(heard, of.store().own()));
        history.lastDay()
                .ifPresentOrElse(
                        closed ->
                                of.reception()
                                        .journals()
                                        .forEach(each -> find(each, history, closed)),
                        releasing::foundNothing);
    }

    private void find(Receiving receiving, StoreHistory history, LocalDate closed) {
        Journal journal = receiving.journal();
        long upTo = isUndisputed(receiving) ? settled(journal, history) : 0;
        Head known =
                releasing
                        .of(journal.id())
                        .map(Release::upTo)
                        .filter(before -> before.sequence() == upTo)
                        .orElseGet(() -> new Head(upTo, journal.hashAt(upTo)));
        releasing.found(journal.id(), known, closed);
    }

    private long settled(Journal journal, StoreHistory history) {
        long archived =
                Settled.archivedUpTo(
                        journal.segments(), segment -> archiving.isArchived(journal.id(), segment));
        return Settled.upTo(archived, of.days().settled(journal.id(), history));
    }

    /**
     * Nothing is open about it: nothing forked, no branch taken in, and nothing goes on from it.
     */
    private boolean isUndisputed(Receiving receiving) {
        return !receiving.quarantined()
                && machine.world().decisions().ending(receiving.journal().id()).isEmpty()
                && !of.days().tookIn(receiving.journal().id());
    }

    private Optional<Due> nextDue() {
        return of.reception().journals().stream()
                .filter(this::isUndisputed)
                .map(Receiving::journal)
                .flatMap(journal ->
                        releasing
                                .of(journal.id())
                                .flatMap(release -> due(journal, release))
                                .map(what -> new Due(journal, what))
                                .stream())
                .findFirst();
    }

    private Optional<Retention.Due> due(Journal journal, Release release) {
        return machine.world()
                .calendar()
                .atGateway()
                .next(
                        journal.segments(),
                        release.upTo().sequence(),
                        machine.today(),
                        release.closed());
    }
}
