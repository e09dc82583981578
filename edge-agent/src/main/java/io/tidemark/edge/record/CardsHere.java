package io.tidemark.edge.record;

import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.RetailTransaction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this till itself did to gift cards: all that it can go by while its gateway is away. Changed
 * by the till's fold only.
 */
final class CardsHere {
    /**
     * Cards remembered; the one that was used longest ago is forgotten, and then only the gateway
     * knows of it. At 200 bytes each this is 10 MB.
     */
    static final int REMEMBERED_MAX = 50_000;

    private final Map<String, CardMovement> cards = new LinkedHashMap<>(16, 0.75f, true);

    void add(RetailTransaction transaction) {
        for (CardMovement moved : CardMovement.of(transaction)) {
            cards.merge(moved.number(), moved, CardMovement::plus);
            if (cards.size() > REMEMBERED_MAX) cards.remove(cards.keySet().iterator().next());
        }
    }

    CardMovement of(String number) {
        return cards.getOrDefault(number, new CardMovement(number, 0, 0));
    }
}
