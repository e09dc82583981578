package io.tidemark.edge.record;

import io.tidemark.ledger.event.CardMovement;

/**
 * What the gateway knows of a gift card.
 *
 * @param here moved with this device, which may be ahead of its gateway, or have forgotten
 * @param elsewhere moved with others
 */
public record CardKnown(CardMovement here, CardMovement elsewhere) {
    /** Together with what this till did. */
    public CardMovement with(CardMovement own) {
        return new CardMovement(
                        own.number(),
                        Math.max(own.loaded(), here.loaded()),
                        Math.max(own.spent(), here.spent()))
                .plus(elsewhere);
    }
}
