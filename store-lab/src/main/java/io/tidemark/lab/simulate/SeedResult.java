package io.tidemark.lab.simulate;

import org.jspecify.annotations.Nullable;

/**
 * How one seed went.
 *
 * @param violation the promise that was broken; null if none was
 */
record SeedResult(long seed, Figures figures, @Nullable Violation violation) {
    /** What a seed adds to the report. */
    record Figures(
            int transactions,
            int faults,
            int crashes,
            int partitions,
            long tornWrites,
            int restores,
            int repairs,
            int pruned,
            int questions,
            int replies,
            int lost,
            int destroyed,
            int duplicated,
            int forksFound,
            int forksMissed,
            int unconverged) {}

    boolean failed() {
        return violation != null;
    }
}
