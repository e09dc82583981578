package io.tidemark.lab.simulate;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;

/**
 * A receiver whose disk is gone is replaced by an empty one, in a new epoch that head office
 * authorises: its marks start again, openly, and its senders send again.
 */
final class Replacement {
    private final World world;
    private final Oracle oracle;

    Replacement(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    /** While every till still has all it ever recorded, so that nothing is gone with it. */
    void ofGateway() {
        Machine gateway = world.gateway();
        boolean possible =
                world.enrolled().stream().noneMatch(oracle::isExchanged)
                        && !oracle.isAnythingHarmed()
                        && world.headOffice().isRunning();
        if (!possible) return;
        replace(gateway);
        world.enrolled().forEach(journal -> oracle.willFindAnew(gateway.name(), journal));
        for (JournalId store : gateway.journalIds()) oracle.willFindAnew(store);
        bringBackStoreJournals(gateway);
        JournalId fresh = gateway.journalId();
        world.headOffice()
                .later(
                        0,
                        () -> {
                            if (world.headOffice().node() instanceof HeadOfficeNode running)
                                running.enrol(fresh);
                        });
        gateway.startLater();
    }

    /** While the gateway is in its first epoch, whose journal it still sends. */
    void ofHeadOffice() {
        Machine headOffice = world.headOffice();
        JournalId store = world.gateway().journalId();
        if (store.epoch() > 1 || oracle.isAnythingHarmed()) return;
        replace(headOffice);
        oracle.willFindAnew(headOffice.name(), store);
        headOffice.startLater();
    }

    private void replace(Machine machine) {
        world.tally().restored();
        machine.switchOff();
        JournalId old = machine.journalId();
        Head held = oracle.heldBy(world.headOffice().name(), old);
        Head end = held == null ? Head.genesis(old) : held;
        Signer signer = world.keysOf(world.headOffice()).signer();
        Verifier authority = world.keysOf(machine).verifierOf(world.headOffice().name());
        EpochGrant grant =
                EpochGrant.sign(
                        EpochGrant.Between.ending(old, end),
                        new JournalId(old.node(), old.epoch() + 1),
                        "its disk is gone",
                        "head office",
                        signer);
        machine.begin(EpochGrant.parse(grant.toBytes()), authority);
    }

    /** What the old epochs closed comes back from head office, which has it whole. */
    private void bringBackStoreJournals(Machine gateway) {
        Repairs.journalsOf(world.headOffice()).stream()
                .filter(journal -> journal.forced().sequence() > 0)
                .forEach(journal -> world.repairs().bring(journal, gateway));
    }
}
