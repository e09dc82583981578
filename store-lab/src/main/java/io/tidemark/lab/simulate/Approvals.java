package io.tidemark.lab.simulate;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.StandingFold;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.forks.Evidence;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The people who decide: they look at the gateway's screens now and then, and where a journal has
 * forked and it is shown where the branches part, one of them lets the device go on in its next
 * epoch; where a till is gone, another one takes its workstation over.
 */
final class Approvals {
    private static final long LOOK_MILLIS = 60_000;
    private static final int LOOKS_BEFORE_DECIDING = 4;

    private final World world;
    private final SplittableRandom random;

    Approvals(World world) {
        this.world = world;
        this.random = world.newRandom();
    }

    void begin() {
        world.agenda().in(random.nextLong(LOOK_MILLIS), this::look);
    }

    private void look() {
        world.agenda().in(LOOK_MILLIS, this::look);
        if (random.nextInt(LOOKS_BEFORE_DECIDING) > 0) return;
        world.oldDisks().look();
        world.gateway().later(0, this::decide);
    }

    private void decide() {
        if (!(world.gateway().node() instanceof GatewayNode gateway)) return;
        for (Receiving each : gateway.reception().journals()) forked(each);
        for (TillSite site : world.vacant()) if (site.machine().isSilent()) replace(site, gateway);
    }

    private void forked(Receiving receiving) {
        JournalId id = receiving.journal().id();
        if (!receiving.quarantined() || world.decisions().ending(id).isPresent()) return;
        if (!world.oracle().exchanges().isExchanged(id))
            return; // A mark that fell: the gateway's disk is old.
        Optional<Evidence> found = receiving.evidence().filter(Approvals::isClear);
        if (found.isEmpty()) return;
        Evidence evidence = found.get();
        decide(
                new EpochGrant.Between(id, evidence.accepted(), evidence.shared()),
                receiving.journal(),
                new JournalId(id.node(), id.epoch() + 1));
    }

    /** Whether it was shown where they part, and not only that they do. */
    static boolean isClear(Evidence evidence) {
        return !evidence.there().isEmpty() || evidence.told().equals(evidence.shared());
    }

    private void replace(TillSite site, GatewayNode gateway) {
        JournalId old = site.journal();
        Receiving receiving = gateway.reception().of(old);
        if (receiving.quarantined()) return;
        Head end = receiving.journal().forced();
        NodeName next = world.next(site.workplace().kind());
        decide(EpochGrant.Between.ending(old, end), receiving.journal(), new JournalId(next, 1));
    }

    private void decide(EpochGrant.Between between, Journal accepted, JournalId successor) {
        Standing standing =
                new Standing(between, Optional.of(carried(accepted, between.shared().sequence())));
        world.decided(
                standing.granted(
                        successor, "simulated", "the manager", world.someAuthority(random)),
                accepted.prunedUpTo());
    }

    /** What a successor must know, of what was accepted of a journal that has ended. */
    static Carried carried(Journal accepted, long shared) {
        StandingFold fold = new StandingFold(shared);
        if (accepted.forced().sequence() > 0) accepted.replay(1, fold);
        return fold.carried();
    }
}
