package io.tidemark.edge.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
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
    static SyncStatus starting(Optional<Mark> kept) {
        return new SyncStatus(false, "not connected yet", kept, Optional.empty());
    }

    static SyncStatus online(NodeName gateway, Mark mark) {
        return new SyncStatus(true, "connected to " + gateway, Optional.of(mark), Optional.empty());
    }

    SyncStatus offline(String why) {
        return new SyncStatus(false, why, marked, notice);
    }

    SyncStatus refused(Answer.Reason reason, String why) {
        return with(
                "The gateway refuses this till's entries ("
                        + reason
                        + ": "
                        + why
                        + "). Selling goes on; tell the store's manager.");
    }

    SyncStatus forked(long at, Hash ours, Hash theirs) {
        return offline("quarantined")
                .with(
                        "Entry "
                                + at
                                + " is "
                                + ours.short6()
                                + " here and "
                                + theirs.short6()
                                + " at the gateway: an old disk put back, or a copied till. Selling goes on and"
                                + " nothing is sent until a person has compared both; call support.");
    }

    private SyncStatus with(String said) {
        return new SyncStatus(online, connection, marked, Optional.of(said));
    }

    /** Up to where the gateway has said that it holds the journal; 0 before it has. */
    public long markedSequence() {
        return marked.map(Mark::sequence).orElse(0L);
    }
}
