package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import java.util.Set;

/**
 * A harm that chance has chosen.
 *
 * @param touched nodes that nothing else is done to at the same time; empty for all of them
 */
record Drawn(Kind kind, Harm harm, Set<LabNode> touched) {
    Drawn {
        touched = Set.copyOf(touched);
    }

    boolean isAlone() {
        return touched.isEmpty();
    }
}
