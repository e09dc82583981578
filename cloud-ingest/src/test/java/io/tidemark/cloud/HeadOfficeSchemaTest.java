package io.tidemark.cloud;

import io.tidemark.cloud.ledger.HeadOfficeSchema;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.projection.ProjectionSchemaContract;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Head office's tables are held to what every node's are. */
class HeadOfficeSchemaTest extends ProjectionSchemaContract {
    private static final LocalDate MONDAY = Days.MONDAY;
    private static final MasterDataAdopted ADOPTED =
            new MasterDataAdopted(1, Hash.digest(new byte[] {1}));

    @Override
    protected ProjectionSchema schema() {
        return new HeadOfficeSchema();
    }

    /**
     * Two stores, one of them with two lives of its gateway that claim the same day, and head
     * office's own.
     */
    @Override
    protected List<MemoryJournal> journals() {
        return List.of(
                journal("head-office", "ledger", 1, ADOPTED),
                journal(
                        "s001",
                        "gateway",
                        1,
                        ADOPTED,
                        Days.closed(MONDAY, 1, 60_000, 2),
                        Days.closed(MONDAY, 2, 99_900, 1),
                        Days.supplement(MONDAY, 1, 1, 1_000),
                        Days.wronglyAdded(MONDAY.plusDays(1))),
                journal("s001", "gateway", 2, ADOPTED, Days.closed(MONDAY, 1, 70_000, 1)),
                journal("s002", "gateway", 1, Days.closedWithout(MONDAY, 1, 5_000, "till-2")));
    }

    private static MemoryJournal journal(String store, String device, int epoch, Event... events) {
        MemoryJournal journal =
                new MemoryJournal(new JournalId(new NodeName("lab.example", store, device), epoch));
        for (Event event : events)
            journal.append(EntryCodec.encode(new Entry(header(event), event)));
        return journal;
    }

    private static EntryHeader header(Event event) {
        EventType type = EventType.of(event).orElseThrow();
        OffsetDateTime at = OffsetDateTime.parse("2010-12-06T18:00:00Z");
        return new EntryHeader(
                type.code(),
                type.critical(),
                null,
                0,
                "gateway",
                "manager",
                0,
                MONDAY,
                at,
                0,
                1,
                1);
    }
}
