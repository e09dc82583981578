package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.disk.SimDisk;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Does the planned faults at their times, each to somebody it can be done to. */
final class Faults {
    private static final int FAULTS_MIN = 5;
    private static final int FAULTS_SPREAD = 12;
    private static final long RETRY_MILLIS = 10_000;
    private static final long OUTAGE_MILLIS_MAX = 400_000;

    private final World world;
    private final SplittableRandom random;
    private final TillDisks tillDisks;

    Faults(World world) {
        this.world = world;
        this.random = world.newRandom();
        this.tillDisks = new TillDisks(world);
    }

    void plan() {
        int count = FAULTS_MIN + random.nextInt(FAULTS_SPREAD);
        for (int i = 0; i < count; i++) {
            Fault fault = Fault.drawn(random.nextInt());
            world.agenda().in(30_000 + random.nextLong(World.TRADING_MILLIS), () -> strike(fault));
        }
    }

    private void strike(Fault fault) {
        if (isDone(fault)) world.tally().fault();
        else instead();
    }

    /** What cannot be done is done as a power cut: there are never fewer faults than planned. */
    private void instead() {
        List<Machine> running = world.machines().stream().filter(Machine::isRunning).toList();
        if (running.isEmpty()) {
            world.agenda().in(RETRY_MILLIS, this::instead);
            return;
        }
        world.tally().fault();
        running.get(random.nextInt(running.size())).cutPower();
    }

    /** Does it, unless there is nobody to do it to. */
    private boolean isDone(Fault fault) {
        Machine machine = anyMachine();
        return switch (fault) {
            case POWER_CUT -> ifRunning(machine, Machine::cutPower);
            case POWER_CUT_INSIDE ->
                    ifRunning(machine, it -> it.disk().losePowerAfter(random.nextInt(12)));
            case KILL -> ifRunning(machine, Machine::kill);
            case PARTITION -> outage(true, true);
            case HALF_OPEN -> halfOpen(random.nextBoolean());
            case ROUGH_NETWORK -> roughen();
            case FORCE_FAILS ->
                    ifRunning(machine, it -> it.disk().failForceAfter(random.nextInt(8)));
            case DISK_FULL -> fill(machine.disk());
            case BIT_FLIP -> flip(machine);
            case CLOCK_JUMP -> jump(machine);
            case IMPOSTOR -> atTill(victim -> atTill(by -> impersonate(victim, by)));
            case ASKED_AGAIN -> askAgain();
            case FORGED_GRANT -> atTill(this::forge);
            case OLD_COPY -> atTill(this::takeImage);
            case GATEWAY_OLD_COPY -> takeImage(world.gateway());
            case HEAD_OFFICE_OLD_COPY -> takeImage(world.headOffice());
            case TILL_LOST -> atTill(tillDisks::lose);
            case GATEWAY_LOST -> new Replacement(world).ofGateway();
            case HEAD_OFFICE_LOST -> new Replacement(world).ofHeadOffice();
        };
    }

    private static boolean ifRunning(Machine machine, Consumer<Machine> fault) {
        if (!machine.isRunning()) return false;
        fault.accept(machine);
        return true;
    }

    private boolean halfOpen(boolean up) {
        return outage(up, !up);
    }

    private boolean outage(boolean up, boolean down) {
        Wire wire = anyWire();
        world.tally().partitioned();
        wire.cut(up, down);
        world.agenda().in(random.nextLong(OUTAGE_MILLIS_MAX), wire::heal);
        return true;
    }

    private boolean roughen() {
        Wire wire = anyWire();
        wire.roughen();
        world.agenda().in(random.nextLong(OUTAGE_MILLIS_MAX), wire::heal);
        return true;
    }

    private boolean fill(SimDisk disk) {
        disk.fill(true);
        world.agenda().in(random.nextLong(OUTAGE_MILLIS_MAX / 4), () -> disk.fill(false));
        return true;
    }

    private boolean jump(Machine machine) {
        machine.jumpClock(random.nextLong(-900_000, 900_000));
        return true;
    }

