package io.tidemark.node.command;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.JournalView;
import java.nio.file.Path;

/**
 * A journal in a node's home, and what opens it.
 *
 * @param origin checks the signatures of the node whose journal it is
 */
record HeldJournal(JournalId id, Path directory, JournalKey key, Verifier origin) {
    /** To be looked at, unchecked, beside a running node. */
    JournalView view() {
        return new JournalView(id, FileStorage.toRead(directory), key);
    }

    /** To be read after a check of every byte, beside a running node. */
    Journal checked(EntryVisitor visitor) {
        return Journal.openToRead(id, FileStorage.toRead(directory), key, origin, visitor);
    }
}
