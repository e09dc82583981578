package io.tidemark.edge.ledger;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.projection.FollowedJournal;
import java.util.List;

/** The till's journal as its tables follow it. */
public record FollowedTill(Journal journal) implements FollowedJournal {
    @Override
    public JournalId id() {
        return journal.id();
    }

    @Override
    public Head forced() {
        return journal.forced();
    }

    @Override
    public Hash hashAt(long sequence) {
        return journal.hashAt(sequence);
    }

    @Override
    public List<EntryBytes> read(long from, int bytesTarget) {
        return journal.read(from, bytesTarget).entries();
    }
}
