package io.tidemark.edge;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Entries of a till where only their type and their day matter. */
public final class TestEntries {
    private TestEntries() {}

    public static EntryBytes entry(EventType type, LocalDate day, Event event) {
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        "Till 1",
                        "Mary",
                        1,
                        day,
                        day.atTime(9, 0).atOffset(ZoneOffset.UTC),
                        0,
                        0,
                        1);
        return EntryCodec.encode(new Entry(header, event));
    }
}
