package io.tidemark.fog.broker;

import io.tidemark.ledger.NodeName;
import java.util.concurrent.CompletionStage;

/**
 * Where the broker hands over what it hears. Called on the broker's threads: must return at once.
 */
public interface Arrivals {
    /**
     * Deals with it, then says how the publish is to be acknowledged. The PUBACK waits for that.
     */
    CompletionStage<Dealt> arrived(Arrival arrival);

    void connected(NodeName device);

    /**
     * The device's connection has ended, by its own wish or not; its will, if any, arrives as its
     * presence.
     */
    void disconnected(NodeName device);
}
