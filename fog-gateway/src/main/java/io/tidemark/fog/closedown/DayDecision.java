package io.tidemark.fog.closedown;

import io.tidemark.fog.store.Prepared;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Decides a wish to close a day, on the gateway's writer, while devices go on sending. */
final class DayDecision {
    private final Closing.Ledgers ledgers;
    private final Checks checks;
    private final Closing.Around around;

    DayDecision(Closing.Ledgers ledgers, Checks checks, Closing.Around around) {
        this.ledgers = ledgers;
        this.checks = checks;
        this.around = around;
    }

    Outcome of(CloseDay wish, Group group) {
        StoreState state = ledgers.store().decided();
        StoreState.Filed before = state.commands().get(wish.command());
        if (before != null)
            return before.digest() == wish.digest()
                    ? new Outcome.Closed(before, true)
                    : new Outcome.IdReused();
        long usable = around.room().usableBytes();
        if (usable < Room.BYTES_MIN_TO_CLOSE)
            return new Outcome.NoRoom(usable, Room.BYTES_MIN_TO_CLOSE);
        if (!state.isWhole()) return new Outcome.Blocked(List.of(Checks.historyMissing()));
        Optional<Blocker> none = checks.noDayOfStore(wish.day(), state);
        if (none.isPresent()) return new Outcome.NoDayOfStore(none.get().text());
        Checklist checklist = checks.of(wish.day(), state);
        if (checklist.state() == Checklist.State.CLOSED)
            return new Outcome.AlreadyClosed(checklist.closed().getLast());
        SortedSet<String> leftOut = checklist.leftOut(wish.without());
        return refused(wish, checklist, leftOut)
                .orElseGet(() -> closed(wish, leftOut, state, group));
    }

    /**
     * @param leftOut the devices that the day would be closed without
     */
    private static Optional<Outcome> refused(
            CloseDay wish, Checklist checklist, SortedSet<String> leftOut) {
        List<Blocker> blockers = checklist.blockersWithout(wish.without());
        if (!blockers.isEmpty()) return Optional.of(new Outcome.Blocked(blockers));
        boolean isAllowed = wish.authority().isPresent() && wish.without().containsAll(leftOut);
        return isAllowed || leftOut.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.AuthorityNeeded(List.copyOf(leftOut)));
    }

    /**
     * What devices sent since the checklist was gone through is in what is added up here, so that a
     * till may have been opened again, or closed. The authority names those that the close-down is
     * without, and those that stood in the way all the time.
     */
    private Outcome closed(CloseDay wish, SortedSet<String> before, StoreState state, Group group) {
        CloseDown.MasterFacts facts = facts(wish.day(), state);
        List<DeviceDayFold> folds = folds(wish.day(), state);
        List<Blocker> unknown = folds.stream().flatMap(fold -> unknown(fold).stream()).toList();
        if (!unknown.isEmpty()) return new Outcome.Blocked(unknown);
        CloseDown.Folded folded = CloseDown.fold(wish.day(), state.history(), folds, facts);
        Checklist now = checks.of(wish.day(), state);
        NavigableSet<String> leftOut = new TreeSet<>(before);
        leftOut.retainAll(now.leftOut(wish.without()));
        leftOut.addAll(checks.standingFor(folded.closed().without()));
        return refused(wish, now, leftOut).orElseGet(() -> recorded(wish, leftOut, folded, group));
    }

    private List<DeviceDayFold> folds(LocalDate day, StoreState state) {
        return new DayFolds(day, state.history(), ledgers.columns())
                .of(ledgers.journals(), checks.endings(day, state));
    }

    /** All of it fits, or none of it is written. */
    private Outcome recorded(
            CloseDay wish, SortedSet<String> leftOut, CloseDown.Folded folded, Group group) {
        StoreJournal.Asked asked =
                new StoreJournal.Asked(wish.command(), wish.digest(), wish.operator());
        Optional<CloseDownAuthorised> allowed = allowed(wish, leftOut, folded.closed());
        return switch (ledgers.store().prepare(asked, folded, allowed)) {
            case Prepared.TooLarge(String why) -> new Outcome.TooLarge(why);
            case Prepared.Ready ready -> recorded(wish, ready, group);
        };
    }

    private Outcome recorded(CloseDay wish, Prepared.Ready ready, Group group) {
        long usable = around.room().usableBytes();
        long needed = Room.BYTES_MIN_TO_CLOSE + ready.bytes();
        if (usable < needed) return new Outcome.NoRoom(usable, needed);
        StoreJournal store = ledgers.store();
        store.close(ready, group);
        return new Outcome.Closed(
                Objects.requireNonNull(store.decided().commands().get(wish.command())), false);
    }

    /** By the current master data: where no version can be read, positions keep their rates. */
    private CloseDown.MasterFacts facts(LocalDate day, StoreState state) {
        Map<CurrencyCode, CloseDown.Quoted> quoted = new HashMap<>();
        for (ExchangeTerms terms : around.exchange().get().inForce(day))
            quoted.put(
                    terms.foreign(),
                    new CloseDown.Quoted(terms.rates().mid(), terms.bounds().positionMax()));
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
                        raise(
                                Alert.Kind.UNREADABLE,
                                device,
                                "entry " + sequence + " is kept but was not posted: " + why);
                case DeviceDayFold.Problem.TillZDiffers(String device, long sequence, String why) ->
                        raise(
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

    private void raise(Alert.Kind kind, String device, String text) {
        around.alerts().raise(kind, device, text);
    }
}
