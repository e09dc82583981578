package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.disk.SimDisk;
import io.tidemark.ledger.JournalId;
import java.util.Optional;

/** Old images put back at tills, and tills that are gone with all that only they had. */
final class TillDisks {
    private final World world;

    TillDisks(World world) {
        this.world = world;
    }

    /** An image as it was taken. */
    record Taken(TillSite site, JournalId journal, SimDisk.Image image) {}

    Optional<Taken> take(TillSite site) {
        JournalId journal = site.journal();
        if (world.oracle().copies().isHarmedAnywhere(journal)) return Optional.empty();
        return Optional.of(new Taken(site, journal, site.machine().disk().image()));
    }

    /** In the same life: an image of one that is over is a clone of a device that has gone on. */
    boolean putBack(Taken taken) {
        TillSite site = taken.site();
        JournalId journal = taken.journal();
        Machine machine = site.machine();
        if (machine.isRetired() || !mayLose(journal)) return false;
        world.tally().restored();
        machine.switchOff();
        machine.disk().putBack(taken.image());
        machine.database().lose();
        world.oracle().willFindAnew(journal);
        machine.startLater();
        site.cashier().tillWasExchanged();
        return true;
    }

    boolean lose(TillSite site) {
        JournalId journal = site.journal();
        boolean possible = mayLose(journal) && world.oracle().hasBranch(world.gateway(), journal);
        if (possible) world.lose(site);
        return possible;
    }

    /**
     * A till only while its gateway has what it had marked, since what archives bring back is not
     * here; and one that has taken its branch in only once that has arrived.
     */
    private boolean mayLose(JournalId journal) {
        return !world.oracle().exchanges().isExchanged(journal)
                && world.decisions().ending(journal).isEmpty()
                && world.oracle().exchanges().oldDisk().isEmpty()
                && !world.oracle().copies().isHarmedAnywhere(journal)
                && world.gateway().journalIds().size() == 1;
    }
}
