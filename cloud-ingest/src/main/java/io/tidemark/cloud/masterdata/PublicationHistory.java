package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Folds head office's own journal, while it is opened, into what was published last. */
public final class PublicationHistory implements EntryVisitor {
    private Optional<Publication> last = Optional.empty();

    record Publication(long version, Hash hash, OffsetDateTime at, String operator) {}

    @Override
    public void entry(long sequence, Hash hash, EntryBytes bytes) {
        Entry entry = EntryCodec.decode(bytes);
        if (entry.event() instanceof MasterDataAdopted(long version, Hash content))
            last =
                    Optional.of(
                            new Publication(
                                    version,
                                    content,
                                    entry.header().at(),
                                    entry.header().operator()));
    }

    Optional<Publication> last() {
        return last;
    }
}
