package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.archive.ArchivedSegments;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;

/** Bugs that show only where receipts are given up. */
enum PruningBug implements PlantedBug {
    PRUNE_BEFORE_ARCHIVED {
        @Override
        public boolean isArchived(ArchivedSegments known, JournalId journal, SegmentInfo segment) {
            return true;
        }
    },
    PRUNE_ON_AN_OLD_RECEIPT {
        @Override
        public Collection<String> listed(Collection<String> there) {
            return new AbstractSet<>() {
                @Override
                public boolean contains(Object whatever) {
                    return true;
                }

                @Override
                public Iterator<String> iterator() {
                    return there.iterator();
                }

                @Override
                public int size() {
                    return there.size();
                }
            };
        }
    },
    PRUNE_BEFORE_THE_CLOSE_DOWN_IS_MARKED {
        @Override
        public long marked(long heard, Journal store) {
            return store.forced().sequence();
        }
    },
    GIVE_A_RECEIPT_BEFORE_THE_SEGMENT_IS_FORCED {
        @Override
        public void keep(Note file, byte[] sealed) {
            file.write(sealed);
        }

        @Override
        public void keptNames(ArchiveDisk disk) {}
    };
}
