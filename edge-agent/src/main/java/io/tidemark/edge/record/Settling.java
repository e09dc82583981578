package io.tidemark.edge.record;

import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.MinorUnitsMoved;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.masterdata.SettleRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a drawer's count has come. Money that moves begins it anew, and so does another journal,
 * which is told the figures and not how often they were counted.
 *
 * <pre>
 * step      what is recorded                                       next
 * COUNT     a count of every currency that the drawer has cash in  RECOUNT, REASON, READY
 * RECOUNT   another count of what is beyond the tolerance          RECOUNT, REASON, READY
 * REASON    why, with a second person's approval                   SETTLED
 * READY     over/short, with the count that came to it             SETTLED
 * SETTLED   a sale, a movement of cash                             COUNT
 * </pre>
 *
 * @param counts how often each was counted since money last moved
 * @param counters numbers of those who did
 * @param settled whether that was held against what should be there
 */
public record Settling(Map<InDrawer, Integer> counts, Set<String> counters, boolean settled) {
    static final Settling NOTHING_COUNTED = new Settling(Map.of(), Set.of(), false);

    /** What is to be done next. */
    public enum Step {
        COUNT,
        RECOUNT,
        REASON,
        READY,
        SETTLED
    }

    public Settling {
        counts = Map.copyOf(counts);
        counters = Set.copyOf(counters);
    }

    /**
     * @param operator who recorded it
     */
    Settling after(String operator, Event event) {
        if (MinorUnitsMoved.by(event) != 0) return NOTHING_COUNTED;
        if (event instanceof OverShortFound) return new Settling(counts, counters, true);
        if (!(event instanceof TillCounted(var counted))) return this;
        Map<InDrawer, Integer> more = new HashMap<>(counts);
        counted.forEach(each -> more.merge(InDrawer.of(each), 1, Integer::sum));
        Set<String> all = new HashSet<>(counters);
        all.add(operator);
        return new Settling(more, all, false);
    }

    /** Whether any of it was counted before, and what should be there has been told since. */
    boolean isKnown(List<CountedTender> counted) {
        return settled && counted.stream().map(InDrawer::of).anyMatch(counts::containsKey);
    }

    /**
     * Where that leaves whoever counts: nothing of it says what should be there.
     *
     * @param rules null where any difference is taken as it is
     */
    SettleStanding standing(Totals totals, @Nullable SettleRules rules) {
        if (settled) return new SettleStanding(Step.SETTLED, List.of());
        List<InDrawer> missing = uncounted(totals);
        if (!missing.isEmpty()) return new SettleStanding(Step.COUNT, missing);
        List<InDrawer> beyond = rules == null ? List.of() : beyond(totals, rules);
        if (beyond.isEmpty()) return new SettleStanding(Step.READY, List.of());
        List<InDrawer> again = again(beyond, rules);
        return again.isEmpty()
                ? new SettleStanding(Step.REASON, beyond)
                : new SettleStanding(Step.RECOUNT, again);
    }

    private List<InDrawer> uncounted(Totals totals) {
        return totals.tenders().stream()
                .filter(account -> account.type().isCash())
                .map(InDrawer::of)
                .filter(each -> !counts.containsKey(each))
                .toList();
    }

    private List<InDrawer> beyond(Totals totals, SettleRules rules) {
        return counted(totals).stream()
                .filter(account ->
                        account.overShort().map(over -> !rules.tolerates(over)).orElse(false))
                .map(InDrawer::of)
                .toList();
    }

    private List<InDrawer> again(List<InDrawer> beyond, @Nullable SettleRules rules) {
        int recounts = rules == null ? 0 : rules.recounts();
        return beyond.stream().filter(each -> counts.getOrDefault(each, 0) <= recounts).toList();
    }

    /** What was counted since money last moved. */
    List<TenderAccount> counted(Totals totals) {
        return totals.tenders().stream()
                .filter(account -> counts.containsKey(InDrawer.of(account)))
                .toList();
    }
}
