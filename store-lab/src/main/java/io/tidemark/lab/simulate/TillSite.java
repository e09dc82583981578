package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Workplace;
import io.tidemark.ledger.JournalId;

/** A till as the store knows it: its place, its journal, its machine and who stands at it. */
final class TillSite {
    private final Workplace workplace;
    private final Machine machine;
    private final Cashier cashier;

    TillSite(World world, Workplace workplace, int transactions) {
        this.workplace = workplace;
        this.machine = world.machine(workplace.journal().node(), self -> new TillNode(self, this));
        this.cashier = new Cashier(world, this, transactions);
    }

    Workplace workplace() {
        return workplace;
    }

    JournalId journal() {
        return workplace.journal();
    }

    Machine machine() {
        return machine;
    }

    Cashier cashier() {
        return cashier;
    }
}
