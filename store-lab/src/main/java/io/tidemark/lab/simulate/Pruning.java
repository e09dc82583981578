package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.NotPruned;
import io.tidemark.ledger.retention.Retention;

/**
 * Gives up the receipts of a segment, while whatever may go wrong within that does now and then.
 */
final class Pruning {
    private final Machine machine;
    private final World world;

    Pruning(Machine machine) {
        this.machine = machine;
        this.world = machine.world();
    }

    void prune(Journal journal, Retention.Due due) {
        if (machine.disk().isFull()) return;
        GivenUp givenUp = world.oracle().givenUp();
        givenUp.gives(machine.name(), journal, due);
        world.mishaps().within(machine, journal);
        try {
            journal.prune(due.segment().number(), due.why());
        } catch (NotPruned e) {
            Violation.require(
                    Machine.isSimulated(e.getCause()),
                    Check.NO_NODE_STOPS_BY_ITSELF,
                    () -> machine.name() + ": " + e.getMessage());
            return;
        }
        world.tally().prunedOne();
        givenUp.gave(machine.name(), journal);
    }
}
