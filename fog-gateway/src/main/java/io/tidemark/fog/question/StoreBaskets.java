package io.tidemark.fog.question;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.question.ParkedBasket;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ResumedBasket;
import java.time.InstantSource;
import java.util.List;

/** The store's parked baskets: which there are, and who gets one. */
final class StoreBaskets {
    private final DeviceJournals journals;
    private final GatewayBaskets tables;
    private final StoreReceipts entries;
    private final Claims claims;

    StoreBaskets(
            DeviceJournals journals,
            GatewayBaskets tables,
            StoreReceipts entries,
            InstantSource clock) {
        this.journals = journals;
        this.tables = tables;
        this.entries = entries;
        this.claims = new Claims(clock);
    }

    Reply open(NodeName asking) {
        return new Reply.Baskets(
                tables.open().stream().limit(Reply.BASKETS_MAX).map(StoreBaskets::parked).toList(),
                tables.resumedElsewhere(asking.device()).stream()
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
    Reply claim(String basket, NodeName device) {
        List<GatewayBaskets.Resumed> resumed = tables.resumed(basket);
        boolean isIts = resumed.stream().anyMatch(each -> each.device().equals(device.device()));
        if (!resumed.isEmpty() && !isIts)
            return new Reply.BasketTaken(
                    resumed.getFirst().workstation(), resumed.getFirst().at().toInstant());
        return tables.find(basket)
                .map(found -> promised(found, device, isIts))
                .orElseGet(Reply.NotKnown::new);
    }

    private Reply promised(GatewayBaskets.Suspended basket, NodeName device, boolean isIts) {
        if (isIts) return content(basket);
        return claims.other(basket.basket(), device)
                .<Reply>map(
                        other -> new Reply.BasketTaken(workstation(other.device()), other.since()))
                .orElseGet(() -> content(basket));
    }

    private Reply content(GatewayBaskets.Suspended basket) {
        return entries.entry(basket.device(), basket.epoch(), basket.sequence())
                .<Reply>map(entry -> new Reply.BasketClaimed(basket.workstation(), entry))
                .orElseGet(Reply.NotKnown::new);
    }

    private String workstation(NodeName device) {
        return journals.of(device).map(DeviceJournal::workstation).orElse(device.device());
    }
}
