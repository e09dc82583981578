package io.tidemark.lab.simulate;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;

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
    boolean ofGateway() {
        Machine gateway = world.gateway();
        if (!(world.headOffice().node() instanceof HeadOfficeNode headOffice)) return false;
        boolean possible =
                world.enrolled().stream().noneMatch(oracle.exchanges()::isExchanged)
                        && !oracle.copies().isAnythingHarmed()
                        && oracle.exchanges().oldDisk().isEmpty()
                        && headOffice.reception().isSettled()
                        && oracle.givenUp().isInArchive();
        if (!possible) return false;
        oracle.tookAway(gateway.journalIds());
        Continuation over = replace(gateway);
        world.enrolled().forEach(journal -> oracle.copies().willFindAnew(gateway.name(), journal));
        bringBackStoreJournals();
        if (world.calendar().isLong()) world.enrolled().forEach(world.repairs()::bringFromArchive);
        world.headOffice()
                .later(
                        0,
                        () -> {
                            if (world.headOffice().node() instanceof HeadOfficeNode running)
                                running.reception().decided(over);
                        });
        gateway.startLater();
        return true;
    }

    /** While the gateway is in its first epoch, whose journal it still sends. */
    boolean ofHeadOffice() {
        Machine headOffice = world.headOffice();
        JournalId store = world.gateway().journalId();
        boolean possible =
                store.epoch() == 1
                        && !oracle.copies().isAnythingHarmed()
                        && oracle.exchanges().oldDisk().isEmpty()
                        && !oracle.givenUp().isAny(world.gateway().name());
        if (!possible) return false;
        oracle.exchanges().archiveForgotten();
        replace(headOffice);
        oracle.copies().willFindAnew(headOffice.name(), store);
        headOffice.startLater();
        return true;
    }

    private Continuation replace(Machine machine) {
        world.tally().restored();
        machine.switchOff();
        JournalId old = machine.journalId();
        Head held = oracle.copies().heldBy(world.headOffice().name(), old);
        Head end = held == null ? Head.genesis(old) : held;
        Continuation over =
                world.nextLife(machine, EpochGrant.Between.ending(old, end), "its disk is gone");
        EpochGrant grant = EpochGrant.parse(over.grant().toBytes());
        machine.begin(grant, world.keysOf(machine).authority());
        return over;
    }

    /** What the lives before closed comes back from head office, as it was accepted there. */
    void bringBackStoreJournals() {
        Repairs.journalsOf(world.headOffice()).stream()
                .filter(journal -> journal.forced().sequence() > 0)
                .filter(journal -> world.decisions().ending(journal.id()).isPresent())
                .forEach(journal -> world.repairs().bring(journal, world.gateway()));
    }
}
