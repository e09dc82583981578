package io.tidemark.edge.record.broken;

import java.util.UUID;

/** Breaks the rule that a core is not random. */
public record DecisionByLot(UUID drawn) {
    public static DecisionByLot draw() {
        return new DecisionByLot(UUID.randomUUID());
    }
}
