package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.disk.SimDisk;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.Journal;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Does the planned faults at their times, each to somebody it can be done to. */
final class Faults {
    private static final int FAULTS_MIN = 5;
    private static final int FAULTS_SPREAD = 12;
    private static final long OUTAGE_MILLIS_MAX = 400_000;

    private final World world;
    private final SplittableRandom random;

    Faults(World world) {
        this.world = world;
        this.random = world.newRandom();
    }

    void plan() {
        int count = FAULTS_MIN + random.nextInt(FAULTS_SPREAD);
        for (int i = 0; i < count; i++) {
            Fault fault = Fault.drawn(random.nextInt());
            world.agenda().in(30_000 + random.nextLong(World.TRADING_MILLIS), () -> strike(fault));
        }
    }

    /**
     * What cannot be done now is done as a power cut: there are never fewer faults than planned.
     */
    private void strike(Fault fault) {
        world.tally().fault();
        Machine machine = anyMachine();
        switch (fault) {
            case POWER_CUT -> cutPower(machine);
            case POWER_CUT_INSIDE -> {
                if (machine.isRunning()) machine.disk().losePowerAfter(random.nextInt(12));
            }
            case KILL -> {
                if (machine.isRunning()) machine.kill();
            }
            case PARTITION -> outage(anyWire(), true, true);
            case HALF_OPEN -> {
                boolean up = random.nextBoolean();
                outage(anyWire(), up, !up);
            }
            case ROUGH_NETWORK -> {
                Wire wire = anyWire();
                wire.roughen();
                world.agenda().in(random.nextLong(OUTAGE_MILLIS_MAX), wire::heal);
            }
            case FORCE_FAILS -> {
                if (machine.isRunning()) machine.disk().failForceAfter(random.nextInt(8));
            }
            case DISK_FULL -> fill(machine.disk());
            case BIT_FLIP -> flip(machine);
            case CLOCK_JUMP -> machine.jumpClock(random.nextLong(-900_000, 900_000));
            case IMPOSTOR -> impersonate();
            case OLD_COPY -> takeImage(anyTill());
            case TILL_LOST -> lose(anyTill());
            case GATEWAY_LOST -> new Replacement(world).ofGateway();
            case HEAD_OFFICE_LOST -> new Replacement(world).ofHeadOffice();
        }
    }

    private void cutPower(Machine machine) {
        if (machine.isRunning()) machine.cutPower();
    }

    private void outage(Wire wire, boolean up, boolean down) {
        world.tally().partitioned();
        wire.cut(up, down);
        world.agenda().in(random.nextLong(OUTAGE_MILLIS_MAX), wire::heal);
    }

    private void fill(SimDisk disk) {
        disk.fill(true);
        world.agenda().in(random.nextLong(OUTAGE_MILLIS_MAX / 4), () -> disk.fill(false));
    }

    /**
     * Only where another intact copy goes as far. What is recorded after it may still be lost to
     * it, if the bit was of the key that it is encrypted with.
     */
    private void flip(Machine machine) {
        List<Journal> journals = Repairs.journalsOf(machine);
        if (journals.isEmpty()) {
            cutPower(machine);
            return;
        }
        Journal journal = journals.get(random.nextInt(journals.size()));
        JournalId id = journal.id();
        Oracle oracle = world.oracle();
        boolean repairable =
                !oracle.isHarmedAnywhere(id)
                        && !oracle.isExchanged(id)
                        && !id.equals(world.gateway().journalId())
                        && othersHave(machine, id, journal.forced());
        if (repairable && machine.disk().flipBit(id.label())) oracle.harmed(machine.name(), id);
        else cutPower(machine);
    }

    private boolean othersHave(Machine machine, JournalId id, Head forced) {
        boolean isOrigin = id.node().equals(machine.name());
        if (!isOrigin) return true; // The origin has all that it ever sent.
        NodeName receiver = world.wireOf(machine).server().name();
        @Nullable Head held = world.oracle().heldBy(receiver, id);
        return held != null && held.sequence() >= forced.sequence();
    }

    private void impersonate() {
        TillSite victim = anyTill();
        Wire wire = world.wireOf(anyTill().machine());
        if (victim.machine() != wire.client())
            victim.machine().later(0, () -> sendOverAnothers(wire, victim.machine()));
    }

    private void sendOverAnothers(Wire wire, Machine victim) {
        if (!(victim.node() instanceof TillNode till) || till.journal().forced().sequence() == 0)
            return;
        byte[] batch = till.journal().read(1, Integer.MAX_VALUE).toBatch().toBytes();
        int connection = world.nextConnection();
        wire.server().receive(wire, Parcel.of(connection, Parcel.Kind.CONNECT));
        wire.server().receive(wire, Parcel.of(connection, Parcel.Kind.BATCH, batch));
    }

    private void takeImage(TillSite site) {
        if (world.oracle().isHarmedAnywhere(site.journal())) return;
        SimDisk.Image image = site.machine().disk().image();
        world.agenda().in(random.nextLong(OUTAGE_MILLIS_MAX), () -> putBack(site, image));
    }

    private void putBack(TillSite site, SimDisk.Image image) {
        Oracle oracle = world.oracle();
        Machine machine = site.machine();
        JournalId journal = site.journal();
        if (machine.isRetired() || !mayLose(journal)) return;
        world.tally().restored();
        machine.switchOff();
        machine.disk().putBack(image);
        machine.database().lose();
        oracle.willFindAnew(journal);
        machine.startLater();
        site.cashier().tillWasExchanged();
    }

    private void lose(TillSite site) {
        JournalId journal = site.journal();
        if (!mayLose(journal)) return;
        world.tally().restored();
        world.replace(site);
    }

    /**
     * A till only while its gateway has what it had marked: what archives bring back is not here.
     */
    private boolean mayLose(JournalId journal) {
        return !world.oracle().isExchanged(journal)
                && !world.oracle().isHarmedAnywhere(journal)
                && world.gateway().journalIds().size() == 1;
    }

    private Machine anyMachine() {
        List<Machine> machines =
                world.machines().stream().filter(each -> !each.isRetired()).toList();
        // Those that many depend on are hit more often than their number.
        int lot = random.nextInt(machines.size() + 4);
        return machines.get(lot < machines.size() ? lot : lot % 2);
    }

    private TillSite anyTill() {
        List<TillSite> tills =
                world.tills().stream().filter(each -> !each.machine().isRetired()).toList();
        return tills.get(random.nextInt(tills.size()));
    }

    private Wire anyWire() {
        List<Wire> wires = world.wires();
        return wires.get(random.nextInt(wires.size()));
    }
}
