package io.tidemark.ledger.closedown;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A till Z hands the drawer in. Where the day is opened again after it in another journal, a later
 * epoch's or a replacement's, the drawer begins empty: what is counted there is told with what was
 * handed in before, for a count in a close-down is of the whole drawer.
 */
final class HandedOn {
    private final LocalDate day;
    private final StoreHistory history;
    private final Workstations workstations;
    private final Map<JournalId, TillDay> own;
    private final Map<JournalId, TillDay> told = new HashMap<>();

    /**
     * @param own what this close-down takes in of each journal, by itself
     */
    HandedOn(
            LocalDate day,
            StoreHistory history,
            Workstations workstations,
            Map<JournalId, TillDay> own) {
        this.day = day;
        this.history = history;
        this.workstations = workstations;
        this.own = own;
    }

    TillDay told(JournalId journal) {
        TillDay known = told.get(journal);
        if (known != null) return known;
        TillDay part = own.get(journal);
        if (part == null) throw new IllegalArgumentException(journal + " has no part in " + day);
        TillDay whole =
                workstations.beginsEmpty(journal)
                        ? part.with(part.totals().countedBeyond(before(journal)))
                        : part;
        told.put(journal, whole);
        return whole;
    }

    /** What was handed in of each drawer in the journals that this one goes on from. */
    private Map<TenderAccount.Key, Money> before(JournalId journal) {
        Drawers drawers = new Drawers();
        Map<TenderAccount.Key, Money> held = new HashMap<>();
        for (JournalId earlier : workstations.ancestors(journal).reversed())
            for (TillDay part : parts(earlier).toList())
                for (Drawers.Held each : drawers.next(DrawerPart.of(part, history.currency())))
                    held.merge(each.part().drawer().key(), each.handedIn(), Money::plus);
        return held;
    }

    private Stream<TillDay> parts(JournalId journal) {
        Stream<TillDay> closed = history.parts(day, journal).stream();
        return own.containsKey(journal) ? Stream.concat(closed, Stream.of(told(journal))) : closed;
    }
}
