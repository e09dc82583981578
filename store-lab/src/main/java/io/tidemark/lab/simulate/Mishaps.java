package io.tidemark.lab.simulate;

import io.tidemark.ledger.journal.Journal;
import java.util.SplittableRandom;

/** What goes wrong while receipts are given up: beside the day's faults, and in the same manner. */
final class Mishaps {
    private static final int LOTS = 24;
    private static final int FULL_MILLIS_MAX = 60_000;

    /** A pruning takes about so many operations of its disk. */
    private static final int OPERATIONS = 40;

    private static final int FORCES = 3;

    private final World world;
    private final SplittableRandom random;

    Mishaps(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    /** This machine is about to prune this journal. */
    void within(Machine machine, Journal journal) {
        if (world.agenda().now() > World.FAULTS_END) return;
        boolean done =
                switch (random.nextInt(LOTS)) {
                    case 0, 1, 2 -> losePower(machine);
                    case 3 -> failForce(machine);
                    case 4 -> fill(machine);
                    case 5 -> new BitFlips(world).flip(machine, journal);
                    default -> false;
                };
        if (done) world.tally().fault();
    }

    private boolean losePower(Machine machine) {
        machine.disk().losePowerAfter(random.nextInt(OPERATIONS));
        return true;
    }

    private boolean failForce(Machine machine) {
        machine.disk().failForceAfter(random.nextInt(FORCES));
        return true;
    }

    private boolean fill(Machine machine) {
        machine.disk().fill(true);
        world.agenda().in(random.nextInt(FULL_MILLIS_MAX), () -> machine.disk().fill(false));
        return true;
    }
}