    private boolean flip(Machine machine) {
        List<Journal> journals = Repairs.journalsOf(machine);
        return !journals.isEmpty()
                && new BitFlips(world).flip(machine, journals.get(random.nextInt(journals.size())));
    }

    private boolean impersonate(TillSite victim, TillSite by) {
        if (victim == by || !victim.machine().isRunning()) return false;
        Wire wire = world.wireOf(by.machine());
        victim.machine().later(0, () -> sendOverAnothers(wire, victim.machine()));
        return true;
    }

    private void sendOverAnothers(Wire wire, Machine victim) {
        if (!(victim.node() instanceof TillNode till) || till.journal().forced().sequence() == 0)
            return;
        byte[] batch =
                till.journal()
                        .read(till.journal().prunedUpTo() + 1, Integer.MAX_VALUE)
                        .toBatch()
                        .toBytes();
        int connection = world.nextConnection();
        wire.server().receive(wire, Parcel.of(connection, Parcel.Kind.CONNECT));
        wire.server().receive(wire, Parcel.of(connection, Parcel.Kind.BATCH, batch));
    }

    private boolean askAgain() {
        Machine receiver = random.nextInt(4) == 0 ? world.headOffice() : world.gateway();
        return switch (receiver.node()) {
            case GatewayNode gateway -> askAgain(gateway.reception());
            case HeadOfficeNode headOffice -> askAgain(headOffice.reception());
            case TillNode _ -> throw new IllegalStateException("a till receives nothing");
            case null -> false;
        };
    }

    private boolean askAgain(Reception reception) {
        List<Receiving> journals = reception.journals();
        if (journals.isEmpty()) return false;
        Receiving one = journals.get(random.nextInt(journals.size()));
        long last = one.journal().forced().sequence();
        if (last == 0 || one.quarantined()) return false;
        long from = 1 + random.nextLong(last);
        reception.want(one.journal().id(), from, from + random.nextLong(last - from + 1));
        return true;
    }

    /** By the gateway's own key, which opens no epoch. */
    private boolean forge(TillSite site) {
        if (!(site.machine().node() instanceof TillNode till)
                || !(world.gateway().node() instanceof GatewayNode gateway)) return false;
        JournalId journal = till.journal().id();
        Standing standing =
                new Standing(
                        EpochGrant.Between.ending(journal, till.journal().forced()),
                        Optional.of(Carried.NOTHING));
        Continuation forged =
                standing.granted(
                        new JournalId(journal.node(), journal.epoch() + 1),
                        "forged",
                        "nobody",
                        world.keysOf(world.gateway()).signer());
        gateway.reception().peers().offer(world.wireOf(site.machine()), forged);
        return true;
    }

    private boolean takeImage(TillSite site) {
        Optional<TillDisks.Taken> taken = tillDisks.take(site);
        taken.ifPresent(image -> later(() -> tillDisks.putBack(image)));
        return taken.isPresent();
    }

    private boolean takeImage(Machine receiver) {
        Optional<OldDisks.Taken> taken = world.oldDisks().take(receiver);
        taken.ifPresent(image -> later(() -> world.oldDisks().putBack(image)));
        return taken.isPresent();
    }

    private void later(BooleanSupplier fault) {
        world.agenda()
                .in(
                        random.nextLong(OUTAGE_MILLIS_MAX),
                        () -> {
                            if (!fault.getAsBoolean()) instead();
                        });
    }

    private Machine anyMachine() {
        List<Machine> machines =
                world.machines().stream().filter(each -> !each.isRetired()).toList();
        // Those that many depend on are hit more often than their number.
        int lot = random.nextInt(machines.size() + 4);
        return machines.get(lot < machines.size() ? lot : lot % 2);
    }

    private boolean atTill(Predicate<TillSite> fault) {
        List<TillSite> tills =
                world.tills().stream().filter(each -> !each.machine().isRetired()).toList();
        return !tills.isEmpty() && fault.test(tills.get(random.nextInt(tills.size())));
    }

    private Wire anyWire() {
        List<Wire> wires = world.wires();
        return wires.get(random.nextInt(wires.size()));
    }
}
