package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The entries that a close-down took in, in the order of its tree: by device, epoch and sequence.
 * Of a receipt that was pruned the hash is still here, and that is all a leaf needs.
 */
public final class DayLeaves {
    private final List<DeviceDays> journals;
    private final EntrySource source;

    public DayLeaves(List<? extends DeviceDays> journals, EntrySource source) {
        this.journals = List.copyOf(journals);
        this.source = source;
    }

    /** Sees them one by one. */
    @FunctionalInterface
    public interface Leaves {
        /**
         * @param hash the chain's at the entry
         */
        void leaf(JournalId journal, long sequence, Hash hash);
    }

    /** Shows those that are here. */
    public void show(StoreDayClosed closed, Leaves leaves) {
        for (TillDay part : closed.tills())
            if (part.first() > 0)
                journal(part)
                        .ifPresent(journal ->
                                source.show(
                                        journal,
                                        part.first(),
                                        part.last(),
                                        new OfDay(closed.day(), journal.id(), leaves)));
    }

    private Optional<DeviceDays> journal(TillDay part) {
        return journals.stream().filter(journal -> part.isOf(journal.id())).findFirst();
    }

    private record OfDay(LocalDate day, JournalId journal, Leaves leaves) implements EntryVisitor {
        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            if (isOfDay(entry)) leaves.leaf(journal, sequence, hash);
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (left.header().businessDay().equals(day))
                leaves.leaf(journal, left.sequence(), left.hash());
        }

        private boolean isOfDay(EntryBytes entry) {
            try {
                return EntryCodec.header(entry).businessDay().equals(day);
            } catch (Malformed ofNoDay) {
                return false;
            }
        }
    }
}
