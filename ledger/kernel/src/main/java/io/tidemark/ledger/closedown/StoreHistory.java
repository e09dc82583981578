package io.tidemark.ledger.closedown;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.stock.StockStanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the store closed so far, in the order of its journal.
 *
 * @param stock where the last close-down left its goods
 */
public record StoreHistory(
        CurrencyCode currency, List<StoreDayClosed> closed, StockStanding stock) {
    public StoreHistory {
        closed = List.copyOf(closed);
    }

    /** Where nobody wants to know of its goods. */
    public StoreHistory(CurrencyCode currency, List<StoreDayClosed> closed) {
        this(currency, closed, StockStanding.NONE);
    }

    public static StoreHistory none(CurrencyCode currency) {
        return new StoreHistory(currency, List.of());
    }

    /** Where nobody wants to know of its goods. */
    public StoreHistory then(StoreDayClosed next) {
        return then(next, stock);
    }

    public StoreHistory then(CloseDown.Folded next) {
        return then(next.closed(), next.stock());
    }

    /**
     * @param left where that close-down leaves the goods
     */
    public StoreHistory then(StoreDayClosed next, StockStanding left) {
        List<StoreDayClosed> more = new ArrayList<>(closed);
        more.add(next);
        return new StoreHistory(currency, more, left);
    }

    /** The same, where the goods are known to stand so. */
    public StoreHistory with(StockStanding known) {
        return new StoreHistory(currency, closed, known);
    }

    public GrandTotals grand() {
        return closed.isEmpty() ? GrandTotals.none(currency) : closed.getLast().grand();
    }

    /** The store Z and its supplements of a day, in order; empty where it is not closed. */
    public List<StoreDayClosed> of(LocalDate day) {
        return closed.stream().filter(each -> each.day().equals(day)).toList();
    }

    public boolean isClosed(LocalDate day) {
        return !of(day).isEmpty();
    }

    /** The Z number for a close-down of this day: its own if it is closed, else the next. */
    public long zNumberFor(LocalDate day) {
        return of(day).stream()
                .findFirst()
                .map(StoreDayClosed::zNumber)
                .orElseGet(() ->
                        closed.stream().mapToLong(StoreDayClosed::zNumber).max().orElse(0) + 1);
    }

    /** The last sequence of this journal that close-downs of the day took in, 0 for none. */
    public long takenUpTo(LocalDate day, JournalId journal) {
        return parts(day, journal).stream().mapToLong(TillDay::last).max().orElse(0);
    }

    /**
     * Entries of one journal that a close-down took in: those of its day, from one to another.
     *
     * @param first sequence of the first of them
     * @param last sequence of the last
     */
    public record Taken(LocalDate day, long first, long last) {}

    /** What close-downs of this day and of later ones took in of a journal, in their order. */
    public List<Taken> taken(JournalId journal, LocalDate since) {
        List<Taken> taken = new ArrayList<>();
        for (StoreDayClosed each : closed)
            if (!each.day().isBefore(since))
                for (TillDay till : each.tills())
                    if (till.isOf(journal) && till.first() > 0)
                        taken.add(new Taken(each.day(), till.first(), till.last()));
        return taken;
    }

    /** Whether a close-down of the day has a part for this journal. */
    public boolean hasPart(LocalDate day, JournalId journal) {
        return !parts(day, journal).isEmpty();
    }

    /** Whether this device's till Z of the day was taken in. */
    public boolean hasTillZ(LocalDate day, JournalId journal) {
        return parts(day, journal).stream().anyMatch(TillDay::isClosed);
    }

    /** The newest business day closed. */
    public Optional<LocalDate> lastDay() {
        return closed.stream().map(StoreDayClosed::day).max(LocalDate::compareTo);
    }

    /** What each close-down of the day took in of this journal, oldest first. */
    List<TillDay> parts(LocalDate day, JournalId journal) {
        return of(day).stream()
                .flatMap(each -> each.tills().stream())
                .filter(till -> till.isOf(journal))
                .toList();
    }
}
