package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.edge.record.CardKnown;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.util.concurrent.ExecutionException;

/** What gift cards have left. The gateway may be asked. */
@Controller("/api/v1/gift-cards")
@ExecuteOn(EnquiryThreads.NAME)
final class GiftCardsApi {
    private final Desks desks;

    GiftCardsApi(Desks desks) {
        this.desks = desks;
    }

    /**
     * @param balance by the gateway and what this till did since, or by what this till alone knows
     * @param gateway ANSWERED, OFFLINE or TIMED_OUT
     */
    @Serdeable
    record GiftCard(String number, Amount balance, String gateway) {}

    /** What a card has left, as this till would take it; nothing is reserved. */
    @Get("/{number}")
    GiftCard balance(String number) {
        CounterThreads.requireOne();
        TillDesk desk = desks.now();
        String card =
                Asked.checked(
                        () -> AtField.read("number", () -> CardUse.requireNumber(number.strip())));
        LookedUp.Card found = LookedUp.card(card, desk);
        CardMovement own = own(card, desk);
        CardKnown known = found.known();
        CardMovement all = known == null ? own : known.with(own);
        if (all.loaded() == 0)
            throw new Refusal(
                    Problem.of(
                                    HttpStatus.NOT_FOUND,
                                    "gift card "
                                            + card
                                            + (known == null
                                                    ? ": this till did not sell it, and the gateway is not reached"
                                                    : ": this store did not sell it"))
                            .ofKind("not-checked"));
        return new GiftCard(
                card,
                Amount.of(new Money(Math.max(0, all.balance()), desk.workplace().currency())),
                found.gateway());
    }

    private static CardMovement own(String card, TillDesk desk) {
        try {
            return desk.recorder().card(card);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the till cannot be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "the till is stopping");
        }
    }
}
