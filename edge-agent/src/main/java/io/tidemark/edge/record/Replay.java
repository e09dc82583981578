package io.tidemark.edge.record;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;

/** Folds a till from its journal. */
public record Replay(Till till) implements EntryVisitor {
    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        till.apply(new Head(sequence, hash), EntryCodec.decode(entry));
    }

    @Override
    public void pruned(PrunedEntry left) {
        till.pruned(left);
    }
}
