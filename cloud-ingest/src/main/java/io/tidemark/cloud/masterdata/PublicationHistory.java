package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** Folds head office's own journal, while it is opened, into what was published. */
public final class PublicationHistory implements EntryVisitor {
    /** Of which it is known when and by whom they were published. */
    static final int KEPT_MAX = 20;

    private final ArrayDeque<Publication> newest = new ArrayDeque<>();

    record Publication(long version, Hash hash, OffsetDateTime at, String operator) {}

    @Override
    public void entry(long sequence, Hash hash, EntryBytes bytes) {
        Entry entry = EntryCodec.decode(bytes);
        if (entry.event() instanceof MasterDataAdopted(long version, Hash content))
            add(new Publication(version, content, entry.header().at(), entry.header().operator()));
    }

    synchronized void add(Publication publication) {
        newest.addFirst(publication);
        if (newest.size() > KEPT_MAX) newest.removeLast();
    }

    synchronized Optional<Publication> last() {
        return Optional.ofNullable(newest.peekFirst());
    }

    /** The newest first. */
    synchronized List<Publication> newest() {
        return List.copyOf(newest);
    }
}
