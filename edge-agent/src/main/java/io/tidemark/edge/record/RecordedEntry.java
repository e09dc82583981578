package io.tidemark.edge.record;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Entry;

/** An entry where it stands in one of the till's journals. */
public record RecordedEntry(JournalId journal, long sequence, Hash hash, Entry entry) {}
