package io.tidemark.lab.simulate;

import io.tidemark.edge.record.DeviceKind;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One seed: a store's day from opening to head office's books, with faults, then without, and every
 * promise checked. The same seed and parts give the same day, to the byte of every message.
 */
final class StoreDay {
    /** One seed in so many. */
    static final int SEEDS_WITH_WEEKS = 4;

    private static final int TILLS_MAX = 8;
    private static final int HANDHELDS_MAX = 2;
    private static final int TRANSACTIONS_MIN = 204;
    private static final int TRANSACTIONS_SPREAD = 60;
    private static final int CLOSINGS = 3;
    private static final int OPERATIONS_OF_A_CLOSE = 8;
    private static final long MINUTE = 60_000;
    private static final long HEALING_MAX = 6 * 60 * MINUTE;

    private final World world;
    private final SplittableRandom random;

    private StoreDay(long seed, Parts parts, Signatures signatures) {
        // Neighbouring seeds would give neighbouring worlds.
        this.random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + 1);
        this.world = new World(random.split(), parts, signatures, calendar(seed));
    }

    /** One seed in some has weeks, and the others go as if none had. */
    private static Calendar calendar(long seed) {
        return seed % SEEDS_WITH_WEEKS == 0
                ? Calendar.ofWeeks(new SplittableRandom(seed * 0x9e3779b97f4a7c15L))
                : Calendar.ofOneDay();
    }

    /** How it went; a broken promise is part of it, not an exception. */
    static SeedResult run(long seed, Parts parts, Signatures signatures) {
        StoreDay day = new StoreDay(seed, parts, signatures);
        Ending ending = new Ending(day.world);
        try {
            day.run();
            ending.check();
            return new SeedResult(seed, ending.figures(null), null);
        } catch (Violation violation) {
            return new SeedResult(seed, ending.figures(violation), violation);
        }
    }

    private void run() {
        int tills = 1 + random.nextInt(TILLS_MAX);
        int handhelds = random.nextInt(1 + HANDHELDS_MAX);
        int transactions = TRANSACTIONS_MIN + random.nextInt(TRANSACTIONS_SPREAD);
        int each = (transactions + tills + handhelds - 1) / (tills + handhelds);
        for (int i = 0; i < tills; i++) world.enrol(DeviceKind.TILL, each);
        for (int i = 0; i < handhelds; i++) world.enrol(DeviceKind.HANDHELD, each);
        world.machines().forEach(Machine::start);
        world.tills().forEach(site -> site.cashier().begin());
        new Faults(world).plan();
        new Approvals(world).begin();
        manage();
        if (world.calendar().isLong()) passWeeks();
        runUntil(World.FAULTS_END);
        heal();
        settle();
        restartAll();
        settle();
        closeAll();
        settle();
    }

    /**
     * The manager closes what can be closed, and once in a while does not wait. Every other time
     * the power goes within it: before, between and after its entries.
     */
    private void manage() {
        for (int i = 0; i < CLOSINGS; i++) {
            boolean anyway = random.nextInt(4) == 0;
            int operations = random.nextInt(2 * OPERATIONS_OF_A_CLOSE);
            world.agenda()
                    .in(
                            random.nextLong(World.FAULTS_END),
                            () -> {
                                if (operations < OPERATIONS_OF_A_CLOSE
                                        && world.gateway().isRunning())
                                    world.gateway().disk().losePowerAfter(operations);
                                close(anyway);
                            });
        }
    }

    /** The days follow each other, and the manager closes each as soon as its tills have. */
    private void passWeeks() {
        long day = World.TRADING_MILLIS / world.calendar().days();
        for (int night = 1; night < world.calendar().days(); night++)
            world.agenda().in(night * day, this::nightFalls);
        closeLater();
    }

    private void nightFalls() {
        world.calendar().nightFalls();
        List.copyOf(world.tills()).forEach(site -> site.cashier().morning());
    }

    private void closeLater() {
        close(false);
        if (world.agenda().now() < World.FAULTS_END)
            world.agenda().in(2 * MINUTE, this::closeLater);
    }

    private void close(boolean anyway) {
        world.gateway()
                .later(
                        0,
                        () -> {
                            if (world.gateway().node() instanceof GatewayNode gateway)
                                gateway.close(anyway);
                        });
    }

    private void heal() {
        world.wires().forEach(Wire::heal);
        for (Machine machine : world.machines()) {
            machine.disk().fill(false);
            machine.disk().calm();
        }
    }

    /** The full check on open finds what lay damaged and unread. */
    private void restartAll() {
        for (Machine machine : world.machines()) if (machine.isRunning()) machine.kill();
    }

    private void closeAll() {
        close(false);
        runUntil(world.agenda().now() + MINUTE);
        close(true);
    }

    private void runUntil(long time) {
        while (world.agenda().step(time)) {}
        world.agenda().in(time - world.agenda().now(), () -> {});
        world.agenda().step(time);
    }

    /** Runs on until all has arrived that can. */
    private void settle() {
        long limit = world.agenda().now() + HEALING_MAX;
        do runUntil(world.agenda().now() + MINUTE);
        while (!isSettled() && world.agenda().now() < limit);
        if (!isSettled()) throw new Violation(Check.CONVERGED, unsettled());
    }

    private boolean isSettled() {
        return unsettled().isEmpty();
    }

    /** What is still missing, in words. */
    private String unsettled() {
        StringBuilder missing = new StringBuilder();
        for (Machine machine : world.machines())
            if (!machine.isRunning() && !machine.isRetired())
                missing.append(machine.name()).append(" is not running; ");
        for (TillSite site : world.tills()) {
            if (!site.machine().isRetired() && !site.cashier().isDone())
                missing.append(site.journal()).append(" has customers waiting; ");
            undecided(missing, site);
            if (!site.machine().isRetired()) missing(missing, site.journal(), world.gateway());
        }
        for (TillSite site : world.vacant())
            missing.append(site.journal()).append(" has no successor; ");
        missing(missing, world.gateway().journalId(), world.headOffice());
        if (world.oracle().exchanges().isOldDiskNoticed())
            missing.append(world.oracle().exchanges().oldDisk()).append(" is on an old disk; ");
        return missing.toString();
    }

    private void undecided(StringBuilder missing, TillSite site) {
        JournalId newest = world.decisions().livesOf(site.first()).getLast();
        if (!newest.equals(site.journal()))
            missing.append(site.journal())
                    .append(" does not go on as ")
                    .append(newest)
                    .append("; ");
        if (world.oracle().exchanges().forked().contains(newest) && !site.machine().isRetired())
            missing.append(newest).append(" waits for a decision; ");
    }

    private void missing(StringBuilder missing, JournalId journal, Machine receiver) {
        Head held = world.oracle().copies().heldBy(receiver.name(), journal);
        long have = held == null ? 0 : held.sequence();
        long written = world.oracle().history(journal).size();
        if (have != written)
            missing.append(journal)
                    .append(" ends at ")
                    .append(written)
                    .append(" and is at ")
                    .append(receiver.name())
                    .append(" up to ")
                    .append(have)
                    .append("; ");
    }
}
