package io.tidemark.lab.simulate;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.ledger.receive.Taken;
import io.tidemark.node.forks.Evidence;
import java.util.Optional;

/** Receives with the core that both tiers have. */
record ByDesign(ReceivedJournal received) implements Receiving {
    @Override
    public Journal journal() {
        return received.journal();
    }

    @Override
    public boolean quarantined() {
        return received.isQuarantined();
    }

    @Override
    public Optional<Evidence> evidence() {
        return Evidence.of(received);
    }

    @Override
    public void endsAt(Head shared, Head end) {
        received.endsAt(shared, end);
    }

    @Override
    public Answer hello(NodeName peer, Hello hello) {
        return received.hello(peer, hello);
    }

    @Override
    public Taken batch(NodeName peer, Batch batch) {
        return received.batch(peer, batch);
    }

    @Override
    public void closeSegment() {
        received.closeSegment();
    }

    @Override
    public void force() {
        received.force();
    }
}
