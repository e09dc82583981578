package io.tidemark.edge.record;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.Entry;

/** An entry where it stands in the till's journal. */
public record RecordedEntry(long sequence, Hash hash, Entry entry) {}
