package io.tidemark.node.projection;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Whether to believe the file that is there.
 *
 * <pre>
 * no file                                     build
 * cannot be read                              build
 * made by other scripts or another version    build
 * follows what the journals do not have       build
 * closed cleanly, and not a byte changed      believe
 * content digest and indexes hold             believe
 * otherwise                                   build
 * </pre>
 */
sealed interface Belief {
    record Believed(H2Store store) implements Belief {}

    record Doubted(String why) implements Belief {}

    static Belief in(H2File file, ProjectionSchema schema, List<? extends FollowedJournal> journals)
            throws IOException {
        if (!Files.isRegularFile(file.path())) return new Doubted("there is none yet");
        boolean clean = new CleanMarker(file).takeIfTrue();
        try {
            H2Store store = H2Store.open(file, schema);
            Optional<String> doubt = doubt(store, journals, clean);
            if (doubt.isEmpty()) return new Believed(store);
            store.abandon();
            return new Doubted(doubt.get());
        } catch (H2Store.StaleSchema e) {
            return new Doubted(String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException | Error e) {
            // Pages that are not what was written make H2 fail in any way, and whichever it is says
            // the same.
            return new Doubted("it cannot be read (" + Reason.of(e) + ")");
        }
    }

    private static Optional<String> doubt(
            H2Store store, List<? extends FollowedJournal> journals, boolean clean) {
        try {
            Inspection inspection = new Inspection(store);
            Optional<String> misfit = inspection.ofPositions(journals);
            return misfit.isPresent() || clean ? misfit : inspection.ofRowsAndIndexes();
        } catch (SQLException | RuntimeException | Error e) {
            return Optional.of("it cannot be read (" + Reason.of(e) + ")");
        }
    }
}
