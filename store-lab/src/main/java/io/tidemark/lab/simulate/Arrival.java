package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.Journal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds the tiers to each other at the end: what was written is there, to the byte. */
final class Arrival {
    private final World world;
    private final Oracle oracle;

    Arrival(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    void check() {
        for (TillSite site : world.tills())
            requireArrived(
                    world.decisions().livesOf(site.first()), site.machine(), world.gateway());
        requireArrived(world.gateway().journalIds(), world.gateway(), world.headOffice());
    }

    private void requireArrived(List<JournalId> lives, Machine origin, Machine receiver) {
        for (JournalId life : lives)
            world.decisions()
                    .ending(life)
                    .ifPresentOrElse(
                            over -> requireEndsAt(journal(receiver, life), over.grant().end()),
                            () -> requireEqual(life, origin, receiver));
    }

    /** Nothing was taken in of a journal that had ended, and all that had been is there. */
    private void requireEndsAt(Journal received, Head end) {
        JournalId life = received.id();
        Violation.require(
                received.forced().equals(end),
                Check.CONVERGED,
                () -> life + " was ended at " + end + " and is at " + received.forced());
        requireAsWritten(received, oracle.history(life).branchWith(end));
    }

    /** Both ends hold the same bytes, and those that were written. */
    private void requireEqual(JournalId id, Machine origin, Machine receiver) {
        Journal mine = journal(origin, id);
        Journal theirs = journal(receiver, id);
        Violation.require(
                mine.forced().equals(theirs.forced()),
                Check.CONVERGED,
                () -> id + " is " + mine.forced() + " and at " + receiver.name() + theirs.forced());
        requireAsWritten(theirs, oracle.history(id).branches().getLast());
    }

    private static void requireAsWritten(Journal received, @Nullable List<Written> written) {
        if (received.forced().sequence() == 0) return;
        List<Found> found = Replayed.of(received);
        for (int i = 0; i < found.size(); i++)
            if (!Objects.requireNonNull(written).get(i).is(found.get(i)))
                throw new Violation(
                        Check.PREFIX, received.id() + " was altered at entry " + (i + 1));
    }

    private static Journal journal(Machine machine, JournalId id) {
        return Repairs.journalsOf(machine).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
