package io.tidemark.ledger.drawer;

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

    /**
     * @param reached expected of all close-downs so far
     * @param over what was said to be over so far
     */
    private record Standing(Money reached, Money over) {}

    /**
     * A part, held against those before it.
     *
     * @param overShort what it says beyond them: over where positive, short where negative
     */
    public record Held(DrawerPart part, Money overShort) {
        /** What the drawer held at the end of this part: as counted, or as expected. */
        public Money handedIn() {
            return part.expected().plus(overShort);
        }
    }

    /** The next close-down of the day. */
    public List<Held> next(List<DrawerPart> parts) {
        List<Held> held = new ArrayList<>();
        for (DrawerPart part : parts) held.add(new Held(part, overShort(part)));
        return held;
    }

    /** The same: only how much is over or short, of each drawer that was counted. */
    public Map<Drawer, Money> nextCounted(List<DrawerPart> parts) {
        Map<Drawer, Money> counted = new LinkedHashMap<>();
        for (Held held : next(parts))
            if (held.part().counted() != null) counted.put(held.part().drawer(), held.overShort());
        return counted;
    }

    private Money overShort(DrawerPart part) {
        Money zero = Money.zero(part.expected().currency());
        Standing before = standings.getOrDefault(part.drawer(), new Standing(zero, zero));
        Money reached = before.reached().plus(part.expected());
        Money counted = part.counted();
        Money over = counted == null ? before.over() : counted.minus(reached);
        standings.put(part.drawer(), new Standing(reached, over));
        return over.minus(before.over());
    }
}
