package io.tidemark.lab.torture;

import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A store's suspended baskets, as their customers know them: one customer is at one till at a time.
 * Any thread.
 */
final class Waiting {
    /** Of one till that were not taken up there: it holds at most 200 of a day. */
    private static final int OF_ONE_TILL_MAX = 150;

    private final List<Suspended> baskets = new ArrayList<>();
    private final Map<Told.Origin, Integer> held = new HashMap<>();
    private long takenUpElsewhere;

    /**
     * @param id as the slip says
     * @param step that suspended it
     */
    record Suspended(String id, Told.Origin at, Scripted step) {}

    synchronized boolean hasRoom(Told.Origin till) {
        return held.getOrDefault(till, 0) < OF_ONE_TILL_MAX;
    }

    synchronized void add(Suspended basket) {
        baskets.add(basket);
        held.merge(basket.at(), 1, Integer::sum);
    }

    /** Some customer comes back, to any till. */
    synchronized Optional<Suspended> next(Random random) {
        return baskets.isEmpty()
                ? Optional.empty()
                : Optional.of(baskets.remove(random.nextInt(baskets.size())));
    }

    /** The till would not have it; the customer tries again later. */
    synchronized void sentAway(Suspended basket) {
        baskets.add(basket);
    }

    synchronized void takenUp(Suspended basket, Told.Origin till) {
        if (basket.at().equals(till)) held.merge(till, -1, Integer::sum);
        else takenUpElsewhere++;
    }

    /** How many were taken up at another till than suspended them. */
    synchronized long takenUpElsewhere() {
        return takenUpElsewhere;
    }
}
