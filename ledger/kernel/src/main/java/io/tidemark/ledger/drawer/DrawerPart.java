package io.tidemark.ledger.drawer;

import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a close-down says of one drawer. A count is of the whole drawer, also of what an earlier
 * close-down of the day took in: so over/short is known only with all parts before it.
 *
 * @param home whether it is in the store's currency
 * @param expected what the entries of this close-down alone added to the drawer
 * @param counted the last count among them; null where there is none
 */
public record DrawerPart(Drawer drawer, boolean home, Money expected, @Nullable Money counted) {
    /** From then on a count is carried on by what came after it in another journal. */
    private static final int RULES_COUNTING_ON = 4;

    /** The drawers of all workstations, each tender and currency once. */
    public static List<DrawerPart> of(StoreDayClosed closed) {
        Map<Drawer, DrawerPart> parts = new LinkedHashMap<>();
        for (TillDay till : inOrder(closed.tills()))
            for (DrawerPart part : of(till, closed.currency()))
                parts.merge(
                        part.drawer,
                        part,
                        closed.rulesVersion() < RULES_COUNTING_ON
                                ? DrawerPart::then
                                : DrawerPart::goingOn);
        return new ArrayList<>(parts.values());
    }

    /**
     * What one journal's part of a close-down says of its drawers.
     *
     * @param home the store's currency
     */
    public static List<DrawerPart> of(TillDay till, CurrencyCode home) {
        return till.totals().tenders().stream()
                .map(account ->
                        new DrawerPart(
                                Drawer.of(till.workstation(), account),
                                account.currency().equals(home),
                                account.expected(),
                                account.counted()))
                .toList();
    }

    /**
     * What was counted of all drawers with this tender in this currency, each once: a count in a
     * journal that goes on from another one is of what was handed in there, too. Empty where not
     * every one of them was counted.
     *
     * @param total of the whole store
     */
    public static Optional<Money> counted(StoreDayClosed closed, TenderAccount total) {
        List<Optional<Money>> drawers =
                of(closed).stream()
                        .filter(part -> part.drawer().key().equals(total.key()))
                        .map(part -> Optional.ofNullable(part.counted()))
                        .toList();
        return drawers.stream().allMatch(Optional::isPresent)
                ? drawers.stream().flatMap(Optional::stream).reduce(Money::plus)
                : Optional.empty();
    }

    /**
     * What came later at the same workstation, where nobody counted since as it is expected: what
     * the count found stands.
     */
    private DrawerPart goingOn(DrawerPart later) {
        Money whole =
                later.counted == null && counted != null
                        ? counted.plus(later.expected)
                        : later.counted;
        return new DrawerPart(drawer, home, expected.plus(later.expected), whole);
    }

    /** What came later at the same workstation, by rules that let a count stand as it was. */
    private DrawerPart then(DrawerPart later) {
        return new DrawerPart(
                drawer,
                home,
                expected.plus(later.expected),
                later.counted == null ? counted : later.counted);
    }

    /** A journal after the one it goes on from: the last count of a workstation is its last. */
    private static List<TillDay> inOrder(List<TillDay> tills) {
        return tills.stream()
                .sorted(Comparator.comparingInt(till -> predecessors(till, tills)))
                .toList();
    }

    private static int predecessors(TillDay till, List<TillDay> tills) {
        int count = 0;
        TillDay.@Nullable Continued from = till.continued();
        while (from != null && count < tills.size()) {
            count++;
            from = continued(from, tills);
        }
        return count;
    }

    private static TillDay.@Nullable Continued continued(
            TillDay.Continued journal, List<TillDay> tills) {
        for (TillDay till : tills)
            if (till.device().equals(journal.device()) && till.epoch() == journal.epoch())
                return till.continued();
        return null;
    }
}
