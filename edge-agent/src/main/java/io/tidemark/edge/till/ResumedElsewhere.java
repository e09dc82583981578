package io.tidemark.edge.till;

import io.tidemark.edge.record.Parked;
import io.tidemark.ledger.question.ResumedBasket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of this till's baskets another one has taken up, as far as the gateway told: remembered
 * while the gateway is away, until the next start. Any thread may ask.
 */
final class ResumedElsewhere {
    private volatile Map<String, ResumedBasket> known = Map.of();

    /** Of those that are not in this till's list any more, nothing is kept. */
    synchronized void told(List<ResumedBasket> resumed, List<Parked> here) {
        Map<String, ResumedBasket> all = new HashMap<>(known);
        resumed.forEach(basket -> all.put(basket.basket(), basket));
        Set<String> listed = here.stream().map(Parked::basket).collect(Collectors.toSet());
        all.keySet().retainAll(listed);
        known = Map.copyOf(all);
    }

    Optional<ResumedBasket> find(String basket) {
        return Optional.ofNullable(known.get(basket));
    }
}
