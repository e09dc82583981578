package io.tidemark.node.projection;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.loop.Joining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.api.ErrorCode;

/**
 * Tables that follow journals. Starting never fails and never waits: until the file has been
 * opened, checked and caught up, or built, reads are {@link ProjectionUnavailable} and the ledger
 * goes on without.
 */
public final class Projection implements AutoCloseable {
    /** What H2 says when its file or its store is at fault, not the query. */
    private static final Set<Integer> STORE_AT_FAULT =
            Set.of(
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX,
                    ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1);

    private final CopyOnWriteArrayList<FollowedJournal> journals;
    private final Progress progress = new Progress();
    private final Thread thread;

    private Projection(
            ProjectionPlace place,
            ProjectionSchema schema,
            List<? extends FollowedJournal> journals) {
        this.journals = new CopyOnWriteArrayList<>(journals);
        Following following =
                new Following(new H2File(place, schema.name()), schema, this.journals, progress);
        thread = new Thread(following, "projection-" + schema.name());
        thread.setDaemon(true);
    }

    /**
     * @param journals all that the node has; a file that follows another is not believed
     */
    public static Projection start(
            ProjectionPlace place,
            ProjectionSchema schema,
            List<? extends FollowedJournal> journals) {
        Projection projection = new Projection(place, schema, journals);
        projection.thread.start();
        return projection;
    }

    /** Follows another journal from its first entry on: a device that came for the first time. */
    public void follow(FollowedJournal journal) {
        journals.add(journal);
        progress.wake();
    }

    /** To be called after a force: there is more to follow. Returns at once. */
    public void forced() {
        progress.wake();
    }

    /**
     * Waits until an entry can be read.
     *
     * @return false if it cannot by then, or the projection has failed
     */
    public boolean awaitApplied(JournalId journal, long sequence, Duration limit) {
        return progress.awaitApplied(journal, sequence, limit);
    }

    /** Waits until what was recorded before the start can be read. */
    public boolean awaitReadable(Duration limit) {
        return progress.awaitReadable(limit);
    }

    /**
     * Runs a query.
     *
     * @throws ProjectionUnavailable if nothing can be read just now
     * @throws IllegalStateException if the query is wrong
     */
    public <T> T read(SqlQuery<T> query) {
        Readers readers = progress.readers();
        try {
            return readers.read(query);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.STATEMENT_WAS_CANCELED)
                throw new ProjectionUnavailable(
                        "the query took too long; ask for less, or again later", e);
            if (!STORE_AT_FAULT.contains(e.getErrorCode()))
                throw new IllegalStateException("a query of this program is wrong", e);
            progress.suspect("a query failed: " + e.getMessage());
            throw new ProjectionUnavailable(
                    "the projection failed under a query and is being checked; ask again shortly",
                    e);
        }
    }

    public ProjectionStatus status() {
        return progress.status();
    }

    /** How many entries are on disk and not yet in the tables: many while a backlog comes in. */
    public long behind() {
        Map<JournalId, Head> applied = status().applied();
        return journals.stream()
                .mapToLong(journal ->
                        journal.forced().sequence()
                                - applied.getOrDefault(journal.id(), Head.genesis(journal.id()))
                                        .sequence())
                .sum();
    }

    /** Commits, checks, closes the file and marks it as cleanly closed. */
    @Override
    public void close() {
        progress.close();
        Joining.join(thread);
    }

    /**
     * Looks at the file of a stopped node without changing it, all rows of it.
     *
     * @return why the next start would build it anew; empty if it would be believed
     */
    public static Optional<String> doubts(
            ProjectionPlace place,
            ProjectionSchema schema,
            List<? extends FollowedJournal> journals) {
        H2File file = new H2File(place, schema.name());
        if (!Files.isRegularFile(file.path())) return Optional.of("there is none yet");
        try {
            Path copies = Files.createTempDirectory(place.directory(), "verify-");
            H2File copy = new H2File(place.at(copies), schema.name());
            try {
                Files.copy(file.path(), copy.path());
                return doubtsOf(copy, schema, journals);
            } finally {
                copy.delete();
                Files.delete(copies);
            }
        } catch (IOException e) {
            return Optional.of("it cannot be copied for a look (" + e + ")");
        }
    }

    private static Optional<String> doubtsOf(
            H2File copy, ProjectionSchema schema, List<? extends FollowedJournal> journals)
            throws IOException {
        return switch (Belief.in(copy, schema, journals)) {
            case Belief.Doubted(String why) -> Optional.of(why);
            case Belief.Believed(H2Store store) -> {
                store.abandon();
                yield Optional.empty();
            }
        };
    }
}
