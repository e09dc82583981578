package io.tidemark.lab.simulate;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.Taken;
import io.tidemark.node.forks.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * Receives as it should, but for what a bug does instead.
 *
 * @param receiver under which it marks
 */
record Misreceiving(Receiving real, JournalId receiver, Keys keys, Bug bug) implements Receiving {
    /** What is done in the place of what should be. */
    interface Bug {
        default Answer hello(Misreceiving at, NodeName peer, Hello hello) {
            return at.real().hello(peer, hello);
        }

        default Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            return at.real().batch(peer, batch);
        }
    }

    static Taken nothing(Answer answer) {
        return new Taken(answer, 0, List.of());
    }

    Mark mark(Head head) {
        return Mark.sign(receiver, journal().id(), head, keys.signer());
    }

    @Override
    public Journal journal() {
        return real.journal();
    }

    @Override
    public boolean quarantined() {
        return real.quarantined();
    }

    @Override
    public Optional<Evidence> evidence() {
        return real.evidence();
    }

    @Override
    public void endsAt(Head shared, Head end) {
        real.endsAt(shared, end);
    }

    @Override
    public Answer hello(NodeName peer, Hello hello) {
        return bug.hello(this, peer, hello);
    }

    @Override
    public Taken batch(NodeName peer, Batch batch) {
        return bug.batch(this, peer, batch);
    }

    @Override
    public void closeSegment() {
        real.closeSegment();
    }

    @Override
    public void force() {
        real.force();
    }
}
