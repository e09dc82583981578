package io.tidemark.cloud;

import io.tidemark.node.home.NodeHome;
import java.nio.file.Path;

/**
 * Head office's own directories within its home.
 *
 * <pre>
 * archive/      sealed segments, as they came
 * marks/        the last mark given for each journal
 * quarantine/   second branches, until a person has decided
 * </pre>
 */
record HeadOfficePlaces(NodeHome home) {
    Path archive() {
        return home.directory().resolve("archive");
    }

    Path marks() {
        return home.directory().resolve("marks");
    }

    Path quarantine() {
        return home.directory().resolve("quarantine");
    }
}
