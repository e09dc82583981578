package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.disk.SimDisk;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.node.forks.Evidence;
import java.util.Optional;

/**
 * An old image put back at a receiver, and what people do about it. The gateway, or head office,
 * has forgotten what it had marked and cannot know it; its senders notice a mark that fell. It goes
 * on in its next epoch, on what its disk has, and its senders send the rest again.
 */
final class OldDisks {
    private static final long MINUTE = 60_000;

    private final World world;
    private final Oracle oracle;

    OldDisks(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    /** An image as it was taken, and what it is good for. */
    record Taken(
            Machine machine, JournalId life, int decisions, int givenUp, SimDisk.Image image) {}

    Optional<Taken> take(Machine machine) {
        if (!isCalm()) return Optional.empty();
        int decisions = world.decisions().count();
        return Optional.of(
                new Taken(
                        machine,
                        machine.journalId(),
                        decisions,
                        oracle.givenUp().count(),
                        machine.disk().image()));
    }

    /**
     * One at a time, and none that reaches back over a decision: what a successor took over from
     * there would be gone; nor over a pruning, for which it had vouched.
     */
    boolean putBack(Taken taken) {
        Machine machine = taken.machine();
        boolean possible =
                isCalm()
                        && machine.journalId().equals(taken.life())
                        && world.decisions().count() == taken.decisions()
                        && oracle.givenUp().count() == taken.givenUp();
        if (!possible) return false;
        world.tally().restored();
        machine.switchOff();
        machine.disk().putBack(taken.image());
        machine.database().lose();
        oracle.putBack(machine.journalId(), received(machine));
        if (machine == world.headOffice()) oracle.exchanges().archiveForgotten();
        if (machine == world.gateway()) oracle.willFindAnew(machine.journalId());
        machine.startLater();
        world.agenda().in(MINUTE, () -> passOver(machine));
        return true;
    }

    private void passOver(Machine machine) {
        if (machine.isRunning()) oracle.exchanges().passOverOldDisk();
        else world.agenda().in(MINUTE, () -> passOver(machine));
    }

    private Iterable<JournalId> received(Machine machine) {
        return machine == world.gateway() ? world.enrolled() : world.gateway().journalIds();
    }

    private boolean isCalm() {
        return !oracle.copies().isAnythingHarmed()
                && oracle.exchanges().oldDisk().isEmpty()
                && oracle.exchanges().allDecided();
    }

    /** People look now and then. */
    void look() {
        if (!oracle.exchanges().isOldDiskNoticed()) return;
        Machine machine = machineOf(oracle.exchanges().oldDisk().orElseThrow());
        if (!machine.isRunning() || machine.isHeld()) return;
        machine.switchOff();
        machine.hold(true);
        world.agenda().in(MINUTE, () -> goOn(machine));
    }

    private Machine machineOf(JournalId life) {
        return world.gateway().name().equals(life.node()) ? world.gateway() : world.headOffice();
    }

    /** It has been off for a while: nothing that it had sent is on its way. */
    private void goOn(Machine machine) {
        if (machine == world.gateway()) world.headOffice().later(0, this::gatewayGoesOn);
        else headOfficeGoesOn();
        world.agenda().in(MINUTE, () -> letGo(machine));
    }

    private static void letGo(Machine machine) {
        machine.hold(false);
        machine.start();
    }

    private void headOfficeGoesOn() {
        JournalId old = world.headOffice().journalId();
        begin(
                world.headOffice(),
                EpochGrant.Between.ending(old, Head.genesis(old)),
                world.gateway().journalIds());
    }

    private void gatewayGoesOn() {
        JournalId store = world.gateway().journalId();
        if (!(world.headOffice().node() instanceof HeadOfficeNode headOffice)
                || world.gateway().disk().isFull()) return;
        Optional<EpochGrant.Between> between = between(headOffice.reception().of(store));
        if (between.isEmpty()) return;
        Continuation over = begin(world.gateway(), between.get(), world.enrolled());
        new Replacement(world).bringBackStoreJournals();
        headOffice.reception().decided(over);
    }

    /** Where the store journal parts from what head office has of it, once that has been shown. */
    private Optional<EpochGrant.Between> between(Receiving receiving) {
        JournalId store = receiving.journal().id();
        Head end = receiving.journal().forced();
        if (receiving.quarantined())
            return receiving
                    .evidence()
                    .filter(Approvals::isClear)
                    .map(Evidence::shared)
                    .map(shared -> new EpochGrant.Between(store, end, shared));
        return end.sequence() == 0 || oracle.history(store).isCurrent(end)
                ? Optional.of(EpochGrant.Between.ending(store, end))
                : Optional.empty();
    }

    /** The quarantines hold what the marks that fell gave rise to, and nothing else. */
    private Continuation begin(
            Machine machine, EpochGrant.Between between, Iterable<JournalId> received) {
        Continuation over = world.nextLife(machine, between, "an old disk was put back");
        for (JournalId journal : received)
            if (world.decisions().ending(journal).isEmpty())
                machine.disk().deleteDirectory(journal.label() + ".quarantine");
        machine.goesOn(over.grant(), world.keysOf(machine).authority());
        oracle.exchanges().goesOnFromOldDisk();
        return over;
    }
}
