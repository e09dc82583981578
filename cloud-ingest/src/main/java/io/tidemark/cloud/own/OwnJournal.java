package io.tidemark.cloud.own;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.writer.SingleWriter;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionException;

/** Records what head office itself says. Safe for use by several threads. */
public final class OwnJournal {
    private static final int SIGNING_KEY = 1;

    private final Journal journal;
    private final NodeIdentity identity;
    private final Ports ports;

    /**
     * @param forced told after every force: there is more to follow
     */
    public record Ports(SingleWriter writer, Clock clock, Runnable forced) {}

    public OwnJournal(Journal journal, NodeIdentity identity, Ports ports) {
        this.journal = journal;
        this.identity = identity;
        this.ports = ports;
    }

    public NodeIdentity identity() {
        return identity;
    }

    public OffsetDateTime now() {
        return OffsetDateTime.now(ports.clock());
    }

    /**
     * On disk when this returns.
     *
     * @param operator who says it
     * @param masterDataVersion the current one
     */
    public void record(Event event, OffsetDateTime at, String operator, long masterDataVersion) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        identity.workstation(),
                        operator,
                        0,
                        at.toLocalDate(),
                        at,
                        0,
                        masterDataVersion,
                        SIGNING_KEY);
        Entry entry = new Entry(header, event);
        try {
            ports.writer()
                    .submit(group -> {
                        group.force(journal.id(), this::force);
                        return journal.append(EntryCodec.encode(entry));
                    })
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private void force() {
        journal.force(identity.signer());
        ports.forced().run();
    }
}
