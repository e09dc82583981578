package io.tidemark.cloud;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A gateway's journal in memory: real entries, really chained and signed. */
public final class StoreWriting {
    private final NodeIdentity gateway;
    private final JournalId journal;
    private final List<EntryBytes> entries = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    public StoreWriting(NodeIdentity gateway) {
        this(gateway, gateway.journal().epoch());
    }

    StoreWriting(NodeIdentity gateway, int epoch) {
        this.gateway = gateway;
        this.journal = new JournalId(gateway.name(), epoch);
        heads.add(Head.genesis(journal));
    }

    /** The same history, to be continued differently. */
    StoreWriting cloned() {
        StoreWriting clone = new StoreWriting(gateway);
        entries.forEach(clone::add);
        return clone;
    }

    public StoreWriting record(LocalDate day, Event event) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        gateway.workstation(),
                        "manager",
                        0,
                        day,
                        OffsetDateTime.parse(day + "T18:00:00Z"),
                        0,
                        1,
                        1);
        return add(EntryCodec.encode(new Entry(header, event)));
    }

    StoreWriting add(EntryBytes entry) {
        heads.add(heads.getLast().then(entry));
        entries.add(entry);
        return this;
    }

    EntryBytes last() {
        return entries.getLast();
    }

    public Head head() {
        return heads.getLast();
    }

    public Hello hello() {
        return new Hello(signed(entries.size()));
    }

    Batch batch(int from, int to) {
        return new Batch(journal, from, entries.subList(from - 1, to), signed(to));
    }

    public Batch all() {
        return batch(1, entries.size());
    }

    private SignedHead signed(int sequence) {
        return SignedHead.sign(journal, heads.get(sequence), gateway.signer());
    }
}
