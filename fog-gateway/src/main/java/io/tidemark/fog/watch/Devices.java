package io.tidemark.fog.watch;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.sync.Presence;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Which devices are connected, and what they said of themselves. Safe for use by several threads.
 */
public final class Devices {
    private final Clock clock;
    private final Changes changes;
    private final Sighting never;
    private final Map<NodeName, Sighting> seen = new ConcurrentHashMap<>();
    private final Map<NodeName, Integer> connections = new ConcurrentHashMap<>();

    public Devices(Clock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
        this.never = new Sighting(false, clock.instant(), 0, 0, false);
    }

    public Sighting of(NodeName device) {
        return seen.getOrDefault(device, never);
    }

    public void connected(NodeName device) {
        connections.merge(device, 1, Integer::sum);
        online(device, true);
    }

    /** A device that came back on a new connection before its old one was missed stays online. */
    public void disconnected(NodeName device) {
        int left = connections.merge(device, -1, Integer::sum);
        if (left <= 0) online(device, false);
    }

    /** A presence says nothing of epochs: it is about the one that the device greets with. */
    public void said(NodeName device, Presence presence) {
        boolean quarantined = presence.state() == Presence.State.QUARANTINED;
        update(device, was -> was.told(was.epoch(), presence.forced()).quarantined(quarantined));
    }

    /** The device has recorded this much of this journal. */
    public void told(JournalId journal, long sequence) {
        update(journal.node(), was -> was.told(journal.epoch(), sequence));
    }

    private void online(NodeName device, boolean online) {
        Instant now = clock.instant();
        update(device, was -> was.online(online, now));
    }

    private void update(NodeName device, UnaryOperator<Sighting> change) {
        Sighting before = of(device);
        Sighting after = seen.compute(device, (_, was) -> change.apply(was == null ? never : was));
        if (!before.equals(after)) changes.happened();
    }
}
