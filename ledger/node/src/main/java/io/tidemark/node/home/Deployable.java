package io.tidemark.node.home;

import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.ProjectionSchema;
import java.util.List;

/** One of the three programs, as {@link NodeMain} runs it. */
public interface Deployable {
    /** The homes it can run; its program name goes with it. */
    NodeRole role();

    /** Starts everything, or throws what {@link Failure} turns into a message and an exit code. */
    RunningNode start(NodeStart start) throws Exception;

    /** Checks all data of a stopped node without changing any. */
    Verification verify(NodeStart start) throws Exception;

    /**
     * Connects to the peer that has this node's own journal, as far as it was sent.
     *
     * @throws CannotRun if there is none, or it cannot be reached
     */
    Peer peer(NodeStart start);

    /** The tables that follow this node's journals. */
    ProjectionSchema tables();

    /**
     * How the tables follow journals that are only read.
     *
     * @param held all that the node has
     */
    default List<FollowedJournal> followed(List<Journal> held) {
        return held.stream().map(FollowedJournal::of).toList();
    }

    /** Commands that this program alone has, for picocli. */
    default List<Object> commands() {
        return List.of();
    }
}
