package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Basket;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What one cashier was told of the gift cards that this till sold: minor units on each. */
final class GiftCards {
    private final Map<String, Long> left = new HashMap<>();

    void forget() {
        left.clear();
    }

    void told(RetailTransaction given) {
        for (Line line : given.lines()) {
            String card = line.details().card();
            if (card != null) left.merge(card, line.gross().minor(), Math::addExact);
        }
        for (Tender tender : given.tenders()) {
            CardUse card = tender.card();
            if (card != null)
                left.computeIfPresent(
                        card.number(), (_, on) -> Math.subtractExact(on, tender.base().minor()));
        }
    }

    /** Whatever is left on it. */
    Optional<String> any(SplittableRandom random) {
        return left.isEmpty()
                ? Optional.empty()
                : left.keySet().stream().sorted().skip(random.nextInt(left.size())).findFirst();
    }

    /** Whether more is to be paid with a card than is left on it, as far as is written here. */
    boolean exceeds(Basket basket) {
        for (Tender tender : basket.tenders()) {
            CardUse card = tender.card();
            if (card != null && tender.amount().minor() > left.getOrDefault(card.number(), 0L))
                return true;
        }
        return false;
    }

    /** Whether a card that it sold was spent since, so that it cannot be undone any more. */
    boolean isSpent(RetailTransaction sold) {
        for (Line line : sold.lines()) {
            String card = line.details().card();
            if (card != null && left.getOrDefault(card, 0L) < line.gross().minor()) return true;
        }
        return false;
    }
}
