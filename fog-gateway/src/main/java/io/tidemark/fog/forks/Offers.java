package io.tidemark.fog.forks;

import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Epochs;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.node.forks.Grants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Grants that their devices have not acted on yet, each with what the next epoch must know. For any
 * thread.
 */
public final class Offers {
    private final DeviceJournals journals;
    private final Epochs epochs;
    private final Grants grants;

    /** As long as a grant is offered: folding a long journal takes its time. */
    private final Map<EpochGrant, Carried> carried = new ConcurrentHashMap<>();

    public Offers(DeviceJournals journals, Epochs epochs, Grants grants) {
        this.journals = journals;
        this.epochs = epochs;
        this.grants = grants;
    }

    /** Those that the device has not acted on. */
    public List<Continuation> to(NodeName device) {
        return offered(device, epochs::isAwaited);
    }

    /**
     * To a device that has just greeted with this journal. If that is over, its disk was put back
     * to before it acted, and it begins its next epoch once more.
     */
    public List<Continuation> to(JournalId greeted) {
        return offered(
                greeted.node(),
                grant -> grant.continued().equals(greeted) || epochs.isAwaited(grant));
    }

    private List<Continuation> offered(NodeName device, Predicate<EpochGrant> which) {
        return grants.of(device.store()).stream()
                .filter(grant -> grant.successor().node().equals(device))
                .filter(which)
                .filter(grant -> !isOutlived(grant))
                .map(grant -> new Continuation(grant, carried(grant)))
                .toList();
    }

    /**
     * Whether more of the journal was accepted than the grant knew of: what its device would bring
     * again in the next epoch is counted already. Or whether its device has gone on in a later
     * epoch, by another grant.
     */
    public boolean isOutlived(EpochGrant grant) {
        return !grant.replacesDevice()
                && epochs.isAwaited(grant)
                && (hasLater(grant) || knowsLess(grant));
    }

    private boolean hasLater(EpochGrant grant) {
        return journals.of(grant.successor().node())
                .filter(latest -> latest.id().epoch() > grant.successor().epoch())
                .isPresent();
    }

    private boolean knowsLess(EpochGrant grant) {
        return journals.of(grant.continued())
                .filter(journal -> journal.received().sequence() > grant.end().sequence())
                .isPresent();
    }

    /** Empty where this gateway, replaced itself, has not all that the grant is upon. */
    private Optional<Carried> carried(EpochGrant grant) {
        Optional<Carried> known = Optional.ofNullable(carried.get(grant));
        if (known.isPresent()) return known;
        Optional<Carried> folded = journals.standing(grant).map(DeviceJournals.Standing::carried);
        boolean mayGrow = grant.successor().epoch() > grant.continued().epoch() + 1;
        if (!mayGrow) folded.ifPresent(found -> carried.put(grant, found));
        return folded;
    }
}
