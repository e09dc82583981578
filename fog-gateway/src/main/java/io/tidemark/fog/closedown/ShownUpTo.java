package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.LocalDate;

/** What is to be shown of a journal's files. */
interface ShownUpTo extends EntryVisitor {
    /** The last entry that has to be there. */
    long end();

    /** Leaves out what follows: it is read for the signed head behind it. */
    record Until(long end, EntryVisitor visitor) implements ShownUpTo {
        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            if (sequence <= end) visitor.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (left.sequence() <= end) visitor.pruned(left);
        }
    }

    /**
     * Requires that each entry of the day is one that the gateway knew to be of it.
     *
     * @param known what it knew before the files were read: of what has come to the disk since, or
     *     is there and not known yet, it says nothing
     */
    record OfDay(DeviceJournal.Reach known, JournalId journal, LocalDate day, ShownUpTo next)
            implements ShownUpTo {
        @Override
        public long end() {
            return next.end();
        }

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            requireKnown(sequence, entry);
            next.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (left.header().businessDay().equals(day)) requireKnown(left.sequence());
            next.pruned(left);
        }

        private void requireKnown(long sequence, EntryBytes entry) {
            try {
                if (EntryCodec.header(entry).businessDay().equals(day)) requireKnown(sequence);
            } catch (Malformed ofNoDay) {
                return; // No close-down takes it in.
            }
        }

        private void requireKnown(long sequence) {
            boolean isKnown =
                    sequence > known.end()
                            || known.span()
                                    .filter(span ->
                                            span.first() <= sequence && sequence <= span.last())
                                    .isPresent();
            if (!isKnown)
                throw new BytesOnDisk.NotAsSigned(
                        "entry "
                                + sequence
                                + " of journal "
                                + journal.label()
                                + " is of "
                                + day
                                + ", which nobody knew when it was closed");
        }
    }
}
