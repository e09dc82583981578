package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Workplace;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import java.util.Optional;

/** A till as the store knows it: its place, its journals, its machine and who stands at it. */
final class TillSite {
    private final Workplace workplace;
    private final Machine machine;
    private final Cashier cashier;
    private final Optional<Continuation> provisioned;
    private JournalId journal;

    /**
     * @param provisioned what lets it stand at another till's workstation; empty at a new one
     */
    TillSite(
            World world,
            Workplace workplace,
            int transactions,
            Optional<Continuation> provisioned) {
        this.workplace = workplace;
        this.journal = workplace.journal();
        this.provisioned = provisioned;
        this.machine = world.machine(journal.node(), self -> new TillNode(self, this));
        this.cashier = new Cashier(world, this, transactions);
    }

    /** As it is told about itself in its first life. */
    Workplace workplace() {
        return workplace;
    }

    String workstation() {
        return workplace.workstation();
    }

    Optional<Continuation> provisioned() {
        return provisioned;
    }

    /** Of its first life. */
    JournalId first() {
        return workplace.journal();
    }

    /** That it writes now, or wrote last. */
    JournalId journal() {
        return journal;
    }

    void writes(JournalId life) {
        journal = life;
    }

    Machine machine() {
        return machine;
    }

    Cashier cashier() {
        return cashier;
    }
}
