package io.tidemark.ledger.event;

/** An entry as a program reads it; {@link EntryCodec} turns it into bytes and back. */
public record Entry(EntryHeader header, Event event) {}
