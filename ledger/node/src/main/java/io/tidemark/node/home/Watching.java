package io.tidemark.node.home;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.EntryVisitor;

/** Is shown how far the reading of journals has come. */
@FunctionalInterface
public interface Watching {
    Watching NOBODY = (journal, visitor) -> visitor;

    /** The visitor to read that journal with in the place of this one. */
    EntryVisitor over(JournalId journal, EntryVisitor visitor);
}
