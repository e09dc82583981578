package io.tidemark.cloud.ledger;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.projection.MemoryJournal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A gateway's journal that has nothing in it but close-downs. */
final class ClosedJournal {
    private ClosedJournal() {}

    static MemoryJournal of(String store, int epoch, StoreDayClosed... closed) {
        MemoryJournal journal =
                new MemoryJournal(
                        new JournalId(new NodeName("lab.example", store, "gateway"), epoch));
        for (StoreDayClosed each : closed)
            journal.append(EntryCodec.encode(new Entry(header(each.day()), each)));
        return journal;
    }

    static EntryHeader header(LocalDate day) {
        return new EntryHeader(
                EventType.STORE_DAY_CLOSED.code(),
                true,
                null,
                0,
                "gateway",
                "manager",
                0,
                day,
                OffsetDateTime.parse("2010-12-06T18:00:00Z"),
                0,
                1,
                1);
    }
}
