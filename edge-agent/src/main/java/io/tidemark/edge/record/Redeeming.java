package io.tidemark.edge.record;

import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether gift cards have what is paid with them. The gateway's word, with what this till did
 * since, is enough; without it a card that was sold here is taken for what is left of it here; any
 * other is taken only if somebody says so and a supervisor allows it, and is said to be unchecked.
 * What was spent twice so shows at the gateway.
 */
final class Redeeming {
    private final Command command;
    private final CardsHere here;
    private final CurrencyCode currency;
    private final Map<String, Boolean> checked = new LinkedHashMap<>();
    private boolean guessed;

    Redeeming(Command command, CardsHere here, CurrencyCode currency) {
        this.command = command;
        this.here = here;
        this.currency = currency;
    }

    /**
     * The basket with its gift cards checked.
     *
     * @throws NotAllowed if one has too little on it, or nobody can tell and nobody vouches
     */
    Basket checked(Basket basket) {
        Map<String, Long> wanted = new LinkedHashMap<>();
        for (Tender tender : basket.tenders()) {
            CardUse card = tender.card();
            if (card == null) continue;
            requireGiftCard(tender);
            wanted.merge(card.number(), Math.max(0, tender.amount().minor()), Math::addExact);
        }
        if (wanted.isEmpty()) return basket;
        wanted.forEach((number, minor) -> checked.put(number, check(number, minor, basket)));
        List<Tender> tenders = new ArrayList<>();
        for (Tender tender : basket.tenders()) tenders.add(checked(tender));
        return basket.paidWith(tenders);
    }

    /** Whether somebody must answer for a card that nobody knows. */
    boolean isGuessed() {
        return guessed;
    }

    private Tender checked(Tender tender) {
        CardUse card = tender.card();
        if (card == null) return tender;
        boolean known = checked.getOrDefault(card.number(), false);
        return Tender.of(new CardUse(card.number(), known), tender.amount());
    }

    private void requireGiftCard(Tender tender) {
        if (!tender.type().equals(TenderType.GIFT_CARD))
            throw new NotAllowed(
                    Refusal.Kind.TENDERS,
                    "only a GIFT_CARD has a card's number, not " + tender.type());
        if (!tender.amount().currency().equals(currency))
            throw new NotAllowed(
                    Refusal.Kind.TENDERS, "gift cards are in " + currency + " in this store");
    }

    private boolean check(String number, long wanted, Basket basket) {
        @Nullable CardKnown known = command.found().cards().get(number);
        CardMovement own = here.of(number);
        CardMovement all = known == null ? own : known.with(own);
        // A redemption that was undone loads a card, too, and tells nothing of what was on it.
        boolean isKnown = known == null ? here.isSold(number) : all.loaded() > 0;
        if (wanted == 0 || (isKnown && all.balance() >= wanted)) return known != null;
        if (isKnown)
            throw new NotAllowed(
                    Refusal.Kind.GIFT_CARD,
                    "gift card "
                            + number
                            + " has "
                            + new Money(Math.max(0, all.balance()), currency)
                            + " left: pay the rest otherwise");
        if (!basket.extras().unchecked())
            throw new NotAllowed(
                    Refusal.Kind.NOT_CHECKED,
                    "nobody here can tell what gift card "
                            + number
                            + " has left: "
                            + (known == null
                                    ? "the gateway is not reached, and this till did not sell it"
                                    : "this store did not sell it")
                            + ". To take it all the same, say so (unchecked)");
        guessed = true;
        return false;
    }
}
