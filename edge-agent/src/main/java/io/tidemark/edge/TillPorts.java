package io.tidemark.edge;

import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.ledger.Signer;
import io.tidemark.node.kept.Room;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What a till needs of the world.
 *
 * @param business the clock its business runs on; a laboratory's in a laboratory
 * @param real the clock of waiting and back-off
 * @param uplink makes the way to the gateway, which hands events to that inbox
 * @param httpPort of the loopback pages and API; 0 for any free one
 * @param broken told of a broken promise, such as a failed force: the node must stop
 */
public record TillPorts(
        Signer signer,
        InstantSource business,
        InstantSource real,
        RandomGenerator random,
        Room room,
        Function<Inbox, Uplink> uplink,
        int httpPort,
        Consumer<Throwable> broken) {}
