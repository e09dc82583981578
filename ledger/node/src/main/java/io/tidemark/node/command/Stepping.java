package io.tidemark.node.command;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;

/** Takes a step at each entry, whole or pruned, before another sees it. */
record Stepping(Runnable step, EntryVisitor then) implements EntryVisitor {
    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        step.run();
        then.entry(sequence, hash, entry);
    }

    @Override
    public void pruned(PrunedEntry left) {
        step.run();
        then.pruned(left);
    }
}
