package io.tidemark.edge.record;

import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

    /** Of those remembered, whose sale is: what is left of another's here says little. */
    private final Set<String> sold = new HashSet<>();

    void add(RetailTransaction transaction) {
        for (Line line : transaction.lines()) {
            String card = line.details().card();
            if (card != null && !line.gross().isNegative()) sold.add(card);
        }
        for (CardMovement moved : CardMovement.of(transaction)) {
            cards.merge(moved.number(), moved, CardMovement::plus);
            if (cards.size() > REMEMBERED_MAX) forgetOldest();
        }
    }

    private void forgetOldest() {
        String oldest = cards.keySet().iterator().next();
        cards.remove(oldest);
        sold.remove(oldest);
    }

    /** Whether its sale is among what is known here; an old one may have been given up. */
    boolean isSold(String number) {
        return sold.contains(number);
    }

    CardMovement of(String number) {
        return cards.getOrDefault(number, new CardMovement(number, 0, 0));
    }
}
