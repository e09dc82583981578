package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.journal.EntryVisitor;
import java.util.ArrayList;
import java.util.List;

/** The chain of a journal as it was found on disk, from its first entry. */
final class Replayed implements EntryVisitor {
    private final List<Hash> hashes = new ArrayList<>();

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        hashes.add(hash);
    }

    List<Hash> hashes() {
        return hashes;
    }
}
