package io.tidemark.fog;

import io.tidemark.fog.intake.JournalPlaces;
import io.tidemark.node.home.NodeHome;
import java.nio.file.Path;

/**
 * What a gateway keeps in its home beside what every node keeps.
 *
 * <pre>
 * marks/        the last mark given for each journal, and head office's for the store's own
 * quarantine/   branches of forked journals
 * archive/      sealed segments on their way, and head office's receipts
 * earlier/      the store's journals of earlier epochs, as head office accepted them
 * grants/       authorisations of new epochs
 * telemetry/    a database of how devices were; may be deleted while the gateway is stopped
 * run/broker/   the broker's files while it runs
 * </pre>
 */
record GatewayPlaces(NodeHome home) {
    JournalPlaces journals() {
        return new JournalPlaces(home.journals(), marks(), quarantine());
    }

    Path marks() {
        return home.directory().resolve("marks");
    }

    Path quarantine() {
        return home.directory().resolve("quarantine");
    }

    Path archive() {
        return home.directory().resolve("archive");
    }

    Path earlier() {
        return home.directory().resolve("earlier");
    }

    Path grants() {
        return home.directory().resolve("grants");
    }

    Path telemetry() {
        return home.directory().resolve("telemetry");
    }

    Path broker() {
        return home.run().resolve("broker");
    }
}
