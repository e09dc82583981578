package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is connected to a receiver, with which journal each has greeted, and what is handed down. */
final class Peers {
    private static final int OFFERED_AGAIN_MILLIS = 10_000;

    private final Machine machine;
    private final Map<Wire, Integer> connections = new LinkedHashMap<>();
    private final Map<Wire, JournalId> greeted = new LinkedHashMap<>();

    Peers(Machine machine) {
        this.machine = machine;
    }

    void connected(Wire wire, int connection) {
        connections.put(wire, connection);
        wire.toClient(Parcel.of(connection, Parcel.Kind.UP));
    }

    /** 0 for none. */
    int connection(Wire wire) {
        return connections.getOrDefault(wire, 0);
    }

    void greeted(Wire wire, JournalId journal) {
        greeted.put(wire, journal);
        machine.world().decisions().ending(journal).ifPresent(over -> deliver(wire, over));
    }

    /** Tells whoever has greeted with this journal last. */
    void tell(JournalId journal, Parcel.Kind kind, byte[] bytes) {
        greeted.forEach((wire, by) -> {
            if (by.equals(journal)) wire.toClient(Parcel.of(connection(wire), kind, bytes));
        });
    }

    /** To whoever has greeted with the journal that has ended. */
    void offer(Continuation over) {
        greeted.forEach((wire, journal) -> {
            if (journal.equals(over.grant().continued())) deliver(wire, over);
        });
    }

    /**
     * A connection that lives delivers in the end, as TCP does: sent again until the device has
     * taken it, which ends the connection. Nobody greets again while one lives.
     */
    private void deliver(Wire wire, Continuation over) {
        int connection = connection(wire);
        offer(wire, over);
        machine.later(
                OFFERED_AGAIN_MILLIS,
                () -> {
                    boolean lives = connection(wire) == connection;
                    if (lives && wire.client().isRunning()) deliver(wire, over);
                });
    }

    void offer(Wire wire, Continuation over) {
        wire.toClient(Parcel.of(connection(wire), Parcel.Kind.GRANT, over.toBytes()));
    }
}
