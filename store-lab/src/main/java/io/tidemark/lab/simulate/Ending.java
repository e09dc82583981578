package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Answers.Told;
import io.tidemark.lab.simulate.SeedResult.Figures;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what stands on every disk at the end against the driver's own record, and counts it. */
final class Ending {
    private final World world;
    private final Oracle oracle;
    private @Nullable Whereabouts found;

    Ending(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    void check() {
        Whereabouts found = found();
        List<CommandId> twice = found.duplicated();
        Violation.require(
                twice.isEmpty(), Check.ONCE, () -> twice + " are recorded more than once");
        Set<CommandId> missing = found.missing();
        Set<CommandId> planned = found.planned();
        Violation.require(
                missing.equals(planned),
                Check.ONLY_PLANTED_LOSS,
                () -> missing.size() + " are gone and faults took " + planned.size());
        int lost = found.lost().size();
        Violation.require(lost == 0, Check.NOT_LOST, () -> lost + " told entries did not arrive");
        new Arrival(world).check();
        new LogOfStore(world).check();
        new Takings(world).check();
        oracle.givenUp().requireAllArchived();
    }

    /**
     * @param violation what ended the seed before its end; null if nothing did
     */
    Figures figures(@Nullable Violation violation) {
        Whereabouts found = found();
        int destroyed =
                (int)
                        found.missing().stream()
                                .filter(oracle.answers().takenByFaults()::contains)
                                .count();
        Tally tally = world.tally();
        long torn = world.machines().stream().mapToLong(each -> each.disk().tornWrites()).sum();
        int transactions =
                (int) oracle.answers().told().values().stream().filter(Told::trade).count();
        return new Figures(
                transactions,
                tally.faults(),
                tally.crashes(),
                tally.partitions(),
                torn,
                tally.restores(),
                tally.repairs(),
                tally.pruned(),
                oracle.enquired().questions(),
                oracle.enquired().replies(),
                violation == null ? found.lost().size() : lostBy(violation),
                destroyed,
                found.duplicated().size(),
                oracle.exchanges().forked().size() + oracle.exchanges().fallen().size(),
                is(Check.FORK_NOTICED, violation),
                is(Check.CONVERGED, violation));
    }

    private static int is(Check check, @Nullable Violation violation) {
        return violation != null && violation.check() == check ? 1 : 0;
    }

    /** A seed that ends amid its day cannot be counted out: what ended it counts as one. */
    private static int lostBy(Violation violation) {
        return is(Check.NOT_LOST, violation)
                + is(Check.TOLD_IS_KEPT, violation)
                + is(Check.MARKED_IS_KEPT, violation)
                + is(Check.ONLY_PLANTED_LOSS, violation);
    }

    private Whereabouts found() {
        Whereabouts known = found;
        if (known == null) found = known = Whereabouts.of(world);
        return known;
    }
}
