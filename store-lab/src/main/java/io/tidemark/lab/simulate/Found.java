package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.PrunedEntry;

/** What a journal shows of an entry: all of it, or what pruning left. */
sealed interface Found {
    record Whole(Hash hash, EntryBytes bytes) implements Found {
        @Override
        public EntryHeader header() {
            return EntryCodec.header(bytes);
        }

        @Override
        public boolean is(Hash writtenHash, EntryBytes written) {
            return hash.equals(writtenHash) && bytes.equals(written);
        }
    }

    record Left(PrunedEntry of) implements Found {
        @Override
        public Hash hash() {
            return of.hash();
        }

        @Override
        public EntryHeader header() {
            return of.header();
        }

        @Override
        public boolean is(Hash writtenHash, EntryBytes written) {
            return of.hash().equals(writtenHash)
                    && PrunedEntry.isGivenUp(written)
                    && of.header().equals(EntryCodec.header(written));
        }
    }

    Hash hash();

    EntryHeader header();

    /** Whether that is what was written, as far as it can be told. */
    boolean is(Hash writtenHash, EntryBytes written);
}
