package io.tidemark.lab.simulate;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.Taken;
import io.tidemark.node.forks.Evidence;
import java.util.Optional;

/** One journal as a node receives it: says what it makes of what comes, and tells after a force. */
interface Receiving {
    /** As kept here. */
    Journal journal();

    boolean quarantined();

    /** What is kept of two branches; empty where there is one. */
    Optional<Evidence> evidence();

    /** Another journal goes on from it there: nothing beyond is accepted. */
    void endsAt(Head shared, Head end);

    Answer hello(NodeName peer, Hello hello);

    Taken batch(NodeName peer, Batch batch);

    /** What is over may go to the archive. */
    void closeSegment();

    /** What was appended is on disk, and only then may the answers leave. */
    void force();
}
