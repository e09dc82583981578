package io.tidemark.edge.sync;

import io.tidemark.ledger.Mark;
import java.util.Optional;

/**
 * How things stand with the gateway.
 *
 * @param online whether it has answered on the current connection
 * @param connection in words, for a person
 * @param marked the last verified mark, of this process or kept from before
 * @param notice what a person must see to
 */
public record SyncStatus(
        boolean online, String connection, Optional<Mark> marked, Optional<String> notice) {
    /** Up to where the gateway has said that it holds the journal; 0 before it has. */
    public long markedSequence() {
        return marked.map(Mark::sequence).orElse(0L);
    }
}
