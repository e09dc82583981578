package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.demo.Strace.Happening;
import io.tidemark.lab.process.LabNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Looks at what a node does with its journal and its sockets: from the first byte that is written
 * into a journal until it is forced, nothing leaves.
 *
 * @param traces where strace writes
 */
record ForcedFirst(Path traces) {
    /** The node does nothing else meanwhile, so whatever leaves is an answer. */
    void assertOf(LabNode node, Runnable work) throws IOException {
        long unforced = 0;
        long forces = 0;
        try (Strace strace = Strace.attach(node.process().pid(), traces)) {
            work.run();
            for (Happening happening : strace.happenings()) {
                switch (happening.what()) {
                    case JOURNAL_WRITTEN -> unforced++;
                    case JOURNAL_FORCED -> {
                        unforced = 0;
                        forces++;
                    }
                    case WRITE_TO_SOCKET ->
                            assertThat(unforced)
                                    .as(node.name() + " had written and not forced at " + happening)
                                    .isZero();
                }
            }
        }
        assertThat(forces).as("forces of " + node.name()).isPositive();
    }
}
