package io.tidemark.node.projection;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.util.Map;

/**
 * How the projection is.
 *
 * @param detail in words for a person: what it does, or why it fails
 * @param applied where each journal has been followed to
 * @param rebuilds since the node started
 */
public record ProjectionStatus(
        State state, String detail, Map<JournalId, Head> applied, int rebuilds) {
    public enum State {
        /** The file is being opened and checked. */
        OPENING,
        /** It is being built from the journals; nothing can be read yet. */
        REBUILDING,
        /** It can be read, and follows. */
        FOLLOWING,
        /**
         * It cannot be built just now, and is tried again from time to time. The ledger goes on.
         */
        FAILED,
        CLOSED
    }

    public ProjectionStatus {
        applied = Map.copyOf(applied);
    }
}
