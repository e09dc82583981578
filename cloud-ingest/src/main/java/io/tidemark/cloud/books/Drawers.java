package io.tidemark.cloud.books;

import io.tidemark.cloud.books.Measured.Facets;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The drawers of a store over one business day, from the store Z through its supplements. A count
 * is held against all that the drawer should have had by then, and what an earlier count said of it
 * is not said twice; where nobody counted, nothing is over or short. What the drawer held is handed
 * in: after each close-down it stands at zero, and the safe has what was counted. Not safe for use
 * by several threads.
 */
public final class Drawers {
    private final Map<Drawer, Standing> standings = new HashMap<>();

    /** One tender in one currency, at one workstation. */
    public record Drawer(String workstation, TenderType tender, CurrencyCode currency) {
        static Drawer of(DrawerPart part) {
            return new Drawer(part.workstation(), part.tender(), part.expected().currency());
        }
    }

    /**
     * @param reached expected of all close-downs so far
     * @param over what was posted as over so far
     */
    private record Standing(Money reached, Money over) {}

    /** The next close-down of the day: what it makes over or short, and hands in. */
    public List<Measured> next(List<DrawerPart> parts) {
        Map<String, Measured> over = new LinkedHashMap<>();
        Map<String, Measured> handedIn = new LinkedHashMap<>();
        for (DrawerPart part : parts) {
            Money difference = difference(part);
            add(Measure.OVER_SHORT, part, difference, over);
            add(Measure.HANDED_IN, part, part.expected().plus(difference), handedIn);
        }
        List<Measured> all = new ArrayList<>(over.values());
        all.addAll(handedIn.values());
        return all.stream().filter(each -> !each.amount().isZero()).toList();
    }

    /** Instead of {@link #next}: only how much is over or short, of each that was counted. */
    public Map<Drawer, Money> nextOverShort(List<DrawerPart> parts) {
        Map<Drawer, Money> over = new LinkedHashMap<>();
        for (DrawerPart part : parts) {
            Money difference = difference(part);
            if (part.counted() != null) over.put(Drawer.of(part), difference);
        }
        return over;
    }

    private Money difference(DrawerPart part) {
        Money zero = Money.zero(part.expected().currency());
        Standing before = standings.getOrDefault(Drawer.of(part), new Standing(zero, zero));
        Money reached = before.reached().plus(part.expected());
        Money counted = part.counted();
        Money over = counted == null ? before.over() : counted.minus(reached);
        standings.put(Drawer.of(part), new Standing(reached, over));
        return over.minus(before.over());
    }

    private static void add(
            Measure measure, DrawerPart part, Money amount, Map<String, Measured> sums) {
        sums.merge(
                part.tender().code() + " " + amount.currency().code(),
                new Measured(measure, Facets.of(part.tender()), part.home(), amount),
                (a, b) -> new Measured(measure, a.facets(), a.home(), a.amount().plus(b.amount())));
    }
}
