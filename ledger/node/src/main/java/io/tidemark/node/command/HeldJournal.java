package io.tidemark.node.command;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.ForcedPart;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.Whose;
import java.nio.file.Path;

/**
 * A journal in a node's home, and what opens it.
 *
 * @param origin checks the signatures of the node whose journal it is
 * @param provenance whether it is this node's own
 * @param beside its node runs
 */
record HeldJournal(
        JournalId id,
        Path directory,
        JournalKey key,
        Verifier origin,
        Provenance provenance,
        boolean beside) {
    /** To be looked at, unchecked, beside a running node. */
    JournalView view() {
        return new JournalView(id, FileStorage.toRead(directory), key);
    }

    /** To be read after a check of every byte; of a running node, as far as it is forced. */
    Journal checked(EntryVisitor visitor) {
        Storage files = FileStorage.toRead(directory);
        Storage sound = beside ? ForcedPart.of(id, files) : files;
        return Journal.openToRead(whose(), sound, visitor);
    }

    /** What it takes to check it. */
    Whose whose() {
        return new Whose(id, key, origin, provenance);
    }
}
