package io.tidemark.node.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/**
 * Builds the tables of a stopped node anew from its journals, and says what they held before and
 * after: the same rows, unless what was there was damaged.
 */
public final class ProjectionRebuild {
    private final H2File file;
    private final ProjectionSchema schema;
    private final CopyOnWriteArrayList<FollowedJournal> journals;

    public ProjectionRebuild(
            ProjectionPlace place,
            ProjectionSchema schema,
            List<? extends FollowedJournal> journals) {
        this.file = new H2File(place, schema.name());
        this.schema = schema;
        this.journals = new CopyOnWriteArrayList<>(journals);
    }

    /**
     * @param before the digest of the rows that were there, with all that was forced followed
     * @param doubt why there is none before
     * @param after the digest of the rows that are there now
     * @param entries that were applied
     */
    public record Rebuilt(
            Optional<String> before, Optional<String> doubt, String after, long entries) {
        /** False also where there was nothing to compare with. */
        public boolean isSame() {
            return before.filter(after::equals).isPresent();
        }
    }

    /** Entries that a rebuild applies. */
    public long entries() {
        return journals.stream().mapToLong(journal -> journal.forced().sequence()).sum();
    }

    /**
     * @param progress told how many entries have been applied; what it throws ends the rebuild, and
     *     the next start of the node builds the tables
     */
    public Rebuilt run(LongConsumer progress) {
        try {
            Optional<String> before = Optional.empty();
            Optional<String> doubt = Optional.empty();
            switch (Belief.in(file, schema, journals)) {
                case Belief.Believed(H2Store store) ->
                        before = Optional.of(followed(store, done -> {}));
                case Belief.Doubted(String why) -> doubt = Optional.of(why);
            }
            file.delete();
            String after = followed(H2Store.create(file, schema), progress);
            new CleanMarker(file).leave();
            return new Rebuilt(before, doubt, after, entries());
        } catch (IOException e) {
            throw new UncheckedIOException("the tables cannot be built: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be built", e);
        }
    }

    private String followed(H2Store store, LongConsumer progress) throws SQLException {
        try {
            Follower follower = new Follower(store, schema, journals);
            while (follower.step()) progress.accept(applied(store));
            String digest = text(H2Store.recordedDigest(store.writer()));
            store.closeCleanly();
            return digest;
        } catch (SQLException | RuntimeException | Error e) {
            store.abandon();
            throw e;
        }
    }

    private static long applied(H2Store store) {
        return store.applied().values().stream().mapToLong(head -> head.sequence()).sum();
    }

    private static String text(ContentDigest digest) {
        return String.format(
                Locale.ROOT,
                "%016x%016x%016x%016x",
                digest.a(),
                digest.b(),
                digest.c(),
                digest.d());
    }
}
