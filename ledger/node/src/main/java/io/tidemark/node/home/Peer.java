package io.tidemark.node.home;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import java.util.Optional;

/** The node that has what this one sent up: a till's gateway, a gateway's head office. */
public interface Peer extends AutoCloseable {
    /**
     * Entries of a journal from a sequence on; empty if the peer has none there.
     *
     * @throws CannotRun if the peer cannot be reached, or gives something else
     */
    Optional<Batch> entries(JournalId journal, long from);

    @Override
    void close();
}
