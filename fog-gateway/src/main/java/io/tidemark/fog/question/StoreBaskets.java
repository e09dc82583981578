package io.tidemark.fog.question;

import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.question.ParkedBasket;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ResumedBasket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The store's parked baskets: which there are, and who gets one. */
public final class StoreBaskets {
    private final Known known;
    private final Claims claims;

    /** What the gateway has of baskets. */
    public interface Known {
        /** Those that nobody has taken up. */
        List<GatewayBaskets.Suspended> open();

        Optional<GatewayBaskets.Suspended> find(String basket);

        List<GatewayBaskets.Resumed> resumed(String basket);

        /** Those of this device's that were taken up at other tills. */
        List<GatewayBaskets.Resumed> resumedElsewhere(String device);

        /** The entry that suspended it; empty where that is not here. */
        Optional<EntryBytes> entry(GatewayBaskets.Suspended basket);

        /** Where this device stands, for a person. */
        String workstation(NodeName device);
    }

    /**
     * @param real what a promise to a till runs out by
     * @param business what people are told by
     */
    public StoreBaskets(Known known, InstantSource real, InstantSource business) {
        this.known = known;
        this.claims = new Claims(real, business);
    }

    Reply open(NodeName asking) {
        return new Reply.Baskets(
                known.open().stream().limit(Reply.BASKETS_MAX).map(StoreBaskets::parked).toList(),
                known.resumedElsewhere(asking.device()).stream()
                        .limit(Reply.BASKETS_MAX)
                        .map(StoreBaskets::resumed)
                        .toList());
    }

    private static ResumedBasket resumed(GatewayBaskets.Resumed basket) {
        return new ResumedBasket(basket.basket(), basket.workstation(), basket.at().toInstant());
    }

    private static ParkedBasket parked(GatewayBaskets.Suspended basket) {
        return new ParkedBasket(
                basket.basket(),
                basket.workstation(),
                basket.day(),
                basket.at().toInstant(),
                basket.operator(),
                basket.lines(),
                new Money(basket.gross(), new CurrencyCode(basket.currency())));
    }

    /** The till that has it already is given it again: it may have lost the reply. */
    public Reply claim(String basket, NodeName device) {
        List<GatewayBaskets.Resumed> resumed = known.resumed(basket);
        boolean isIts = resumed.stream().anyMatch(each -> each.device().equals(device.device()));
        if (!resumed.isEmpty() && !isIts)
            return new Reply.BasketTaken(
                    resumed.getFirst().workstation(), resumed.getFirst().at().toInstant());
        return known.find(basket)
                .map(found -> promised(found, device, isIts))
                .orElseGet(Reply.NotKnown::new);
    }

    Reply release(String basket, NodeName device) {
        claims.release(basket, device);
        return new Reply.BasketReleased();
    }

    private Reply promised(GatewayBaskets.Suspended basket, NodeName device, boolean isIts) {
        if (isIts) return content(basket);
        return claims.other(basket.basket(), device)
                .<Reply>map(other ->
                        new Reply.BasketTaken(known.workstation(other.device()), other.since()))
                .orElseGet(() -> content(basket));
    }

    private Reply content(GatewayBaskets.Suspended basket) {
        return known.entry(basket)
                .<Reply>map(entry -> new Reply.BasketClaimed(basket.workstation(), entry))
                .orElseGet(Reply.NotKnown::new);
    }
}
