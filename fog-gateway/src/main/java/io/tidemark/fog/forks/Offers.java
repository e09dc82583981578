package io.tidemark.fog.forks;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Epochs;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.node.forks.Grants;
import java.util.List;
import java.util.Optional;

/**
 * Grants that their devices have not acted on yet, each with what the next epoch must know. For any
 * thread.
 */
public final class Offers {
    private final DeviceJournals journals;
    private final Epochs epochs;
    private final Grants grants;

    public Offers(DeviceJournals journals, Epochs epochs, Grants grants) {
        this.journals = journals;
        this.epochs = epochs;
        this.grants = grants;
    }

    public List<Continuation> to(NodeName device) {
        return grants.of(device.store()).stream()
                .filter(grant -> grant.continued().node().equals(device))
                .filter(grant -> !grant.replacesDevice())
                .filter(epochs::isAwaited)
                .map(grant -> new Continuation(grant, carried(grant)))
                .toList();
    }

    /** Empty where this gateway, replaced itself, has not all that the grant is upon. */
    private Optional<Carried> carried(EpochGrant grant) {
        return journals.of(grant.continued())
                .filter(journal -> has(journal, grant))
                .map(journal -> journal.standing(grant.shared(), grant.end()).carried());
    }

    private static boolean has(DeviceJournal journal, EpochGrant grant) {
        long end = grant.end().sequence();
        return journal.received().sequence() >= end
                && journal.journal().hashAt(end).equals(grant.end().hash());
    }
}
