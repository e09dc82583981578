package io.tidemark.fog.closedown;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;

/** Feeds a day's fold from a journal, of which receipts may be pruned that were taken in before. */
record DayFolding(DeviceDayFold fold) implements EntryVisitor {
    static EntryVisitor into(DeviceDayFold fold) {
        return new DayFolding(fold);
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        fold.accept(sequence, hash, entry);
    }

    @Override
    public void pruned(PrunedEntry left) {
        fold.pruned(left);
    }
}
