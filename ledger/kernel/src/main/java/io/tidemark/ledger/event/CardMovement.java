package io.tidemark.ledger.event;

import java.util.ArrayList;
import java.util.List;

/**
 * What a receipt did to a gift card. Both amounts only ever add up, whichever way a receipt went,
 * so that two who know different receipts of a card can be put together.
 *
 * @param number the card's
 * @param loaded minor units of the transaction's currency that came onto it: sold, paid back to it,
 *     or a redemption undone
 * @param spent minor units that went off it: redeemed, or its sale undone
 */
public record CardMovement(String number, long loaded, long spent) {
    /** In the receipt's order: its lines, then its tenders. */
    public static List<CardMovement> of(RetailTransaction transaction) {
        List<CardMovement> all = new ArrayList<>();
        for (Line line : transaction.lines()) {
            String card = line.details().card();
            if (card != null) all.add(moved(card, line.gross().minor()));
        }
        for (Tender tender : transaction.tenders()) {
            CardUse use = tender.card();
            if (use != null) all.add(moved(use.number(), -tender.base().minor()));
        }
        return all;
    }

    private static CardMovement moved(String number, long minor) {
        return new CardMovement(number, Math.max(minor, 0), Math.max(-minor, 0));
    }

    public CardMovement plus(CardMovement other) {
        return new CardMovement(
                number, Math.addExact(loaded, other.loaded), Math.addExact(spent, other.spent));
    }

    /** Below zero where more was spent than ever was on it. */
    public long balance() {
        return loaded - spent;
    }
}
