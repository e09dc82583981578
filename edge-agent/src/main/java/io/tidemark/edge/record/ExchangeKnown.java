package io.tidemark.edge.record;

/**
 * What the gateway says that bears on an exchange.
 *
 * @param here minor units of the store's currency that the customer exchanged with this device
 * @param elsewhere with others of the store
 * @param held by the store in minor units of the foreign currency
 */
public record ExchangeKnown(long here, long elsewhere, long held) {
    /**
     * What the customer exchanged in the store, by this and what the till knows: a till that was
     * replaced may know less of itself than the gateway, and one that was offline more.
     */
    long with(long own) {
        return Math.addExact(Math.max(here, own), elsewhere);
    }
}
