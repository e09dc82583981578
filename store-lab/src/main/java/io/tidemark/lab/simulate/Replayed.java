package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/** A journal as it was found on disk, from its first entry, beside what else is told of it. */
final class Replayed implements EntryVisitor {
    private final List<Found> entries = new ArrayList<>();
    private final EntryVisitor other;

    Replayed(EntryVisitor other) {
        this.other = other;
    }

    /** All of it. */
    static List<Found> of(Journal journal) {
        Replayed replayed = new Replayed(EntryVisitor.NOBODY);
        journal.replay(1, replayed);
        return replayed.entries();
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        entries.add(new Found.Whole(hash, entry));
        other.entry(sequence, hash, entry);
    }

    @Override
    public void pruned(PrunedEntry left) {
        entries.add(new Found.Left(left));
        other.pruned(left);
    }

    List<Found> entries() {
        return entries;
    }

    Head head(JournalId journal) {
        return entries.isEmpty()
                ? Head.genesis(journal)
                : new Head(entries.size(), entries.getLast().hash());
    }
}
