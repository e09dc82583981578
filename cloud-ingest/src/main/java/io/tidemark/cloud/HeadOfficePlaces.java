package io.tidemark.cloud;

import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Head office's own directories within its home.
 *
 * <pre>
 * archive/      sealed segments, as they came
 * marks/        the last mark given for each journal
 * forks/        what gateways report of their devices' forks
 * grants/       authorisations of new epochs
 * quarantine/   second branches, until a person has decided
 * telemetry/    a database of how stores' devices were; may be deleted while head office is stopped
 * books/        rules.yaml, where the chain posts by rules of its own; posted-by, which versions were used
 * </pre>
 */
record HeadOfficePlaces(NodeHome home) {
    StoreJournals.Places stores() {
        return new StoreJournals.Places(home.journals(), marks(), quarantine());
    }

    Path archive() {
        return home.directory().resolve("archive");
    }

    Path marks() {
        return home.directory().resolve("marks");
    }

    Path quarantine() {
        return home.directory().resolve("quarantine");
    }

    Path telemetry() {
        return home.directory().resolve("telemetry");
    }

    Path forks() {
        return home.directory().resolve("forks");
    }

    Path books() {
        return home.directory().resolve("books");
    }

    Path rules() {
        return books().resolve("rules.yaml");
    }

    Path grants() {
        return home.directory().resolve("grants");
    }

    /** Their names survive a power cut before anything is kept in them. */
    void create(KeptFiles disk) {
        try {
            for (Path directory :
                    List.of(archive(), marks(), quarantine(), forks(), grants(), books()))
                Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create directories in " + home.directory(), e);
        }
        disk.forceDirectory(home.directory());
    }
}
