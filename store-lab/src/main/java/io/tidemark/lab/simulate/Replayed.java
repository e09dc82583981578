package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.EntryVisitor;
import java.util.ArrayList;
import java.util.List;

/** A journal as it was found on disk, from its first entry. */
final class Replayed implements EntryVisitor {
    private final List<Hash> hashes = new ArrayList<>();
    private final List<EntryBytes> entries = new ArrayList<>();

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        hashes.add(hash);
        entries.add(entry);
    }

    List<Hash> hashes() {
        return hashes;
    }

    List<EntryBytes> entries() {
        return entries;
    }

    Head head(JournalId journal) {
        return hashes.isEmpty() ? Head.genesis(journal) : new Head(hashes.size(), hashes.getLast());
    }
}
