package io.tidemark.node.projection;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.util.ArrayList;
import java.util.List;

/** A journal of which everything that was appended counts as forced. */
public final class MemoryJournal implements FollowedJournal {
    private final JournalId id;
    private final List<EntryBytes> entries = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    public MemoryJournal(JournalId id) {
        this.id = id;
        heads.add(Head.genesis(id));
    }

    public static MemoryJournal of(JournalId id, Iterable<EntryBytes> entries) {
        MemoryJournal journal = new MemoryJournal(id);
        for (EntryBytes entry : entries) journal.append(entry);
        return journal;
    }

    public synchronized Head append(EntryBytes entry) {
        entries.add(entry);
        heads.add(heads.getLast().then(entry));
        return heads.getLast();
    }

    /** The same journal as it was at an earlier entry. */
    public synchronized MemoryJournal upTo(long sequence) {
        return of(id, entries.subList(0, Math.toIntExact(sequence)));
    }

    @Override
    public JournalId id() {
        return id;
    }

    @Override
    public synchronized Head forced() {
        return heads.getLast();
    }

    @Override
    public synchronized Hash hashAt(long sequence) {
        return heads.get(Math.toIntExact(sequence)).hash();
    }

    @Override
    public synchronized List<EntryBytes> read(long from, int bytesTarget) {
        List<EntryBytes> slice = new ArrayList<>();
        int bytes = 0;
        for (int i = Math.toIntExact(from) - 1; i < entries.size() && bytes < bytesTarget; i++) {
            slice.add(entries.get(i));
            bytes += entries.get(i).size();
        }
        return slice;
    }
}
